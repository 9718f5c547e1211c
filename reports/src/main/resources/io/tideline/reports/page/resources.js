// What the target consumed, over the load; and the line of what grew through the run.
const SIZES = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];

const bytes = value => {
  if (value == null) return "";
  const size = Math.min(SIZES.length - 1, Math.max(0, Math.floor(Math.log(Math.max(1, Math.abs(value))) / Math.log(1024))));
  return trimmed(value / Math.pow(1024, size), 3) + " " + SIZES[size];
};

const UNITS = {
  SHARE: percent,
  BYTES: bytes,
  COUNT: number,
  SECONDS: value => value == null ? "" : trimmed(value, 3) + " s",
  PER_SECOND: value => value == null ? "" : number(value) + "/s",
  BYTES_PER_SECOND: value => value == null ? "" : bytes(value) + "/s",
};

// Marks of bytes at multiples of a power of two, as they are said.
const byteSplits = (u, i, low, high) => {
  const rough = (high - low) / Math.max(2, u.height / 40);
  const unit = Math.pow(1024, Math.floor(Math.log(Math.max(1, rough)) / Math.log(1024)));
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find(each => each * unit >= rough) * unit || 1024 * unit;
  const marks = [];
  for (let at = Math.ceil(low / step) * step; at <= high; at += step) marks.push(at);
  return marks;
};

// At the same times as the resources, so that a gap of theirs is no line.
const loadOf = run => {
  const values = run.started.some(value => value != null) ? run.started : run.active;
  const each = Math.max(1, Math.round(data.resources.interval / run.interval));
  const means = [];
  for (let from = 0; from < values.length; from += each) {
    const part = values.slice(from, from + each);
    means.push(part.reduce((sum, value) => sum + (value || 0), 0) / part.length);
  }
  return [times(means.length, each * run.interval, run.seconds), means];
};

const loadSeries = () => line("load", "faint", number, {
  scale: "load", width: 0.6, spanGaps: true, fill: () => colour("faint") + "1c", points: { show: false } });

const blockSeries = (name, say) => line("blocks", name, say, {
  paths: () => null,
  points: { show: true, size: 5, fill: () => colour(name), stroke: () => colour(name) },
});

const growthSeries = say => line("growth", "bad", say, { width: 2.4, dash: [8, 4], spanGaps: true, points: { show: false } });

const underLoad = (tables, series, unit, limit) => {
  const say = UNITS[unit] || number;
  const run = data.runs[0];
  const most = limit == null ? null : Math.max(...tables[0][1].filter(value => value != null));
  const shown = most != null && most > limit / 3 ? limit : null;
  const all = [loadOf(run)].concat(tables);
  const lines = [loadSeries()].concat(series);
  if (shown != null) {
    all.push([[0, longest()], [shown, shown]]);
    lines.push(line("limit", "doubtful", say, { width: 1.2, dash: [3, 3], spanGaps: true, points: { show: false } }));
  }
  const axes = [timeAxis(), valueAxis(say, unit === "BYTES" ? { splits: byteSplits } : {})];
  return {
    options: {
      height: 150,
      scales: { x: timeScale(longest()), y: fromZero(), load: fromZero() },
      axes,
      series: [{ label: "at", value: (u, at) => at == null ? "" : clock(at) }].concat(lines),
      cursor: overTime(),
    },
    data: uPlot.join(all, all.map((table, i) => table.slice(1).map(() => i === 1 ? 2 : 1))),
    hooks: [drawCourse(run, false)],
  };
};

const resourceChart = row => {
  const say = UNITS[row.unit] || number;
  const run = data.runs[0];
  const tables = [[times(row.means.length, data.resources.interval, run.seconds), row.means]];
  const series = [line("in use", "tide", say)];
  if (row.trend != null) {
    tables.push([row.trend.at, row.trend.values, row.trend.line]);
    series.push(blockSeries("doubtful", say), growthSeries(say));
  }
  return underLoad(tables, series, row.unit, row.limit);
};

const trendChart = trend =>
  underLoad([[trend.at, trend.values, trend.line]], [blockSeries("tide", number), growthSeries(number)], "COUNT", null);

if (data.resources != null) {
  data.resources.series.forEach((row, i) => { makers["resource-" + i] = () => resourceChart(row); });
  data.resources.findings.forEach((trend, i) => { makers["trend-" + i] = () => trendChart(trend); });
}
