// Tables that can be sorted by a column, and shown for one phase.
const sortValue = (row, column) => {
  const cell = row.cells[column];
  const value = cell.dataset.v;
  return value == null ? cell.textContent.toLowerCase() : parseFloat(value);
};

const sortBy = (table, column, falling) => {
  const body = table.tBodies[0];
  const rows = Array.from(body.rows).filter(row => !row.classList.contains("total"));
  rows
    .map((row, i) => ({ row, i, value: sortValue(row, column) }))
    .sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0) * (falling ? -1 : 1) || a.i - b.i)
    .forEach(({ row }) => body.append(row));
};

const makeSortable = table => Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
  const button = document.createElement("button");
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    const falling = head.getAttribute("aria-sort") !== "descending";
    Array.from(table.tHead.rows[0].cells).forEach(each => each.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", falling ? "descending" : "ascending");
    sortBy(table, column, falling);
  });
});

const showPhase = phase => document.querySelectorAll("tr[data-phase]").forEach(row => {
  row.hidden = row.dataset.phase !== phase;
});

const showTimes = fromDue => {
  document.querySelectorAll(".figures .m").forEach(each => { each.hidden = fromDue; });
  document.querySelectorAll(".figures .i").forEach(each => { each.hidden = !fromDue; });
};

const prepareTables = () => {
  document.querySelectorAll("table.sortable").forEach(makeSortable);
  const phases = document.getElementById("phase");
  if (phases != null) phases.addEventListener("change", () => showPhase(phases.value));
  const fromDue = document.getElementById("from-due");
  if (fromDue != null) fromDue.addEventListener("change", () => showTimes(fromDue.checked));
};
