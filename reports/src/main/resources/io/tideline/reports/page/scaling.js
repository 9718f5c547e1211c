// Replicas as steps over the load.
makers.scaling = () => {
  const scaling = data.scaling;
  if (scaling == null || !scaling.replicas.some(value => value != null)) return null;
  const at = times(scaling.loads.length, scaling.interval, longest());
  return {
    options: {
      height: 190,
      scales: { x: timeScale(longest()), y: fromZero(), load: fromZero() },
      axes: [timeAxis(), valueAxis(number), valueAxis(number, { scale: "load", side: 1, grid: { show: false } })],
      series: [
        { label: "at", value: (u, when) => when == null ? "" : clock(when) },
        line("replicas", "tide", number, { width: 2.4, paths: uPlot.paths.stepped({ align: 1 }) }),
        line("due users per second", "faint", number, { scale: "load" }),
      ],
      cursor: overTime(),
    },
    data: [at, scaling.replicas, scaling.loads],
    hooks: [drawCourse(data.runs[0], true)],
  };
};
