/* Light or dark, evidence in sight. Everything else works without a script; search is in search.js. */
(function () {
  "use strict";
  var root = document.documentElement;
  var byId = function (id) { return document.getElementById(id); };
  var keep = function (key, value) { try { localStorage.setItem(key, value); } catch (e) { /* private window */ } };

  byId("theme").addEventListener("click", function () {
    var dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    keep("theme", root.dataset.theme);
  });
  document.querySelectorAll("[data-language]").forEach(function (link) {
    link.addEventListener("click", function () { keep("language", link.dataset.language); link.hash = location.hash; });
  });

  /* Evidence: mark the sentence, flash the words, also when the same line is followed twice. */
  var lit = [];
  function show() {
    lit.forEach(function (node) { node.classList.remove("lit", "flash"); });
    lit = [];
    var target = location.hash.length > 1 && byId(decodeURIComponent(location.hash.slice(1)));
    var sentence = target && target.closest(".s");
    if (!sentence) return;
    lit = [target, sentence];
    if (target.classList.contains("q")) {
      document.querySelectorAll(".s").forEach(function (other) {
        if (other.querySelector('[data-q="' + target.id + '"]')) lit.push(other);
      });
    }
    void target.offsetWidth;
    lit.forEach(function (node) { node.classList.add("lit"); });
    target.classList.add("flash");
  }
  addEventListener("hashchange", show);
  show();
  document.querySelectorAll(".facts").forEach(function (box) {
    box.addEventListener("click", function (event) {
      var link = event.target.closest("a");
      if (link) { if (link.hash && link.hash === location.hash) setTimeout(show); return; }
      var line = event.target.closest("li");
      if (!line || String(getSelection())) return;
      var evidence = line.querySelector("a.ev");
      if (evidence) evidence.click();
    });
  });
})();
