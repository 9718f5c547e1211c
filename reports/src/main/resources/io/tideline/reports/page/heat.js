// Response times over time: how many requests took how long as colours, percentiles as lines.
const lowEdge = bin => bin === 0 ? LEAST_MILLIS / 2 : data.edges[bin] - 0.5;

const highEdge = bin => bin + 1 < data.edges.length ? data.edges[bin + 1] - 0.5 : lowEdge(bin) * 1.2;

// Bins are not all equally wide on a log scale: few lie below 10 ms.
const density = (count, bin) => count / Math.log(highEdge(bin) / lowEdge(bin));

// Of all runs, so that two of them stand on the same axis.
const heatRange = () => {
  const range = { low: Infinity, high: -Infinity, most: 0 };
  data.runs.map(courseOf).filter(Boolean).forEach(course =>
    course.heat.forEach(column => column.slice(1).forEach((count, i) => {
      if (count === 0) return;
      const bin = column[0] + i;
      range.low = Math.min(range.low, bin);
      range.high = Math.max(range.high, bin);
      range.most = Math.max(range.most, density(count, bin) / course.heatJoined);
    })));
  return range;
};

const mixed = share => {
  const stops = [rgb("heat-few"), rgb("heat-some"), rgb("heat-many")];
  const at = Math.min(1.9999, Math.pow(share, 0.45) * 2);
  const from = stops[Math.floor(at)];
  const to = stops[Math.floor(at) + 1];
  return from.map((value, i) => Math.round(value + (to[i] - value) * (at - Math.floor(at))));
};

const drawHeat = (run, course, range) => u => {
  const palette = Array.from({ length: 65 }, (_, i) => "rgb(" + mixed(i / 64).join(",") + ")");
  const width = course.heatJoined * run.interval;
  u.ctx.save();
  u.ctx.beginPath();
  u.ctx.rect(u.bbox.left, u.bbox.top, u.bbox.width, u.bbox.height);
  u.ctx.clip();
  course.heat.forEach((column, i) => {
    const from = Math.floor(u.valToPos(i * width, "x", true));
    const to = Math.ceil(u.valToPos(Math.min((i + 1) * width, Math.max(run.seconds, i * width)), "x", true));
    column.slice(1).forEach((count, j) => {
      if (count === 0) return;
      const bin = column[0] + j;
      const top = Math.floor(u.valToPos(highEdge(bin), "y", true));
      const bottom = Math.ceil(u.valToPos(lowEdge(bin), "y", true));
      u.ctx.fillStyle = palette[Math.ceil(64 * density(count, bin) / course.heatJoined / range.most)];
      u.ctx.fillRect(from, top, Math.max(1, to - from), Math.max(1, bottom - top));
    });
  });
  u.ctx.restore();
};

// Words on a chart stay readable over anything.
const drawWords = (u, words, x, y, align) => {
  u.ctx.font = 11 * devicePixelRatio + "px system-ui, sans-serif";
  u.ctx.textAlign = align;
  u.ctx.textBaseline = "bottom";
  u.ctx.strokeStyle = colour("paper");
  u.ctx.lineWidth = 3 * devicePixelRatio;
  u.ctx.setLineDash([]);
  u.ctx.strokeText(words, x, y);
  u.ctx.fillText(words, x, y);
};

// What was promised, as a dashed line from `from` to `to` with its name.
const drawLimit = (u, metric, limit, from, to) => {
  const y = u.valToPos(limit, "y", true);
  if (y < u.bbox.top || y > u.bbox.top + u.bbox.height) return;
  u.ctx.save();
  u.ctx.strokeStyle = u.ctx.fillStyle = colour("bad");
  u.ctx.lineWidth = 1.5 * devicePixelRatio;
  u.ctx.setLineDash([6 * devicePixelRatio, 4 * devicePixelRatio]);
  u.ctx.beginPath();
  u.ctx.moveTo(from, y);
  u.ctx.lineTo(to, y);
  u.ctx.stroke();
  drawWords(u, metric + " promised", to - 2 * devicePixelRatio, y - 2 * devicePixelRatio, "right");
  u.ctx.restore();
};

const drawLimits = limits => u => limits.forEach(([metric, limit]) =>
  drawLimit(u, metric, limit, u.bbox.left, u.bbox.left + u.bbox.width));

const heatChart = index => {
  const run = data.runs[index];
  const course = run && courseOf(run);
  if (!course) return null;
  const range = heatRange();
  if (range.most === 0) return null;
  const limits = (index === 0 && data.limits[chosen]) || [];
  const top = Math.max(highEdge(range.high), ...limits.map(each => each[1] < 4 * highEdge(range.high) ? each[1] : 0));
  return {
    options: {
      height: 300,
      padding: [22, 12, 0, 0],
      scales: { x: timeScale(longest()), y: logScale(lowEdge(range.low) / 1.05, top * 1.15) },
      axes: [timeAxis(), logAxis(millis, "y")],
      series: [
        { label: "at", value: (u, at) => at == null ? "" : clock(at) },
        line("p50", "p50", millis), line("p95", "p95", millis), line("p99", "p99", millis)],
      cursor: overTime(),
    },
    data: [courseTimes(run), course.p50.map(onLog), course.p95.map(onLog), course.p99.map(onLog)],
    hooks: [
      drawCourse(run, true),
      { drawAxes: drawHeat(run, course, range) },
      { draw: drawLimits(limits) }],
  };
};

makers.heat = () => heatChart(0);
makers.heat2 = () => heatChart(1);
