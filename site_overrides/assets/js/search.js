/* Search: the dialog on every page, and the search page. The index is made by rendering/search_records.py. */
(function () {
  "use strict";
  var root = new URL("../../", document.currentScript.src);
  var byId = function (id) { return document.getElementById(id); };

  /* -- files ---------------------------------------------------------------------------------- */
  var manifest = null, files = new Map();
  function unpack(answer) {
    if (!answer.ok) throw new Error(answer.status);
    return new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).json();
  }
  function get(path) {
    if (!files.has(path)) {
      files.set(path, fetch(new URL("search/" + path + ".bin?" + manifest.version, root)).then(unpack).catch(function (error) {
        files.delete(path);
        throw error;
      }));
    }
    return files.get(path);
  }
  var ready = null;
  /* All that every search needs. */
  function prepare() {
    if (!ready) {
      ready = fetch(new URL("search/index.json", root), { cache: "no-cache" }).then(function (answer) {
        if (!answer.ok) throw new Error(answer.status);
        return answer.json();
      }).then(function (found) {
        manifest = found;
        return Promise.all([get("stems"), get("docs")]);
      }).then(function (found) {
        words = reader(found[0]);
        docs = found[1];
        var day = 0;
        docs.body = new Set(docs.bodies);
        docs.day = docs.days.map(function (step) { return (day += step); });
      }).catch(function (error) { ready = null; throw error; });
    }
    return ready;
  }
  var words = null, docs = null;

  /* -- words: text/search_words.py, lexicon/endings.py and lexicon/folded_morphology.py again -------- */
  function reader(tables) {
    var letters = tables.folding.letters;
    var rules = tables.folding.rules.map(function (rule) { return [new RegExp(rule[0], "gu"), rule[1]]; });
    function fold(word) {
      var read = Array.from(word.replace(/İ/g, "i").toLowerCase(), function (letter) { return letter in letters ? letters[letter] : letter; }).join("");
      read = read.normalize("NFD").replace(/\p{Mn}/gu, "");
      rules.forEach(function (rule) { read = read.replace(rule[0], rule[1]); });
      return read;
    }
    var kinds = { none: function () { return function (word) { return word.toLowerCase(); }; }, endings: endings, suffixes: suffixes };
    var stems = {}, keys = {};
    Object.keys(tables.languages).forEach(function (code) {
      var table = tables.languages[code], stem = kinds[table.kind](table);
      keys[code] = new Map();
      stems[code] = stem;
    });
    var plain = new Map();
    function key(stem) {
      if (!plain.has(stem)) plain.set(stem, fold(stem) || stem.toLowerCase());
      return plain.get(stem);
    }
    function keyIn(code, word) {
      if (!stems[code]) return key(word.toLowerCase());
      if (!keys[code].has(word)) keys[code].set(word, key(stems[code](word)));
      return keys[code].get(word);
    }
    /* `word` with Latin letters read in another way; itself where there is none. */
    function variant(word) {
      return word.replace(/[a-z]/gi, function (letter) { return tables.folding.variants[letter.toLowerCase()] || letter; });
    }
    return { stems: stems, variant: variant, fold: key, key: keyIn, codes: Object.keys(stems) };
  }
  var WORD = /\p{Nd}+|[\p{L}\p{Nl}\p{No}]+(?:['\u2019\u02bc\u02bb\u2018][\p{L}\p{Nl}\p{No}]+)*/gu;
  function split(text) {
    var found = [], match;
    WORD.lastIndex = 0;
    while ((match = WORD.exec(text))) found.push({ word: match[0], at: match.index, end: match.index + match[0].length });
    return found;
  }
  function folder(table) {
    return function (word) {
      return Array.from(word.toLowerCase(), function (letter) { return letter in table.fold ? table.fold[letter] : letter; }).join("");
    };
  }
  function endings(table) {
    var fold = folder(table), whole = new Set(table.whole), list = new Map(Object.entries(table.endings)), irregular = new Map(Object.entries(table.irregular));
    var longest = Math.max.apply(null, Object.keys(table.endings).map(function (one) { return one.length; }));
    function shorter(word) {
      for (var length = Math.min(longest, word.length); length > 0; length--) {
        var put = list.get(word.slice(-length));
        if (put === undefined) continue;
        var left = word.slice(0, word.length - length);
        if (left.length >= table.shortest && Array.from(table.vowels).some(function (vowel) { return left.includes(vowel); })) return left + put;
      }
      return word;
    }
    return function (word) {
      var left = fold(word);
      left = irregular.has(left) ? irregular.get(left) : left;
      for (var turn = 0; turn < 8 && !whole.has(left); turn++) {
        var next = shorter(left);
        if (next === left) break;
        left = next;
      }
      return left;
    };
  }
  function suffixes(table) {
    var fold = folder(table), vowels = new Set(table.vowels), voicing = table.voicing, unvoiced = {};
    Object.keys(voicing).forEach(function (letter) { unvoiced[voicing[letter]] = letter; });
    var whole = new Set(table.whole.split(" ")), known = new Set(table.known.split(" "));
    var irregular = new Map(Object.entries(table.irregular)), undropped = new Map(Object.entries(table.undropped)), traces = new Map(Object.entries(table.traces));
    var surfaces = new Map(Object.entries(table.surfaces).map(function (row) {
      return [row[0], row[1].map(function (entry) { return [entry[0], new Set(entry[1].split(" "))]; })];
    }));
    var longest = Math.max.apply(null, Array.from(surfaces.keys(), function (one) { return one.length; }));
    function ends(word, list) { return list.some(function (ending) { return word.endsWith(ending); }); }
    function context(left) {
      for (var i = left.length - 1; i >= 0; i--) if (vowels.has(left[i])) return left[i] + left[left.length - 1];
      return "";
    }
    function score(base, possessed) {
      if (known.has(base)) return 30 + base.length;
      if (base.length < 3) return -8;
      if (!Array.from(base).some(function (letter) { return vowels.has(letter); })) return -12;
      if (base.length > 4 && ends(base, table.common)) return 3;
      return possessed ? 2 : 0;
    }
    function restore(stem, vocalic, free) {
      if (free || !vocalic) return [stem];
      var found = undropped.has(stem) ? [undropped.get(stem)] : [], last = stem[stem.length - 1];
      var behind = stem.length > 1 && vowels.has(stem[stem.length - 2]);
      if (behind && last in unvoiced) found.push(stem.slice(0, -1) + unvoiced[last]);
      else if (!(behind && last in voicing)) found.push(stem);
      return found;
    }
    function undo(word, slots, count, weight, scores, glued) {
      for (var length = 1; length <= Math.min(longest, word.length - 1); length++) {
        var entries = surfaces.get(word.slice(word.length - length));
        if (!entries) continue;
        var left = word.slice(0, word.length - length), before = context(left);
        entries.forEach(function (entry) {
          var suffix = table.suffixes[entry[0]];
          if (slots && !slots.includes(suffix[0])) return;
          if (glued !== left.length && !entry[1].has(before)) return;
          var sum = weight + (count ? suffix[3] : suffix[2]), after = suffix[1];
          var bare = glued ? left.length === glued : after.includes("stem");
          if (bare && (after.includes("stem") || after.includes("open"))) {
            var vocalic = vowels.has(word[left.length]);
            restore(left, vocalic, glued > 0).forEach(function (base) {
              var worth = sum + (glued ? 90 : score(base, count === 0 && suffix[4] === 1));
              if (worth > (scores.has(base) ? scores.get(base) : -99)) scores.set(base, worth);
            });
          }
          if (left.length > Math.max(2, glued)) undo(left, after, count + 1, sum, scores, glued);
        });
      }
    }
    function best(word, glued) {
      var scores = new Map([[word, whole.has(word) ? 100 : known.has(word) ? 60 : 0]]);
      if (irregular.has(word)) scores.set(irregular.get(word), 89);
      undo(word, null, 0, 0, scores, glued);
      var winner = null, top = 0;
      scores.forEach(function (worth, base) {
        if (winner === null || worth > top || (worth === top && (base.length > winner.length || (base.length === winner.length && base < winner)))) { winner = base; top = worth; }
      });
      return winner;
    }
    /* Verbs. */
    var verbs = new Set(table.verbs.split(" ")), forms = new Map(Object.entries(table.verbForms)), wide = new Map(Object.entries(table.wide));
    var ofVerbs = new Map(Object.entries(table.endings).map(function (row) {
      return [row[0], row[1].map(function (entry) { return [entry[0], new Set(entry[1].split(" "))]; })];
    }));
    var wideOnes = new Set(wide.values()), longestOfVerbs = Math.max.apply(null, Array.from(ofVerbs.keys(), function (one) { return one.length; }));
    function nounOnly(word) { return known.has(word) && !ends(word, table.swallowing); }
    function same(stem) {
      if (stem.length < 3 || !wideOnes.has(stem[stem.length - 1])) return stem;
      var before = context(stem.slice(0, -1))[0];
      return before ? stem.slice(0, -1) + wide.get(before) : stem;
    }
    function lefts(word) {
      var found = [];
      for (var length = 1; length <= Math.min(longestOfVerbs, word.length - 1); length++) {
        var left = word.slice(0, word.length - length), before = context(left);
        (ofVerbs.get(word.slice(word.length - length)) || []).forEach(function (entry) {
          if (!entry[1].has(before)) return;
          var merges = table.verbal[entry[0]].merges;
          Array.from(merges).forEach(function (vowel) { found.push([table.verbal[entry[0]], left + vowel, false]); });
          if (!merges) found.push([table.verbal[entry[0]], left, vowels.has(word[left.length])]);
        });
      }
      return found;
    }
    function doubt(stem) {
      if (verbs.has(stem)) return nounOnly(stem) ? 0 : -1;
      if (stem.length < 4) return 3;
      if (madeOf(stem).length) return 1;
      var loan = stem + table.loan, sounding = Array.from(stem).filter(function (letter) { return vowels.has(letter); }).length;
      if (!wideOnes.has(stem[stem.length - 1]) || sounding < 2) return 3;
      return known.has(loan) || ends(loan, table.common) ? 3 : 2;
    }
    function madeOf(stem) {
      var found = [];
      lefts(stem).forEach(function (one) {
        var suffix = one[0], left = one[1];
        if (!suffix.made || left.length < suffix.shortest) return;
        if (suffix.after.includes("stem")) { if (!ends(left, table.participles)) found.push([suffix, left]); return; }
        restore(left, one[2], false).map(same).forEach(function (base) { if (doubt(base) <= 1) found.push([suffix, base]); });
      });
      return found;
    }
    function undoVerb(word, slots, last, found) {
      lefts(word).forEach(function (one) {
        var suffix = one[0], left = one[1];
        if (suffix.made || (slots && !slots.includes(suffix.slot))) return;
        var ending = last || suffix, strict = suffix.always ? suffix : ending;
        if (suffix.after.includes("verb")) restore(left, one[2], false).map(same).forEach(function (stem) {
          var end = vowels.has(stem[stem.length - 1]) ? "vowel" : "consonant", little = doubt(stem);
          if (stem.length >= suffix.shortest && little <= Math.min(ending[end], strict[end])) found.set(stem, Math.max(little, 0));
        });
        if (left.length > 2 && !nounOnly(left)) undoVerb(left, suffix.after, ending, found);
      });
    }
    function verb(word) {
      if (forms.has(word)) return forms.get(word);
      if (nounOnly(word) || irregular.has(word) || verbs.has(same(word))) return "";
      var found = new Map(), stem = "";
      undoVerb(word, null, null, found);
      found.forEach(function (little, one) {
        var than = little - found.get(stem) || stem.length - one.length;
        if (!stem || than < 0 || (than === 0 && one < stem)) stem = one;
      });
      while (stem && !verbs.has(stem)) {
        var weak = madeOf(stem).find(function (one) { return one[0].weak; });
        if (!weak) break;
        stem = weak[1];
      }
      return stem;
    }
    return function (word) {
      var glue = word.match(/^(\p{Lu}{2,})(\p{Ll}+)$/u), stem = fold(word);
      if (glue) stem = best(stem, fold(glue[1]).length);
      for (var turn = 0; turn < 4; turn++) {
        var ofVerb = verb(stem);
        if (ofVerb) return ofVerb;
        var next = best(stem, 0), trace = traces.get(next.slice(-2));
        if (trace && next.length >= trace[0]) next = next.slice(0, -2) + trace[1];
        if (next === stem) break;
        stem = next;
      }
      return stem;
    };
  }

  /* -- asking ----------------------------------------------------------------------------------- */
  var PLACE = [0.4, 1, 1.8, 3], ROLE = [0.3, 1, 2.4, 3];
  function shardOf(key) {
    var low = 0, high = manifest.starts.length;
    while (low < high) { var middle = (low + high) >> 1; if (manifest.starts[middle] <= key) low = middle + 1; else high = middle; }
    return low - 1;
  }
  function shard(number) { return number < 0 || number >= manifest.starts.length ? Promise.resolve([]) : get("terms/" + number); }
  /* Rows whose key is `key`, or begins with it. */
  function rows(key, open) {
    var first = shardOf(key), last = open ? Math.min(shardOf(key + "\uffff"), first + 1) : first, all = [];
    for (var n = first; n <= last; n++) all.push(shard(n));
    return Promise.all(all).then(function (found) {
      return found.flat().filter(function (row) { return open ? row[0].startsWith(key) && row[0] !== key : row[0] === key; });
    });
  }
  /* What one word finds: keys, and for articles and entities what it is worth there. */
  function look(word, last, ui) {
    var keys = new Map(), raw = words.fold(word.toLowerCase());
    words.codes.forEach(function (code) {
      var key = words.key(code, word);
      if (!keys.has(key)) keys.set(key, []);
      keys.get(key).push(code);
    });
    if (!keys.has(raw)) keys.set(raw, words.codes);
    var other = words.fold(words.variant(word).toLowerCase());
    if (!keys.has(other)) keys.set(other, words.codes);
    var found = { word: word, keys: new Set(), open: "", docs: new Map(), entities: new Map(), near: false };
    function take(row, codes, quality) {
      found.keys.add(row[0]);
      var number = 0, rarity = Math.log(1 + manifest.articles / (1 + row[1].length));
      row[1].forEach(function (code) {
        number += code >> 2;
        var own = !codes || codes.includes(docs.languages[docs.language[number]]) ? 1 : 0.5;
        var worth = PLACE[code & 3] * quality * own * rarity;
        if (worth > (found.docs.get(number) || 0)) found.docs.set(number, worth);
      });
      (row[2] || []).forEach(function (code) {
        var entity = code >> 4, role = (code >> 2) & 3, length = (code & 3) + 1, worth = ROLE[role] * quality;
        var seen = found.entities.get(entity);
        if (!seen || worth > seen.worth) found.entities.set(entity, { worth: worth, role: role, length: length, quality: quality });
      });
    }
    return Promise.all(Array.from(keys, function (pair) {
      return rows(pair[0], false).then(function (list) { list.forEach(function (row) { take(row, pair[1], row[0] === raw ? 1.05 : 1); }); });
    })).then(function () {
      if (/^\p{Nd}+$/u.test(word)) return found;
      /* The last word may not be finished. */
      if (last && raw.length > 1 || (!found.keys.size && raw.length > 2)) {
        return rows(raw, true).then(function (list) {
          list.sort(function (a, b) { return b[1].length - a[1].length; });
          if (list.length) found.open = raw;
          list.slice(0, 40).forEach(function (row) { take(row, null, found.keys.has(raw) ? 0.35 : 0.6); });
          return found;
        });
      }
      return found;
    }).then(function () {
      /* Nothing, or nothing she can read: another word may be meant. */
      if (/^\p{Nd}+$/u.test(word) || found.entities.size) return found;
      for (var number of found.docs.keys()) if (docs.languages[docs.language[number]] === ui) return found;
      return vocabulary(keys).then(function (groups) {
        var near = nearest(keys, groups, found.keys);
        found.near = near.length > 0 && !found.keys.size;
        return Promise.all(near.map(function (one) {
          return rows(one.term, false).then(function (list) { list.forEach(function (row) { take(row, one.codes, 0.7 - 0.2 * (one.far - near[0].far)); }); });
        })).then(function () { return found; });
      });
    });
  }
  /* The words that share one of their first two letters with one of the first two of `meant`. */
  function vocabulary(meant) {
    var letters = new Set();
    meant.forEach(function (_, key) { if (key.length > 3) letters.add(key[0]).add(key[1]); });
    return Promise.all(Array.from(letters).filter(function (letter) { return manifest.letters.includes(letter); }).map(function (letter) {
      return get("words/" + manifest.letters.indexOf(letter));
    }));
  }
  /* The words least different from those a reader may have meant; an ending may be left over. */
  function nearest(meant, groups, known) {
    var keys = Array.from(meant).filter(function (pair) { return pair[0].length > 3; }), best = 99, found = [], seen = new Set(known);
    groups.forEach(function (group) { group[0].forEach(function (term, place) {
      if (seen.has(term)) return;
      seen.add(term);
      var hit = null;
      keys.forEach(function (pair) {
        var key = pair[0], most = key.length < 5 || term[0] !== key[0] ? 1 : 2;
        if (term.length > key.length + most || key.length > term.length + most + 4) return;
        if (term[0] !== key[0] && term[0] !== key[1] && term[1] !== key[0] && term[1] !== key[1]) return;
        var far = distance(key, term, most);
        if (far > most + 1.2 || far > best + 1) return;
        if (!hit || far < hit.far) hit = { term: term, far: far, codes: pair[1], often: group[1][place] };
        else if (far === hit.far) hit.codes = hit.codes.concat(pair[1]);
      });
      if (!hit) return;
      best = Math.min(best, hit.far);
      found.push(hit);
    }); });
    return found.filter(function (hit) { return hit.far <= best + 1; }).sort(function (a, b) {
      return a.far - b.far || b.often - a.often || (a.term < b.term ? -1 : 1);
    }).slice(0, 6);
  }
  /* Letters put in, left out, changed or swapped between `term` and a beginning of `word`. */
  function distance(word, term, most) {
    var width = word.length + 1, older = [], old = [], row = [], i, j;
    for (j = 0; j < width; j++) old.push(j);
    for (i = 1; i <= term.length; i++) {
      row = [i];
      var least = i;
      for (j = 1; j < width; j++) {
        var cost = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (term[i - 1] === word[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && term[i - 1] === word[j - 2] && term[i - 2] === word[j - 1]) cost = Math.min(cost, older[j - 2] + 1);
        row.push(cost);
        if (cost < least) least = cost;
      }
      if (least > most) return 99;
      older = old; old = row;
    }
    var best = old[width - 1] <= most ? old[width - 1] : 99;
    for (j = Math.max(4, width - 5); j < width - 1; j++) {
      if (old[j] <= 1 && term.length > 3) best = Math.min(best, old[j] + 0.4 * (width - 1 - j));
    }
    return best;
  }
  function search(query, ui) {
    var list = split(query.normalize("NFC")).slice(0, 8), settled = /\s$/.test(query);
    return Promise.all(list.map(function (one, n) { return look(one.word, n === list.length - 1 && !settled, ui); })).then(function (found) {
      return { words: found, entities: people(found), docs: articles(found, ui) };
    });
  }
  function people(found) {
    var sums = new Map();
    found.forEach(function (word) {
      word.entities.forEach(function (hit, entity) {
        var sum = sums.get(entity) || { entity: entity, words: 0, names: 0, worth: 0, length: 9 };
        sum.words++;
        sum.worth += hit.worth;
        if (hit.role > 0) { sum.names++; sum.length = Math.min(sum.length, hit.length); }
        sums.set(entity, sum);
      });
    });
    return Array.from(sums.values()).filter(function (sum) {
      if (!sum.names) return false;
      if (sum.names < sum.length && docs.body.has(sum.entity)) return false;
      return sum.words === found.length || found.every(function (word) {
        return word.entities.has(sum.entity) || Array.from(word.entities.values()).some(function (hit) { return hit.role === 0 && hit.quality >= 1; });
      });
    }).map(function (sum) {
      sum.worth += Math.min(1, sum.names / sum.length) * 2 + 1.5 / (1 + Math.log(1 + sum.entity)) + sum.words;
      return sum;
    }).sort(function (a, b) { return b.worth - a.worth || a.entity - b.entity; });
  }
  function articles(found, ui) {
    if (!found.length) return docs.day.map(function (_, number) { return { number: number, worth: 0 }; });
    var sums = new Map();
    found.forEach(function (word) {
      word.docs.forEach(function (worth, number) {
        var sum = sums.get(number) || [0, 0];
        sum[0]++;
        sum[1] += worth;
        sums.set(number, sum);
      });
    });
    var most = 0;
    sums.forEach(function (sum) { most = Math.max(most, sum[0]); });
    var needed = Math.max(1, Math.min(found.length, most)), result = [];
    if (needed < found.length && needed * 2 < found.length) needed = found.length + 1;
    sums.forEach(function (sum, number) {
      if (sum[0] < needed) return;
      var own = docs.languages[docs.language[number]] === ui ? 2 : 1;
      result.push({ number: number, worth: sum[1] * own * (1.1 - 0.1 * number / docs.day.length) });
    });
    return result.sort(function (a, b) { return b.worth - a.worth || a.number - b.number; });
  }

  /* -- figures by value ------------------------------------------------------------------------------ */
  var amountReader = null, decimalMark = ".";
  /* How amounts are asked for, and where they are: `{ read, places }`. */
  function figures() {
    if (!amountReader) {
      amountReader = prepare().then(function () {
        return Promise.all([get("figures"), import(new URL("assets/js/amounts.js", root))]);
      }).then(function (both) {
        decimalMark = (both[0].asking[ui] || { mark: "." }).mark;
        return { places: both[0], read: both[1].reader(both[0], words, ui) };
      }).catch(function (error) { amountReader = null; throw error; });
    }
    return amountReader;
  }
  /* The amount `query` asks for, or null; a word or two without a figure ask for none. */
  function asked(query) {
    if (!/[\p{Nd}\p{Sc}%]/u.test(query) && query.trim().split(/\s+/).length < 3) return Promise.resolve(null);
    return figures().then(function (known) { return known.read(query); });
  }
  /* The figures of these units between two values, the largest first, and whether there may be more. */
  var MOST_FILES = 8;
  function valued(places, units, least, most, ui, wanted, fits) {
    function before(one, other) { return one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]); }
    function place(row) {
      var low = 0, high = places.starts.length;
      while (low < high) { var middle = (low + high) >> 1; if (before(places.starts[middle], row)) low = middle + 1; else high = middle; }
      return low - 1;
    }
    return Promise.all(units.map(function (unit) {
      var first = Math.max(0, place([unit, least])), last = place([unit, most]), read = 0, rows = [];
      while (last + 1 < places.starts.length && !before([unit, most], places.starts[last + 1])) last++;
      function next(n) {
        if (n < first) return rows;
        if (read++ >= MOST_FILES || stories(rows).length >= wanted) { rows.more = true; return rows; }
        return get("figures/" + n).then(function (file) {
          file.forEach(function (row) { if (row[0] === unit && row[1] >= least && row[1] <= most && (!fits || fits(row[2]))) rows.push(row); });
          return next(n - 1);
        });
      }
      return next(last);
    })).then(function (lists) {
      var all = stories(lists.flat());
      all.more = lists.some(function (rows) { return rows.more; });
      return all;
    });
    /* Of each story the version that the reader can read. */
    function stories(rows) {
      var own = function (row) { return docs.languages[docs.language[row[2]]] === ui; }, told = new Map();
      rows.forEach(function (row) { if (row.length > 5 && (!told.has(row[5]) || own(row))) told.set(row[5], row); });
      return rows.filter(function (row) { return row.length < 6 || told.get(row[5]) === row; }).sort(function (a, b) { return b[1] - a[1] || a[2] - b[2]; });
    }
  }
  /* Digits in threes, which every language reads and a field reads back. */
  function grouped(value) {
    var parts = String(Math.round(value * 1e6) / 1e6).split(".");
    return parts[0].replace(/\B(?=(\d{3})+$)/g, "\u00a0") + (parts[1] ? decimalMark + parts[1] : "");
  }
  function unitsOf(amount, places) {
    if (amount.unit) return [amount.unit];
    if (amount.nouns.length) return Array.from(new Set(amount.nouns));
    return places.units.map(function (one) { return one[0]; }).filter(function (unit) { return /^[A-Z]{3}$/.test(unit); });
  }
  /* Figures that a query asks for, and the words that say so: null where it asks for none. */
  function figuresFor(query, ui, wanted) {
    return asked(query).then(function (amount) {
      if (!amount) return null;
      return Promise.all([figures(), amount.rest.length ? search(amount.rest.join(" ") + " ", ui) : null]).then(function (both) {
        var articles = both[1] && new Set(both[1].docs.map(function (one) { return one.number; }));
        return valued(both[0].places, unitsOf(amount, both[0].places), amount.least, amount.most, ui, wanted, articles && function (number) { return articles.has(number); });
      }).then(function (list) { return list.length ? { amount: amount, list: list, unit: amount.unit || (amount.nouns.length ? list[0][0] : "") } : null; });
    });
  }
  function figureItem(row, ui) {
    return get("articles/" + row[2]).then(function (article) {
      var line = article.text.concat(article.title).find(function (text) { return text.includes(row[3]); }) || row[3], at = line.indexOf(row[3]), from = at > 150 ? line.indexOf(" ", at - 90) + 1 : 0;
      var href = new URL(article.id + "/" + (row[4] ? "#" + row[4] : ""), new URL(ui + "/", root)), shift = from ? 2 - from : 0;
      var text = (from ? "… " : "") + cut(line.slice(from), Math.max(230, at - from + row[3].length));
      var item = hit(article.id, href, row[3], [article.dates[ui], article.title].join(" · "), bright(make("span"), text, [{ word: row[3], at: at + shift, end: at + shift + row[3].length }]));
      item.className = "figure";
      ["b", "span"].forEach(function (tag) { item.querySelector(tag).lang = article.language; });
      return item;
    });
  }
  /* The same on the ledger, and how the query was understood. */
  function ledgerItem(found, say, ui) {
    var parameters = new URLSearchParams(), amount = found.amount;
    var exact = amount.least === amount.most, least = isFinite(amount.least), most = isFinite(amount.most);
    if (least) parameters.set("least", amount.least);
    if (most) parameters.set("most", amount.most);
    if (found.unit) parameters.set("unit", found.unit);
    var bounds = exact ? grouped(amount.least) : least && most ? grouped(amount.least) + "–" + grouped(amount.most) : (least ? "≥ " : "≤ ") + grouped(least ? amount.least : amount.most);
    var item = make("li", "", "figure-all"), link = make("a", [say.figures + ":", bounds, amount.unit].filter(Boolean).join(" "));
    link.href = new URL("figures/?" + parameters, new URL(ui + "/", root));
    item.append(link);
    return item;
  }

  /* -- filters ---------------------------------------------------------------------------------- */
  var FACETS = ["person", "country", "pair", "year", "language", "event"];
  var iso = function (day) { return new Date(day * 864e5).toISOString().slice(0, 10); };
  function valuesOf(number, facets) {
    var entities = facets ? facets.entity[number].map(function (one) { return facets.ids[one]; }) : [];
    var of = function (kind) { return entities.filter(function (id) { return id.startsWith(kind + ":"); }).map(function (id) { return id.slice(kind.length + 1); }); };
    var countries = of("country").sort(), pairs = [];
    countries.forEach(function (one, n) { countries.slice(n + 1).forEach(function (other) { pairs.push(one + "-" + other); }); });
    return {
      person: of("person"), country: countries, pair: pairs, year: [iso(docs.day[number]).slice(0, 4)],
      language: [docs.languages[docs.language[number]]], event: [docs.events[docs.event[number]]]
    };
  }
  function filtered(list, wanted, facets) {
    return list.filter(function (hit) {
      var day = iso(docs.day[hit.number]);
      if ((wanted.from && day < wanted.from) || (wanted.to && day > wanted.to)) return false;
      var values = null;
      return FACETS.every(function (facet) {
        if (!wanted[facet]) return true;
        values = values || valuesOf(hit.number, facets);
        return values[facet].includes(wanted[facet]);
      });
    });
  }

  /* -- showing ---------------------------------------------------------------------------------- */
  function make(tag, text, name) {
    var node = document.createElement(tag);
    if (text) node.textContent = text;
    if (name) node.className = name;
    return node;
  }
  function entity(ui, number) {
    return get(ui + "/" + Math.floor(number / manifest.chunk)).then(function (rows) { return rows[number % manifest.chunk]; });
  }
  /* Which words of a text the search found, as they stand there. */
  function marks(text, article, found) {
    var named = new Set();
    article.named.forEach(function (one) {
      if (found.some(function (word) { var hit = word.entities.get(one[0]); return hit && hit.role > 0; })) split(one[1]).forEach(function (part) { named.add(part.word); });
    });
    return split(text).filter(function (part) {
      var key = words.key(article.language, part.word);
      return named.has(part.word) || found.some(function (word) {
        return word.keys.has(key) || (word.open && words.fold(part.word.toLowerCase()).startsWith(word.open));
      });
    });
  }
  function bright(node, text, list) {
    var at = 0;
    list.forEach(function (part) {
      node.append(text.slice(at, part.at));
      node.append(make("mark", part.word));
      at = part.end;
    });
    node.append(text.slice(at));
    return node;
  }
  /* The sentence with most of the words sought, cut to what fits. */
  function sentence(article, found) {
    var best = null;
    article.text.forEach(function (text) {
      var list = marks(text, article, found), different = new Set(list.map(function (part) { return words.key(article.language, part.word); })).size;
      if (different && (!best || different > best.different)) best = { text: text, list: list, different: different };
    });
    if (!best) return { text: cut(article.lead || article.text[0] || "", 220), list: [] };
    var from = Math.max(0, best.list[0].at - 90);
    if (best.text.length <= 240) from = 0;
    if (from) from = best.text.indexOf(" ", from) + 1;
    var text = cut(best.text.slice(from), 230), shift = (from ? 2 : 0) - from;
    return {
      text: (from ? "… " : "") + text,
      list: best.list.filter(function (part) { return part.at >= from && part.end - from <= text.length; }).map(function (part) {
        return { word: part.word, at: part.at + shift, end: part.end + shift };
      })
    };
  }
  function cut(text, length) { return text.length > length ? text.slice(0, text.lastIndexOf(" ", length)) + " …" : text; }
  function hit(id, href, title, meta, line) {
    var item = make("li"), link = make("a"), head = make("b");
    item.dataset.result = id;
    link.href = href;
    head.append(title);
    link.append(head);
    if (meta) link.append(make("small", meta));
    if (line) link.append(line);
    item.append(link);
    return item;
  }

  /* One box with its status and its results: the dialog's, or the search page's. */
  function Panel(parts) {
    var turn = 0, say = parts.say, ui = parts.ui, home = new URL(ui + "/", root), shown = parts.most;
    function articleItem(number, found) {
      return get("articles/" + number).then(function (article) {
        var headMarks = marks(article.title, article, found), line = sentence(article, found);
        var seen = new Set();
        headMarks.concat(line.list).forEach(function (part) { seen.add(part.word); });
        var href = new URL(article.id + "/", home);
        if (seen.size) href.searchParams.set("h", Array.from(seen).join(" "));
        var head = bright(document.createDocumentFragment(), article.title, headMarks);
        var item = hit(article.id, href, head, [article.dates[ui], article.source].filter(Boolean).join(" · "), bright(make("span"), line.text, line.list));
        item.querySelector("b").lang = article.language;
        item.querySelector("span").lang = article.language;
        return { item: item, marked: headMarks.concat(line.list) };
      });
    }
    function entityItem(number) {
      return entity(ui, number).then(function (row) {
        var item = hit(row[0], new URL(row[2], home), row[1], [say.kinds[row[0].split(":")[0]], row[3]].filter(Boolean).join(" · "));
        item.className = "entity";
        return item;
      });
    }
    /* Whatever is still on its way answers another question. */
    parts.input.addEventListener("input", function () { parts.pending = false; turn++; });
    this.run = function (query, wanted) {
      var mine = ++turn, chosen = FACETS.some(function (facet) { return wanted && wanted[facet]; });
      wanted = wanted || {};
      if (!ready) parts.status.textContent = say.searching;
      return prepare().then(function () {
        return Promise.all([search(query, ui), parts.facets || chosen ? get("facets") : null, chosen || wanted.from || wanted.to ? null : figuresFor(query, ui, parts.figures).catch(function () { return null; })]);
      }).then(function (both) {
        if (mine !== turn) return null;
        var result = both[0], found = result.words, facets = both[1];
        var list = filtered(result.docs, wanted, facets);
        if (wanted.sort === "date") list.sort(function (a, b) { return a.number - b.number; });
        var entities = chosen || wanted.from || wanted.to ? [] : result.entities.slice(0, parts.entities);
        if (entities.length > 1) entities = entities.filter(function (one) { return one.worth > entities[0].worth * 0.55; });
        return Promise.all([
          Promise.all(entities.map(function (one) { return entityItem(one.entity); }).concat(both[2] ? both[2].list.slice(0, parts.figures).map(function (row) { return figureItem(row, ui); }).concat(ledgerItem(both[2], say, ui)) : [])),
          Promise.all(list.slice(0, shown).map(function (one) { return articleItem(one.number, found); }))
        ]).then(function (items) {
          if (mine !== turn) return null;
          parts.results.replaceChildren.apply(parts.results, items[0].concat(items[1].map(function (one) { return one.item; })));
          var total = list.length + items[0].length;
          parts.status.replaceChildren(!found.length && !chosen && !wanted.from && !wanted.to ? (total ? say.recent : "") : total ? say.found.replace("{n}", list.length) : say.none);
          offer(found, items, query);
          if (parts.facets) facetsShown(list, wanted, facets);
          if (parts.more) parts.more(list.length, shown, query);
          parts.results.dataset.query = query;
          if (parts.pending && query === parts.input.value) {
            parts.pending = false;
            var first = parts.results.querySelector("a");
            if (first) first.click();
          }
          return null;
        });
      }).catch(function () { if (mine === turn) parts.status.textContent = say.failed; });
    };
    this.more = function () { shown += 20; };
    /* Nothing has these letters: say what was found instead. */
    function offer(found, items, query) {
      var near = found.filter(function (word) { return word.near; });
      if (!near.length) return;
      var named = items[0].length && items[0][0].className === "entity" ? items[0][0].querySelector("b").textContent : "";
      var instead = near.map(function (word) {
        var part = items[1].flatMap(function (one) { return one.marked; }).find(function (one) {
          return words.codes.some(function (code) { return word.keys.has(words.key(code, one.word)); });
        });
        return part ? [word.word, part.word] : null;
      }).filter(Boolean);
      var text = instead.reduce(function (sofar, pair) { return sofar.replace(pair[0], pair[1]); }, query);
      if (!instead.length) text = named;
      if (!text) return;
      var button = make("button", text, "offer");
      button.type = "button";
      button.addEventListener("click", function () { parts.input.value = text; parts.input.dispatchEvent(new Event("input", { bubbles: true })); parts.input.focus(); });
      parts.status.append(" · " + say.nearest + " ", button);
    }
    function facetsShown(list, wanted, facets) {
      var counts = {};
      FACETS.forEach(function (facet) { counts[facet] = new Map(); });
      list.forEach(function (one) {
        var values = valuesOf(one.number, facets);
        FACETS.forEach(function (facet) { values[facet].forEach(function (value) { counts[facet].set(value, (counts[facet].get(value) || 0) + 1); }); });
      });
      var place = new Map(facets.ids.map(function (id, n) { return [id, n]; }));
      function name(facet, value) {
        if (facet === "person" || facet === "country") {
          var number = place.get(facet + ":" + value);
          return number === undefined ? Promise.resolve(value) : entity(ui, number).then(function (row) { return row[1]; });
        }
        if (facet === "pair") return Promise.all(value.split("-").map(function (code) { return name("country", code); })).then(function (two) { return two.join(" – "); });
        return Promise.resolve(facet === "year" ? value : (say[facet + "s"][value] || value));
      }
      var mine = turn;
      Promise.all(FACETS.map(function (facet) {
        var top = Array.from(counts[facet]).sort(function (a, b) { return b[1] - a[1] || (a[0] < b[0] ? -1 : 1); }).slice(0, 10);
        if (wanted[facet] && !top.some(function (row) { return row[0] === wanted[facet]; })) top.push([wanted[facet], counts[facet].get(wanted[facet]) || 0]);
        return Promise.all(top.map(function (row) { return name(facet, row[0]).then(function (text) { return [row[0], row[1], text]; }); })).then(function (rows) { return [facet, rows]; });
      })).then(function (groups) {
        if (mine !== turn) return;
        parts.facets.replaceChildren.apply(parts.facets, groups.filter(function (group) { return group[1].length; }).map(function (group) {
          var facet = group[0], box = make("details"), items = make("ul");
          var was = parts.facets.querySelector('[data-facet="' + facet + '"]');
          box.dataset.facet = facet;
          box.open = was ? was.open : !!wanted[facet] || matchMedia("(min-width: 48rem)").matches;
          box.append(make("summary", say.facets[facet]), items);
          group[1].forEach(function (row) {
            var item = make("li"), link = make("a"), chosen = wanted[facet] === row[0], next = Object.assign({}, wanted);
            if (chosen) delete next[facet]; else next[facet] = row[0];
            link.href = parts.address(next);
            link.dataset.value = row[0];
            if (chosen) link.setAttribute("aria-current", "true");
            link.append(row[2], " ", make("span", String(row[1]), "n"));
            link.addEventListener("click", function (event) { event.preventDefault(); parts.choose(next); });
            item.append(link);
            items.append(item);
          });
          return box;
        }));
      });
    }
    /* Arrows lead through the results, Enter opens the first one. */
    function step(event) {
      var down = event.key === "ArrowDown", up = event.key === "ArrowUp";
      if (event.key === "Enter" && event.target === parts.input) {
        event.preventDefault();
        var first = parts.results.querySelector("a");
        if (parts.enter) parts.enter(); else if (first && parts.results.dataset.query === parts.input.value) first.click(); else parts.pending = true;
        return;
      }
      if (!down && !up) return;
      var links = Array.from(parts.results.querySelectorAll("a")), now = links.indexOf(document.activeElement);
      if (now < 0 && event.target !== parts.input) return;
      event.preventDefault();
      var next = now + (down ? 1 : -1);
      if (next < 0) parts.input.focus(); else if (links[next]) links[next].focus();
    }
    parts.input.addEventListener("keydown", step);
    parts.results.addEventListener("keydown", step);
  }

  /* -- the dialog ---------------------------------------------------------------------------------- */
  var dialog = byId("search");
  if (!dialog) return;
  var say = JSON.parse(dialog.dataset.say), ui = dialog.dataset.language, timer;
  var box = byId("query"), all = byId("search-all");
  var panel = new Panel({
    ui: ui, say: say, input: box, status: byId("search-status"), results: byId("search-results"), most: 10, entities: 3, figures: 3,
    more: function (total, shown, query) {
      all.href = new URL("search/" + (query ? "?q=" + encodeURIComponent(query.trim()) : ""), new URL(ui + "/", root));
    }
  });
  function openDialog() {
    if (dialog.open) return;
    dialog.showModal();
    box.focus();
    box.select();
    panel.run(box.value);
  }
  byId("search-open").addEventListener("click", openDialog);
  dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
  box.addEventListener("input", function () {
    clearTimeout(timer);
    var list = byId("search-results");
    if (!list.dataset.query && box.value) list.replaceChildren(); /* the latest briefings are no answer */
    timer = setTimeout(function () { panel.run(box.value); }, 40);
  });
  dialog.addEventListener("close", function () { byId("search-open").focus(); });

  /* -- the search page ------------------------------------------------------------------------------ */
  var page = byId("search-page");
  if (page) {
    var fields = Object.fromEntries(["q", "sort", "from", "to"].map(function (name) { return [name, page.querySelector('[name="' + name + '"]')]; }));
    var own = Object.assign({}, say, JSON.parse(page.dataset.say));
    var wanted = {};
    var address = function (next) {
      var parameters = new URLSearchParams();
      ["q"].concat(FACETS, ["from", "to", "sort"]).forEach(function (name) { if (next[name]) parameters.set(name, next[name]); });
      return location.pathname + (String(parameters) ? "?" + parameters : "");
    };
    var more = byId("found-more");
    var full = new Panel({
      ui: ui, say: own, input: fields.q, status: byId("found-status"), results: byId("found"), facets: byId("facets"), most: 20, entities: 5, figures: 5,
      address: address, choose: function (next) { wanted = next; go(true); }, enter: function () { go(true); },
      more: function (total, shown) { more.hidden = total <= shown; }
    });
    var read = function () {
      wanted = Object.fromEntries(new URLSearchParams(location.search));
      Object.keys(fields).forEach(function (name) { fields[name].value = wanted[name] || (name === "sort" ? "relevance" : ""); });
      full.run(fields.q.value, wanted);
    };
    var go = function (keep) {
      Object.keys(fields).forEach(function (name) { wanted[name] = fields[name].value === "relevance" ? "" : fields[name].value; });
      history[keep ? "pushState" : "replaceState"](null, "", address(wanted));
      full.run(wanted.q, wanted);
    };
    fields.q.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(function () { go(false); }, 60); });
    ["sort", "from", "to"].forEach(function (name) { fields[name].addEventListener("change", function () { go(true); }); });
    page.querySelector("form").addEventListener("submit", function (event) { event.preventDefault(); go(true); });
    more.addEventListener("click", function () { full.more(); go(false); });
    addEventListener("popstate", read);
    read();
  }
  /* -- the ledger, searched by value ------------------------------------------------------------------ */
  var ledger = byId("by-value");
  if (ledger) {
    var part = function (name) { return ledger.querySelector('[name="' + name + '"]'); };
    /* A field may say it all: `over $10 million` fills the others too. */
    var spread = function (name, read) {
      var amount = read(part(name).value);
      if (!amount) return;
      var exact = amount.least === amount.most;
      (exact ? [name] : ["least", "most"]).forEach(function (one) { part(one).value = isFinite(amount[one]) ? grouped(amount[one]) : ""; });
      choose(amount.unit || amount.nouns[0] || part("unit").value);
    };
    var choose = function (unit) {
      if (unit && !Array.from(part("unit").options).some(function (option) { return option.value === unit; })) part("unit").append(new Option(unit, unit));
      part("unit").value = unit;
    };
    var numberIn = function (name, read) {
      var amount = part(name).value.trim() && read("≥ " + part(name).value);
      return amount ? amount.least : NaN;
    };
    var byValue = function () {
      return figures().then(function (known) {
        if (part("unit").options.length < 2) {
          known.places.units.forEach(function (one) { if (one[0]) part("unit").append(new Option(one[1], one[0])); });
          choose(new URLSearchParams(location.search).get("unit") || "");
        }
        ["least", "most"].forEach(function (name) { spread(name, known.read); });
        remember();
        var least = numberIn("least", known.read), most = numberIn("most", known.read), unit = part("unit").value;
        if (isNaN(least) && isNaN(most)) { byId("value-results").replaceChildren(); byId("value-status").textContent = ""; return null; }
        var units = unit ? [unit] : known.places.units.map(function (one) { return one[0]; });
        return valued(known.places, units, isNaN(least) ? -Infinity : least, isNaN(most) ? Infinity : most, ui, 40).then(function (list) {
          return Promise.all(list.slice(0, 40).map(function (row) { return figureItem(row, ui); })).then(function (items) {
            byId("value-results").replaceChildren.apply(byId("value-results"), items);
            byId("value-status").textContent = list.length ? say.found.replace("{n}", list.length + (list.more ? "+" : "")) : say.none;
          });
        });
      }).catch(function () { byId("value-status").textContent = say.failed; });
    };
    var remember = function () {
      var parameters = new URLSearchParams();
      ["least", "most", "unit"].forEach(function (name) { if (part(name).value) parameters.set(name, part(name).value); });
      history.replaceState(null, "", location.pathname + (String(parameters) ? "?" + parameters : ""));
    };
    ["least", "most"].forEach(function (name) { part(name).value = new URLSearchParams(location.search).get(name) || ""; });
    ledger.addEventListener("submit", function (event) {
      event.preventDefault();
      byValue();
    });
    ledger.addEventListener("focusin", function once() { ledger.removeEventListener("focusin", once); byValue(); });
    if (part("least").value || part("most").value) byValue();
  }
  addEventListener("keydown", function (event) {
    if (event.key !== "/" || dialog.open || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    event.preventDefault();
    if (page) { fields.q.focus(); fields.q.select(); } else openDialog();
  });

  /* -- the page a result opens: the words again --------------------------------------------------------- */
  var sought = new URLSearchParams(location.search).get("h");
  if (sought && !page) {
    var wantedWords = new Set(sought.toLowerCase().split(" ")), walker = document.createTreeWalker(byId("content"), NodeFilter.SHOW_TEXT), texts = [];
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("mark,script,style")) texts.push(walker.currentNode);
    texts.forEach(function (node) {
      var text = node.data, list = split(text).filter(function (part) { return wantedWords.has(part.word.toLowerCase()); });
      if (!list.length) return;
      var copy = document.createDocumentFragment();
      bright(copy, text, list);
      copy.querySelectorAll("mark").forEach(function (mark) { mark.className = "hit"; });
      node.replaceWith(copy);
    });
    var firstHit = document.querySelector("main .s mark.hit, main mark.hit");
    if (firstHit && !location.hash) firstHit.scrollIntoView({ block: "center" });
  }

  /* For tests and measurements. */
  window.briefingSearch = {
    prepare: prepare,
    stems: function (list) { return prepare().then(function () { return list.map(function (one) { return [words.stems[one[0]](one[1]), words.key(one[0], one[1])]; }); }); },
    ask: function (query) { return prepare().then(function () { return search(query, ui); }); },
    amounts: function (list) { return figures().then(function (known) { return list.map(known.read); }); },
    show: function (query) { box.value = query; return panel.run(query); }
  };
})();
