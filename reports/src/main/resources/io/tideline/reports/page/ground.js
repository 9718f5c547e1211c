// What all charts stand on: the figures, the colours of the moment, and how values are said.
const root = document.documentElement;
window.addEventListener("error", event => { root.dataset.error = String(event.message); });

const data = JSON.parse(document.getElementById("data").textContent);
const PAPER_WIDTH = 680;
const LEAST_MILLIS = 0.5;

// The scope that the reader chose; 0 is all requests.
let chosen = 0;

const colour = name => getComputedStyle(root).getPropertyValue("--" + name).trim();

const rgb = name => {
  const hex = colour(name);
  return [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16));
};

const narrow = () => window.innerWidth < 560;

const trimmed = (value, digits) => {
  const text = value.toPrecision(digits);
  return text.indexOf("e") < 0 ? String(parseFloat(text)) : String(Math.round(value));
};

const number = value =>
  value == null ? "" : value >= 1000
    ? String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",") : trimmed(value, 3);

const millis = value =>
  value == null ? "" : value < 1 && value <= LEAST_MILLIS ? "<1 ms"
    : value >= 1000 ? trimmed(value / 1000, 3) + " s" : trimmed(value, 3) + " ms";

const micros = value => value == null ? "" : value < 1000 ? trimmed(value, 3) + " µs" : millis(value / 1000);

const percent = value => value == null ? "" : trimmed(100 * value, 3) + " %";

const percentile = x => {
  if (x <= 1) return "least";
  const digits = Math.max(0, Math.ceil(Math.log10(x)) - 2);
  return "p" + parseFloat((100 * (1 - 1 / x)).toFixed(digits + 1));
};

const two = value => String(value).padStart(2, "0");

// A time since the run's start: 4.2 s, 12:30, 3:05:00.
const clock = seconds => {
  if (seconds < 60) return trimmed(seconds, 3) + " s";
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return whole < 3600
    ? minutes + ":" + two(whole % 60)
    : Math.floor(minutes / 60) + ":" + two(minutes % 60) + (whole % 60 ? ":" + two(whole % 60) : "");
};

const TIME_STEPS = [
  0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800,
  3600, 7200, 10800, 14400, 21600, 43200, 86400, 172800, 604800];

const timeLabels = (u, splits, axis, space, step) => splits.map(at =>
  at === 0 ? "0" : step % 3600 === 0 ? at / 3600 + " h" : step % 60 === 0 ? at / 60 + " min" : clock(at));

// Distributions hold 0 ms too, which a log axis has no place for.
const onLog = value => value == null ? null : Math.max(LEAST_MILLIS, value);
