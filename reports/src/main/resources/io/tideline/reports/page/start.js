// Puts the page together, and again when colours or paper change.
const choose = scope => {
  chosen = scope;
  document.querySelectorAll("select.scope").forEach(each => { each.value = String(scope); });
  drawAll();
};

const offerScopes = select => {
  data.scopes.forEach((name, i) => select.append(new Option(name, String(i))));
  select.addEventListener("change", () => choose(Number(select.value)));
};

const print = on => {
  root.classList.toggle("printing", on);
  drawAll();
};

document.querySelectorAll(".chart, .choices").forEach(each => { each.hidden = false; });
prepareTables();
document.querySelectorAll("select.scope").forEach(offerScopes);
drawAll();

window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
window.addEventListener("beforeprint", () => print(true));
window.addEventListener("afterprint", () => print(false));
let waiting = 0;
new ResizeObserver(() => {
  clearTimeout(waiting);
  waiting = setTimeout(resizeAll, 80);
}).observe(document.querySelector("main"));

// Says whether all was drawn, and how long that took since the page was asked for. Charts draw
// themselves in microtasks, which come before this one.
queueMicrotask(() => {
  const missing = Array.from(document.querySelectorAll("[data-chart]")).filter(box => !box.dataset.drawn);
  root.dataset.charts = missing.length === 0 ? "drawn" : "missing " + missing.map(box => box.id).join(" ");
  root.dataset.millis = String(Math.round(performance.now()));
});
