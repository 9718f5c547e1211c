// Charts: each is made anew when colours, scope or paper change, and only resized otherwise.
const makers = {};
let plots = [];

const font = () => (narrow() ? 11 : 12) + "px system-ui, sans-serif";

const axis = options => Object.assign({
  stroke: () => colour("faint"),
  font: font(),
  grid: { stroke: () => colour("line"), width: 1 },
  ticks: { stroke: () => colour("line"), width: 1, size: 4 },
  gap: 4,
}, options);

const timeAxis = () => axis({ incrs: TIME_STEPS, values: timeLabels, space: narrow() ? 56 : 70, size: 30 });

const valueAxis = (say, options) => axis(Object.assign({
  size: narrow() ? 54 : 60,
  values: (u, splits) => splits.map(value => value == null ? "" : say(value)),
}, options));

// At least half a decade, so that the axis has marks.
const logScale = (low, high) => {
  const more = Math.max(1, Math.sqrt(3.2 / (high / low)));
  return { distr: 3, log: 10, range: () => [low / more, high * more] };
};

// Marks at 1, 2 and 5 of each decade, at fewer where there are many decades.
const logSplits = (low, high, most) => {
  const all = [];
  for (let decade = Math.floor(Math.log10(low)); decade <= Math.log10(high); decade++) {
    [1, 2, 5].forEach(digit => all.push(parseFloat(digit + "e" + decade)));
  }
  const within = all.filter(value => value >= low && value <= high);
  const decades = within.filter(value => String(value.toExponential())[0] === "1");
  return within.length <= most || decades.length < 2 ? within : decades;
};

const logAxis = (say, side, options) => valueAxis(say, Object.assign({
  splits: (u, i, low, high) => logSplits(low, high, (side === "x" ? u.width / 60 : u.height / 26)),
  filter: (u, splits) => splits,
}, options));

const fromZero = least => ({ range: (u, min, max) => [0, Math.max(least || 0, max || 0) * 1.08 || 1] });

const line = (label, name, say, options) => Object.assign({
  label,
  stroke: () => colour(name),
  width: 1.6,
  points: { show: (u, i) => u.data[i].filter(value => value != null).length < 2, size: 5 },
  value: (u, value) => value == null ? "" : say(value),
}, options);

const filled = (label, name, say) =>
  line(label, name, say, { fill: () => colour(name) + "30" });

// Phases as bands behind a chart over time, and what happened as upright lines.
const drawCourse = (run, named) => ({
  drawClear: u => {
    run.phases.forEach((phase, i) => {
      const from = u.valToPos(Math.max(phase[2], u.scales.x.min), "x", true);
      const to = u.valToPos(Math.min(phase[3], u.scales.x.max), "x", true);
      if (to <= from) return;
      u.ctx.fillStyle = colour(phase[1] ? "warm" : i % 2 ? "paper" : "band");
      u.ctx.fillRect(from, u.bbox.top, to - from, u.bbox.height);
      if (named) drawName(u, phase[0], from, to);
    });
    eachFault(u, run, (name, from, to) => {
      u.ctx.fillStyle = colour("bad") + "26";
      u.ctx.fillRect(from, u.bbox.top, to - from, u.bbox.height);
    });
  },
  draw: u => {
    if (named) drawFaultNames(u, run);
    run.events.filter(event => !event[2]).forEach(event => {
      const x = u.valToPos(event[0], "x", true);
      if (x < u.bbox.left || x > u.bbox.left + u.bbox.width) return;
      u.ctx.save();
      u.ctx.strokeStyle = colour("bad");
      u.ctx.lineWidth = devicePixelRatio;
      u.ctx.setLineDash([4, 3]);
      u.ctx.beginPath();
      u.ctx.moveTo(x, u.bbox.top);
      u.ctx.lineTo(x, u.bbox.top + u.bbox.height);
      u.ctx.stroke();
      u.ctx.restore();
    });
  },
});

// Faults that are in sight, with their edges in pixels; a short one is still a line.
const eachFault = (u, run, draw) => run.faults.forEach(([name, start, end]) => {
  const from = u.valToPos(Math.max(start, u.scales.x.min), "x", true);
  const to = u.valToPos(Math.min(end, u.scales.x.max), "x", true);
  if (start <= u.scales.x.max && end >= u.scales.x.min) draw(name, from, Math.max(to, from + devicePixelRatio));
});

// Each name on a line of its own where the one before would lie under it.
const drawFaultNames = (u, run) => {
  let line = 0;
  let right = -Infinity;
  u.ctx.save();
  u.ctx.fillStyle = colour("bad");
  eachFault(u, run, (name, from) => {
    line = from < right ? line + 1 : 1;
    drawWords(u, name, from + 3 * devicePixelRatio, u.bbox.top + 14 * line * devicePixelRatio, "left");
    right = Math.max(right, from + 3 * devicePixelRatio + u.ctx.measureText(name).width);
  });
  u.ctx.restore();
};

const drawName = (u, name, from, to) => {
  u.ctx.font = (narrow() ? 10 : 11) * devicePixelRatio + "px system-ui, sans-serif";
  if (u.ctx.measureText(name).width > to - from - 4) return;
  u.ctx.fillStyle = colour("faint");
  u.ctx.textAlign = "center";
  u.ctx.textBaseline = "bottom";
  u.ctx.fillText(name, (from + to) / 2, u.bbox.top - 3 * devicePixelRatio);
};

const hooks = (...parts) => {
  const all = {};
  parts.forEach(part => Object.keys(part).forEach(key => (all[key] = all[key] || []).push(part[key])));
  return all;
};

const timeScale = seconds => ({
  time: false,
  range: (u, min, max) => {
    const xs = u.data[0];
    const whole = min == null || (min <= xs[0] && max >= xs[xs.length - 1]);
    return whole ? [0, Math.max(seconds, 1e-3)] : [min, max];
  },
});

const overTime = () => ({ sync: { key: "time", setSeries: false, scales: ["x", null] }, drag: { x: true, y: false } });

const widthOf = box => root.classList.contains("printing") ? PAPER_WIDTH : box.clientWidth;

const make = box => {
  const made = makers[box.dataset.chart]();
  box.replaceChildren();
  if (made == null) {
    box.textContent = "Nothing was measured.";
    box.dataset.drawn = "nothing";
    return;
  }
  const marked = hooks(...made.hooks, { draw: () => { box.dataset.drawn = "yes"; } });
  const base = { width: widthOf(box), padding: [10, 12, 0, 0], cursor: { drag: { x: false, y: false } } };
  const plot = new uPlot(Object.assign(base, made.options, { hooks: marked }), made.data, box);
  plots.push({ plot, box });
};

const drawAll = () => {
  plots.forEach(each => each.plot.destroy());
  plots = [];
  document.querySelectorAll("[data-chart]").forEach(make);
};

const resizeAll = () => plots.forEach(({ plot, box }) => {
  if (Math.abs(plot.width - widthOf(box)) > 1) plot.setSize({ width: widthOf(box), height: plot.height });
});
