// The search for the breaking point: the load of each step, and what was fitted to them.
const ANSWERS = [["good", "good"], ["bad", "bad"], ["saturated", "doubtful"]];

const dots = (label, name, say) => line(label, name, say, {
  paths: () => null,
  points: { show: true, size: 8, fill: () => colour(name), stroke: () => colour(name) },
});

const answered = (steps, answer, value) => steps.map(step => step[2] === answer ? value(step) : null);

makers.steps = () => {
  const search = data.capacity;
  if (search == null) return null;
  const steps = search.steps;
  const loads = steps.map(step => step[1]);
  const held = search.held == null ? [] : [line("held", "faint", number, { dash: [6, 4] })];
  return {
    options: {
      height: 240,
      scales: {
        x: { time: false, range: () => [0.5, steps[steps.length - 1][0] + 0.5] },
        y: logScale(Math.min(...loads) / 1.25, Math.max(...loads) * 1.25),
      },
      axes: [
        axis({ incrs: [1, 2, 5, 10, 20, 50], values: (u, splits) => splits.map(String), size: 30 }),
        logAxis(number, "y")],
      series: [{ label: "step", value: (u, step) => step == null ? "" : String(step) }, line("load", "line", number)]
        .concat(ANSWERS.map(([answer, name]) => dots(answer, name, number)), held),
    },
    data: [steps.map(step => step[0]), loads]
      .concat(ANSWERS.map(([answer]) => answered(steps, answer, step => step[1])),
        held.map(() => steps.map(() => search.held))),
    hooks: [],
  };
};

// The standard normal distribution (Abramowitz and Stegun, 26.2.17), within 1e-7.
const normal = z => {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * t
    * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
};

makers.hold = () => {
  const search = data.capacity;
  if (search == null || search.estimate == null) return null;
  const fit = search.estimate;
  const loads = search.steps.map(step => step[1]);
  const low = Math.max(Math.min(...loads) / 1.1, fit.limit / 2);
  const high = Math.min(Math.max(...loads) * 1.1, fit.limit * 2);
  const curve = Array.from({ length: 160 }, (_, i) => low * Math.pow(high / low, i / 159));
  const holds = load => normal((Math.log(fit.limit) - Math.log(load)) / fit.spread);
  const points = search.steps.filter(step => step[2] !== "saturated" && step[1] >= low && step[1] <= high).sort((a, b) => a[1] - b[1]);
  const at = curve.concat(points.map(step => step[1])).sort((a, b) => a - b);
  const unique = at.filter((x, i) => i === 0 || x !== at[i - 1]);
  const answers = (name, value) => unique.map(x => points.some(step => step[1] === x && step[2] === name) ? value : null);
  return {
    options: {
      height: 220,
      scales: {
        x: { time: false, distr: 3, log: 10, range: () => [low, high] },
        y: { range: () => [-0.06, 1.06] },
      },
      axes: [logAxis(number, "x", { size: 30 }), valueAxis(percent)],
      series: [
        { label: "users per second", value: (u, x) => x == null ? "" : number(x) },
        line("holds", "tide", percent, { width: 2, points: { show: false } }),
        dots("good", "good", percent), dots("bad", "bad", percent)],
    },
    data: [unique, unique.map(holds), answers("good", 1), answers("bad", 0)],
    hooks: [],
  };
};
