/* The ledger of figures: sort by a column, show only lines with some words. Without it, a table. */
(function () {
  "use strict";
  var table = document.getElementById("ledger");
  if (!table) return;
  var body = table.tBodies[0], rows = Array.from(body.rows), say = table.dataset;
  var order = new Intl.Collator(say.language, { numeric: true }).compare;

  function value(row, column) {
    var cell = row.cells[column];
    return "v" in cell.dataset ? cell.dataset.v : cell.textContent.trim();
  }
  Array.from(table.tHead.rows[0].cells).forEach(function (head, column) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", function () {
      var down = head.getAttribute("aria-sort") === "ascending";
      Array.from(head.parentNode.cells).forEach(function (one) { one.removeAttribute("aria-sort"); });
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      rows.sort(function (a, b) {
        var x = value(a, column), y = value(b, column), unit = a.cells[column].dataset.u || "", other = b.cells[column].dataset.u || "";
        if (!x || !y) return (x ? 0 : 1) - (y ? 0 : 1);  /* what is not known comes last both ways */
        if (unit !== other) return order(unit, other);  /* sums of one currency, then of the next, shares, counts */
        var amount = unit ? Number(x) - Number(y) : order(x, y);
        return down ? -amount : amount;
      });
      body.append.apply(body, rows);
    });
  });

  var label = document.createElement("label"), input = document.createElement("input"), found = document.createElement("output");
  label.className = "filter";
  label.append(say.filter + " ", input, found);
  input.type = "search";
  input.placeholder = say.placeholder;
  input.autocomplete = "off";
  table.parentNode.before(label);
  function plain(text) { return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[\u00a0\u202f]/g, " "); }
  var texts = new Map(rows.map(function (row) { return [row, plain(row.textContent)]; }));
  function show(keep, some) {
    var n = 0;
    rows.forEach(function (row) { row.hidden = !keep(row); n += !row.hidden; });
    found.textContent = some ? say.found.replace("{n}", n) : "";
  }
  input.addEventListener("input", function () {
    var wanted = plain(input.value).split(/\s+/).filter(Boolean);
    show(function (row) { return wanted.every(function (word) { return texts.get(row).includes(word); }); }, wanted.length);
  });
  /* A link to a measure leaves its lines; the words of the filter say so and can be cleared. */
  function linked() {
    var first = location.hash.length > 1 && rows.find(function (row) { return row.id === location.hash.slice(1); });
    if (!first) return;
    input.value = first.cells[1].textContent.trim();
    show(function (row) { return row.dataset.m === first.id; }, true);
  }
  window.addEventListener("hashchange", linked);
  linked();
})();
