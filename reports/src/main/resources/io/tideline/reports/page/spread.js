// Distributions: a histogram on a log scale, and percentiles with as much room for the tail.
const BIN = Math.log(10) / 16;

const pointsOn = values => values.map((_, i) => Math.pow(10, i / 12));

const faintRuns = () => data.earlier
  .map(run => ({ label: "accepted runs", spread: run.scopes[chosen], name: "accepted" }))
  .filter(run => run.spread);

const ownRuns = () => data.runs
  .map((run, i) => ({ label: run.label, spread: run.spread[chosen], name: RUN_COLOURS[i] }))
  .filter(run => run.spread);

// Earlier runs lie below; the legend names them once, all together.
const spreadLine = (run, say, options) => line(run.label, run.name, say, Object.assign(
  run.name === "accepted" ? { width: 1.1, class: "accepted", value: () => "" } : { width: 2 },
  options, { points: { show: false } }));

makers.bins = () => {
  const runs = faintRuns().concat(ownRuns());
  if (runs.length === 0) return null;
  const first = Math.min(...runs.map(run => run.spread.bins[0]));
  const end = Math.max(...runs.map(run => run.spread.bins[0] + run.spread.bins.length - 1));
  const bins = Array.from({ length: end - first }, (_, i) => first + i);
  const shares = run => {
    const counts = run.spread.bins.slice(1);
    const all = counts.reduce((sum, count) => sum + count, 0);
    return bins.map(bin => BIN * density((counts[bin - run.spread.bins[0]] || 0) / all, bin)).concat(0);
  };
  const stepped = uPlot.paths.stepped({ align: 1 });
  return {
    options: {
      height: 220,
      scales: {
        x: { time: false, distr: 3, log: 10, range: () => [lowEdge(first) / 1.02, highEdge(end - 1) * 1.02] },
        y: fromZero(),
      },
      axes: [logAxis(millis, "x", { size: 30 }), valueAxis(percent)],
      series: [{ label: "from", value: (u, at) => at == null ? "" : millis(Math.ceil(at)) }].concat(
        runs.map(run => spreadLine(run, percent, {
          paths: stepped,
          fill: run.name === "tide" && data.runs.length === 1 ? () => colour("tide") + "30" : undefined,
        }))),
    },
    data: [bins.map(lowEdge).concat(highEdge(end - 1))].concat(runs.map(shares)),
    hooks: [],
  };
};

const PERCENTILES = [2, 4, 10, 20, 100, 1000, 1e4, 1e5, 1e6, 1e7, 1e8];

const spectrumAxis = () => axis({
  size: 30,
  splits: u => PERCENTILES.filter(x => x <= u.scales.x.max && (!narrow() || (x !== 4 && x !== 20))),
  filter: (u, splits) => splits,
  values: (u, splits) => splits.map(percentile),
});

const spectrumChart = (lines, say, limits) => {
  const most = Math.max(...lines.map(each => each.values.length));
  const all = lines.flatMap(each => each.values);
  if (most === 0) return null;
  const high = Math.max(...all, ...limits.map(each => each[1] < 4 * Math.max(...all) ? each[1] : 0), 1);
  return {
    options: {
      height: 240,
      scales: {
        x: { time: false, distr: 3, log: 10, range: () => [1, Math.pow(10, Math.max(1, most - 1) / 12) * 1.05] },
        y: logScale(Math.min(...all) / 1.15, high * 1.3),
      },
      axes: [spectrumAxis(), logAxis(say, "y")],
      series: [{ label: "percentile", value: (u, x) => x == null ? "" : percentile(x) }].concat(
        lines.map(each => spreadLine(each, say, each.dash ? { dash: [5, 4] } : {}))),
    },
    data: [Array.from({ length: most }, (_, i) => Math.pow(10, i / 12))].concat(lines.map(each =>
      Array.from({ length: most }, (_, i) => i < each.values.length ? each.values[i] : null))),
    hooks: [{ draw: u => limits.forEach(([metric, limit]) => {
      const x = 1 / (1 - parseFloat("0." + metric.slice(1)));
      const at = u.valToPos(x, "x", true);
      const half = u.bbox.width * 0.07;
      if (x <= u.scales.x.max) drawLimit(u, metric, limit, at - half, at + half);
    }) }],
  };
};

makers.spectrum = () => {
  const lines = [];
  faintRuns().concat(ownRuns()).forEach(run => {
    lines.push({ label: run.label, name: run.name, values: run.spread.spectrum.map(onLog) });
    if (run.spread.intended && run.name !== "accepted") {
      lines.push({ label: run.label + ", from the intended start", name: run.name, dash: true, values: run.spread.intended.map(onLog) });
    }
  });
  const limits = (data.limits[chosen] || []).filter(each => /^p\d+$/.test(each[0]));
  return lines.length === 0 ? null : spectrumChart(lines, millis, limits);
};

makers.lag = () => data.lag == null ? null : spectrumChart(
  data.lag.map((each, i) => ({
    label: i === data.lag.length - 1 ? each.label : "each phase",
    name: i === data.lag.length - 1 ? "tide" : "accepted",
    values: each.spectrum.map(value => Math.max(1, value)),
  })), micros, []);
