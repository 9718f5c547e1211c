// Charts over time: rate, errors, users, starts, and of two runs their p95.
const RUN_COLOURS = ["tide", "other"];

const times = (count, width, seconds) =>
  Array.from({ length: count }, (_, i) => (i * width + Math.min((i + 1) * width, Math.max(seconds, i * width))) / 2);

const longest = () => Math.max(...data.runs.map(run => run.seconds));

const courseOf = run => run.courses[chosen];

const courseTimes = run => {
  const course = courseOf(run);
  return times(course.ok.length, course.joined * run.interval, run.seconds);
};

// Lines of runs whose points lie at different times, on one axis.
const together = tables => tables.length === 1 ? tables[0] : uPlot.join(tables, tables.map(t => t.slice(1).map(() => 2)));

const timeChart = (height, tables, series, say, options) => tables.length === 0 ? null : {
  options: Object.assign({
    height,
    scales: { x: timeScale(longest()), y: fromZero() },
    axes: [timeAxis(), valueAxis(say)],
    series: [{ label: "at", value: (u, at) => at == null ? "" : clock(at) }].concat(series),
    cursor: overTime(),
  }, options),
  data: together(tables),
  hooks: [drawCourse(data.runs[0], false)],
};

const labelled = (run, label) => data.runs.length > 1 ? run.label : label;

// One line for each run: `values` gives it, and null where the run has none.
const perRun = (height, label, say, values, names) => {
  const tables = [];
  const series = [];
  data.runs.forEach((run, i) => {
    const made = values(run);
    if (made == null || made[0].length === 0) return;
    tables.push(made);
    const draw = data.runs.length > 1 ? line : filled;
    series.push(draw(labelled(run, label), (names || RUN_COLOURS)[i], say, { spanGaps: data.runs.length > 1 }));
  });
  return timeChart(height, tables, series, say);
};

const courseValues = name => run => courseOf(run) && [courseTimes(run), courseOf(run)[name]];

makers.rate = () => perRun(150, "succeeded", number, courseValues("ok"));

makers.errors = () => perRun(120, "failed", number, courseValues("ko"), data.runs.length > 1 ? null : ["bad"]);

makers.users = () => perRun(130, "under way", number, run =>
  [times(run.active.length, run.interval, run.seconds).map((at, i) => Math.min((i + 1) * run.interval, Math.max(run.seconds, i * run.interval))), run.active]);

makers.starts = () => {
  const run = data.runs[0];
  if (!run.due.some(value => value != null)) return null;
  const at = times(run.due.length, run.interval, run.seconds);
  return timeChart(130, [[at, run.due, run.started]], [
    line("due", "faint", number, { width: 3 }),
    line("started", "tide", number),
  ], number);
};

makers.pair = () => {
  const all = data.runs.flatMap(run => courseOf(run) ? courseOf(run).p95 : []).filter(value => value != null);
  if (all.length === 0) return null;
  const chart = perRun(190, "p95", millis, run => courseOf(run) && [courseTimes(run), courseOf(run).p95.map(onLog)]);
  const low = onLog(Math.min(...all));
  chart.options.scales.y = logScale(low / 1.3, Math.max(...all, 1) * 1.3);
  chart.options.axes[1] = logAxis(millis, "y");
  return chart;
};
