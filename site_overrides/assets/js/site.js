/* Light or dark, evidence in sight, search. Everything else works without a script. */
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

  /* Search. The index is fetched when the box is first opened. */
  var dialog = byId("search"), query = byId("query"), results = byId("search-results"), status = byId("search-status");
  var docs = null, waiting = false;
  /* One key for both scripts, so that Zhaparov, Japarov and Жапаровго meet; ө ү ң ё may be typed without. */
  var latin = { "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e", "ж": "j", "з": "z", "и": "i", "й": "i", "і": "i", "ӣ": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ү": "u", "ұ": "u", "ӯ": "u", "ф": "f", "х": "h", "һ": "h", "ҳ": "h", "ц": "c", "ч": "c", "ҷ": "j", "ш": "s", "щ": "s", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "u", "я": "a" };
  function fold(text) {
    return text.toLowerCase().replace(/[а-яёәғіӣқңөһҳүұӯҷ]/g, function (c) { return latin[c]; })
      .normalize("NFD").replace(/[\u0300-\u036f]/g, "")
      .replace(/dzh|dj|zh/g, "j").replace(/kh|gh/g, function (c) { return c === "kh" ? "h" : "g"; }).replace(/ch|ts/g, "c").replace(/sh/g, "s")
      .replace(/[yj]([ua])/g, function (c, vowel) { return c[0] === "y" ? vowel : c; }).replace(/y/g, "i").replace(/ı/g, "i").replace(/(.)\1+/g, "$1");
  }
  function words(text) { return (text.match(/[\p{L}\p{M}\p{N}]+/gu) || []).map(fold).filter(Boolean); }
  function alike(word, wanted) {
    if (word.startsWith(wanted)) return word.length === wanted.length ? 1 : 0.7;
    var shared = 0;
    while (shared < word.length && shared < wanted.length && word[shared] === wanted[shared]) shared++;
    /* Case endings: `wanted` may carry one, or both may differ in the last letters. */
    return shared >= 4 && shared >= word.length - 2 && wanted.length - shared <= 6 ? 0.5 : 0;
  }
  /* Whether `wanted` is the beginning of `word` but for one letter put in, left out, changed or swapped. */
  function slip(word, wanted) {
    if (wanted.length < 4) return 0;
    var i = 0;
    while (i < word.length && i < wanted.length && word[i] === wanted[i]) i++;
    if (i === 0) return 0;
    var rest = wanted.slice(i);
    return word.startsWith(rest.slice(1), i + 1) || word.startsWith(rest, i + 1) || word.startsWith(rest.slice(1), i) ||
      (rest[0] === word[i + 1] && rest[1] === word[i] && word.startsWith(rest.slice(2), i + 2)) ? 0.3 : 0;
  }
  function load() {
    if (docs || waiting) return;
    waiting = true;
    status.textContent = dialog.dataset.searching;
    fetch(dialog.dataset.index).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    }).then(function (index) {
      docs = index.docs.filter(function (doc) {
        return doc.location && !/^(\d{4}\/(\d\d\/)?|people\/|countries\/|archive\/)(#.*)?$/.test(doc.location) && !/#/.test(doc.location);
      }).map(function (doc) {
        /* The index holds a few tags and three entities; the result is only ever shown as text. */
        var plain = function (html) {
          return html.replace(/<[^>]*>/g, " ").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&").replace(/\s+/g, " ").trim();
        };
        var title = plain(doc.title), text = plain(doc.text);
        return {
          at: doc.location, title: title, text: text, heads: words(title), body: Array.from(new Set(words(text))),
          boost: /^people\//.test(doc.location) ? 3 : /^countries\//.test(doc.location) ? 2.5 : 1
        };
      });
      status.textContent = "";
      search();
    }).catch(function () { waiting = false; status.textContent = dialog.dataset.failed; });
  }
  function best(list, wanted, like) {
    var top = 0;
    for (var i = 0; i < list.length && top < 1; i++) top = Math.max(top, like(list[i], wanted));
    return top;
  }
  function rank(wanted, like) {
    return docs.map(function (doc) {
      var score = 0;
      for (var i = 0; i < wanted.length; i++) {
        var head = best(doc.heads, wanted[i], like), body = head === 1 ? 1 : best(doc.body, wanted[i], like);
        if (!head && !body) return null;
        score += head * 6 * doc.boost + body;
      }
      return { doc: doc, score: score };
    }).filter(Boolean).sort(function (a, b) { return b.score - a.score || (a.doc.at < b.doc.at ? 1 : -1); });
  }
  function search() {
    if (!docs) return;
    var wanted = words(query.value);
    results.textContent = "";
    if (!wanted.length) { status.textContent = ""; return; }
    var like = alike, found = rank(wanted, like);
    if (!found.length) {
      like = function (word, one) { return alike(word, one) || slip(word, one); };
      found = rank(wanted, like);
    }
    status.textContent = found.length ? dialog.dataset.found.replace("{n}", found.length) : dialog.dataset.none;
    found.slice(0, 20).forEach(function (hit) {
      var item = document.createElement("li"), link = document.createElement("a"), head = document.createElement("b"), line = document.createElement("span");
      link.href = dialog.dataset.root + hit.doc.at;
      head.textContent = hit.doc.title;
      snippet(line, hit.doc.text, wanted, like);
      link.append(head, line);
      item.append(link);
      results.append(item);
    });
  }
  function snippet(line, text, wanted, like) {
    var pattern = /[\p{L}\p{M}\p{N}]+/gu, match, marks = [];
    while ((match = pattern.exec(text)) && marks.length < 12) {
      var word = fold(match[0]);
      if (wanted.some(function (one) { return like(word, one); })) marks.push([match.index, match.index + match[0].length]);
    }
    var from = marks.length ? Math.max(0, marks[0][0] - 60) : 0, to = from + 170;
    if (from) from = text.indexOf(" ", from) + 1;
    line.append(from ? "… " : "");
    var at = from;
    marks.forEach(function (mark) {
      if (mark[0] < at || mark[1] > to) return;
      line.append(text.slice(at, mark[0]));
      var bright = document.createElement("mark");
      bright.textContent = text.slice(mark[0], mark[1]);
      line.append(bright);
      at = mark[1];
    });
    line.append(text.slice(at, to) + (to < text.length ? "…" : ""));
  }
  byId("search-open").addEventListener("click", function () { dialog.showModal(); query.focus(); load(); });
  addEventListener("keydown", function (event) {
    if (event.key === "/" && !dialog.open && !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      byId("search-open").click();
    }
  });
  dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
  var timer;
  query.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(search, 60); });
  query.addEventListener("keydown", function (event) {
    if (event.key === "Enter") {
      event.preventDefault();
      var first = results.querySelector("a");
      if (first) first.click();
    }
  });
})();
