// Replicas over the load, both as steps that begin where their intervals do.
const WHOLE_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

makers.scaling = () => {
  const scaling = data.scaling;
  if (scaling == null || !scaling.replicas.some(value => value != null)) return null;
  const steps = { paths: uPlot.paths.stepped({ align: 1 }) };
  const at = scaling.loads.map((load, i) => i * scaling.interval);
  const last = at.length * scaling.interval;
  const held = values => values.concat(values[values.length - 1]);
  return {
    options: {
      height: 190,
      padding: [22, 12, 0, 0],
      scales: { x: timeScale(longest()), y: fromZero(), load: fromZero() },
      axes: [
        timeAxis(),
        valueAxis(number, { incrs: WHOLE_STEPS, stroke: () => colour("tide") }),
        valueAxis(number, { scale: "load", side: 1, grid: { show: false } })],
      series: [
        { label: "at", value: (u, when) => when == null ? "" : clock(when) },
        line("due users per second", "faint", number, { ...steps, scale: "load", fill: () => colour("faint") + "20" }),
        line("replicas", "tide", number, { ...steps, width: 2.4 }),
      ],
      cursor: overTime(),
    },
    data: [at.concat(last), held(scaling.loads), held(scaling.replicas)],
    hooks: [drawCourse(data.runs[0], true)],
  };
};
