/* Amounts that a reader asks for, such as `over $10 million`: read by the tables of recognition/asking.py.
   `words` is what search.js knows of words: `fold` and `key`; what two languages read alike is read in
   `own`, the reader's. The answer of what this gives is null, or
   { least, most, unit, nouns, rest }: bounds, an own unit or the keys of a counted noun, other words. */
export function reader(found, words, own) {
  "use strict";
  /* Maps, for a word such as `constructor` is a key of every object. */
  var COMPARED = new Map([[">", "least"], ["≥", "least"], ["<", "most"], ["≤", "most"]]), signs = new Map(Object.entries(found.signs));
  var escaped = Array.from(signs.keys()).filter(function (sign) { return /[^\p{L}]/u.test(sign); })
    .sort(function (a, b) { return b.length - a.length; }).map(function (sign) { return sign.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"); });
  var TOKEN = new RegExp("(?<sign>" + escaped.join("|") + ")|(?<number>\\d+(?:[ \\u00a0\\u2009\\u202f'’]\\d{3}(?!\\d))*(?:[.,]\\d+)*)|(?<word>\\p{L}+(?:['\u2019\u02bc\u02bb\u2018]\\p{L}+)*)|(?<mark>[<>≤≥+–—-])", "giu");
  var tables = Object.keys(found.asking).sort(function (a, b) { return (b === own) - (a === own); }).map(function (code) {
    var table = found.asking[code], endings = table.endings.slice().sort(function (a, b) { return b.length - a.length; });
    var numbers = new Map(), meeting = new Map();
    [["fraction", table.fractions], ["cardinal", table.cardinals], ["multiplier", table.multipliers]].forEach(function (kind) {
      Object.keys(kind[1]).forEach(function (word) {
        numbers.set(word, { kind: kind[0], value: kind[1][word] });
        if (kind[0] === "multiplier") meeting.set(words.fold(word), numbers.get(word));
      });
    });
    return Object.assign({}, table, {
      code: code, numbers: numbers, meeting: meeting, endings: endings, folded: new Set(endings.map(words.fold)),
      article: new Set(table.article), fillers: new Set(table.fillers), short: new Map(Object.entries(table.short)), units: new Map(Object.entries(table.units))
    });
  });
  function tokens(text) {
    return Array.from(text.normalize("NFC").matchAll(TOKEN), function (match) {
      var kind = Object.keys(match.groups).find(function (name) { return match.groups[name] !== undefined; });
      var word = kind === "word" ? match[0] : "", sign = signs.get(match[0]) || signs.get(match[0].toUpperCase()) || "";
      return { kind: word && sign ? "sign" : kind, text: match[0], lower: match[0].toLowerCase(), key: word ? words.fold(word.toLowerCase()) : match[0], sign: sign, at: match.index, end: match.index + match[0].length };
    });
  }
  /* As lexicon/numerals.py reads digits. */
  function digits(written, mark) {
    var plain = written.replace(/[ \u00a0\u2009\u202f'’]/g, ""), commas = plain.split(",").length - 1, points = plain.split(".").length - 1;
    if (commas > 1 || (commas && points && plain.lastIndexOf(".") > plain.lastIndexOf(","))) plain = plain.replace(/,/g, "");
    else if (points > 1 || (commas && points)) plain = plain.replace(/\./g, "").replace(",", ".");
    else if (commas || points) {
      var own = commas ? "," : ".", parts = plain.split(own);
      var thousands = parts[1].length === 3 && parts[0].length < 4 && parts[0][0] !== "0" && (own !== mark || parts[1] === "000");
      plain = parts.join(thousands ? "" : ".");
    }
    return Number(plain);
  }
  /* The longest of `phrases` that begins at `list[at]`, or with `back` ends there: how many words it has. */
  function phrase(list, at, phrases, back) {
    for (var n = 0; n < phrases.length; n++) {
      var parts = phrases[n].split(" "), first = back ? at - parts.length + 1 : at;
      if (first >= 0 && parts.every(function (part, i) {
        var token = list[first + i];
        return token && token.kind === "word" && (part.endsWith("*") ? token.key.startsWith(part.slice(0, -1)) : token.key === part);
      })) return parts.length;
    }
    return 0;
  }
  function hedge(list, at, groups, back) {
    var best = { kind: "", length: 0 };
    Object.keys(groups).forEach(function (kind) {
      var length = phrase(list, at, groups[kind], back);
      if (length > best.length) best = { kind: kind, length: length };
    });
    return best;
  }
  /* A number word with the ending glued to it. */
  function numberWord(table, token, signed) {
    function of(known, ending) { return known && { kind: known.kind, value: known.value, ending: ending }; }
    if (signed && table.short.has(token.lower)) return { kind: "multiplier", value: table.short.get(token.lower), ending: "" };
    var plain = table.numbers.get(token.lower) || table.meeting.get(token.key);
    if (plain) return of(plain, "");
    var ending = table.endings.find(function (one) { return token.lower.endsWith(one) && table.numbers.has(token.lower.slice(0, -one.length)); });
    return ending ? of(table.numbers.get(token.lower.slice(0, -ending.length)), ending) : null;
  }
  function scaling(table, token) { return !!token && token.kind === "word" && (table.numbers.get(token.lower) || {}).kind === "multiplier"; }
  function number(table, list, at) {
    var total = 0, current = null, scale = 1, ending = "", n = at, worded = true;
    var signed = at > 0 && list[at - 1].sign !== "" && list[at - 1].sign !== "%";
    if (list[n].kind === "word" && table.article.has(list[n].lower) && scaling(table, list[n + 1])) { current = 1; n++; }
    for (; n < list.length && !ending; n++) {
      var token = list[n];
      if (token.kind === "number") {
        if (n > at && list[n - 1].kind === "number" || (current !== null && current !== 0)) break;
        current = digits(token.text, table.mark);
        worded = false;
        var next = list[n + 1];
        if (next && next.kind === "word" && next.at === token.end && table.endings.includes(next.lower) && !numberWord(table, next, signed)) { ending = next.lower; n += 2; break; }
        continue;
      }
      if (current > 0 && current < 1 && table.article.has(token.lower) && scaling(table, list[n + 1])) continue;
      var word = token.kind === "word" ? numberWord(table, token, signed) : null;
      if (!word) break;
      if (word.kind === "multiplier" && word.value >= 1000) { total += (current === null ? 1 : current) * word.value; scale = word.value; current = null; }
      else if (word.kind === "multiplier") current = (current || 1) * word.value;
      else if (word.kind === "fraction" && word.value >= 1) current = word.value;
      else if (!worded) break;
      else current = (current || 0) + word.value;
      ending = word.ending;
    }
    return n === at || (total === 0 && current === null) ? null : { value: total + (current || 0), scale: scale, ending: ending, at: at, next: n, digits: !worded };
  }
  /* The unit at `at`: its own or the keys a counted noun may have. */
  function unit(table, list, at) {
    if (list[at] && list[at].sign) {
      var glued = list[at + 1] && list[at + 1].at === list[at].end && table.endings.includes(list[at + 1].lower) ? 1 : 0; /* 20%дан */
      return { own: list[at].sign, parts: 1, next: at + 1 + glued, last: glued ? list[at + 1].lower : "" };
    }
    while (list[at] && list[at].kind === "word" && table.fillers.has(list[at].key)) at++;
    for (var length = 4; length > 0; length--) {
      var slice = list.slice(at, at + length);
      if (slice.length < length || slice.some(function (token) { return token.kind !== "word" && !token.sign; })) continue;
      var own = table.units.get(slice.map(function (token) { return words.key(table.code, token.text); }).join(" "));
      if (own) return { own: own[0], parts: own[1], next: at + length, last: slice[length - 1].lower };
    }
    /* A stem in other letters with its ending: `dollardan`. */
    var foreign = list[at] && list[at].kind === "word" && Array.from(table.units).find(function (row) { return list[at].key.startsWith(row[0]) && table.folded.has(list[at].key.slice(row[0].length)); });
    return foreign ? { own: foreign[1][0], parts: foreign[1][1], next: at + 1, last: list[at].lower } : null;
  }
  function noun(table, list, at) {
    var found = [];
    for (var length = 1; length < 4; length++) {
      var token = list[at + length - 1];
      if (!token || token.kind !== "word" || hedge(list, at + length - 1, table.after).length || phrase(list, at + length - 1, table.between)) break;
      found.unshift({ keys: list.slice(at, at + length).map(function (one) { return words.key(table.code, one.text); }).join(" "), next: at + length });
    }
    return found;
  }
  function inLanguage(table, list) {
    for (var at = 0; at < list.length; at++) {
      if (list[at].kind !== "number" && list[at].kind !== "word") continue;
      var one = number(table, list, at);
      if (one) { var read = amount(table, list, one); if (read) return read; at = one.next - 1; }
    }
    return null;
  }
  function amount(table, list, low) {
    var first = low.at, kind = "", own = null, nouns = [], high = null, next = low.next, known = 1;
    if (first > 0 && list[first - 1].sign) { own = { own: list[first - 1].sign, parts: 1 }; first--; }
    function right(place) {
      var got = unit(table, list, place);
      if (got) { own = own || got; return got; }
      return null;
    }
    var behind = right(next), ending = low.ending;
    if (behind) { next = behind.next; ending = behind.last || ending; }
    /* The other end of a range: `5–10`, `from 5 to 10`, `5тен 10го чейин`. */
    var dash = list[next] && list[next].kind === "mark" && /[–—-]/.test(list[next].text) ? 1 : 0;
    var between = dash || phrase(list, next, table.between);
    var falls = !between && ending !== "" && table.from.some(function (one) { return ending.endsWith(one); });
    if (between || falls) {
      var from = next + between;
      if (list[from] && list[from].sign) { own = own || { own: list[from].sign, parts: 1 }; from++; }
      high = list[from] ? number(table, list, from) : null;
      if (high) {
        next = high.next;
        var after = right(next);
        if (after) next = after.next;
      }
    }
    var afterHedge = hedge(list, next, table.after);
    if (afterHedge.length) { next += afterHedge.length; known++; }
    if (!own) { var late = right(next); if (late) next = late.next; }
    if (!own) { nouns = noun(table, list, next); }
    if (!afterHedge.length && nouns.length) {
      for (var n = 0; n < nouns.length && !afterHedge.length; n++) afterHedge = hedge(list, nouns[n].next, table.after);
    }
    var opened = high ? phrase(list, first - 1, table.open, true) : 0, before = hedge(list, first - 1, table.before, true);
    var mark = first > 0 && COMPARED.get(list[first - 1].text), plus = list[next] && list[next].text === "+";
    if (mark) { kind = mark; first--; }
    else if (opened >= before.length && opened) first -= opened;
    else if (before.length) { kind = before.kind; first -= before.length; }
    if (plus) { kind = "least"; next++; }
    if (!kind) kind = afterHedge.kind;
    if (nouns.length) next = nouns[0].next + (afterHedge.length && hedge(list, nouns[0].next, table.after).length);
    if (!own && !nouns.length && !(kind && (low.digits || low.scale > 1)) && !high) return null;
    var parts = own ? own.parts : 1, least = low.value, most = low.value;
    if (high) {
      most = high.value;
      if (low.scale === 1 && high.scale > 1 && least <= most / high.scale) least *= high.scale;
    } else if (kind === "least") most = Infinity;
    else if (kind === "most") least = -Infinity;
    else if (kind === "about") { least *= 0.9; most *= 1.1; }
    if (least > most) return null;
    return {
      least: least / parts, most: most / parts, unit: own ? own.own : "", nouns: nouns.map(function (one) { return one.keys; }),
      rest: list.slice(0, first).concat(list.slice(next)).filter(function (token) { return token.kind === "word" || token.kind === "number"; }).map(function (token) { return token.text; }),
      worth: (own ? 4 : 0) + (kind || high ? 3 : 0) + (next - first) + known
    };
  }
  return function (text) {
    var list = tokens(text), best = null;
    tables.forEach(function (table) {
      var read = list.length > 1 ? inLanguage(table, list) : null;
      if (read && (!best || read.worth > best.worth)) best = read;
      else if (read && read.worth === best.worth) best.nouns = best.nouns.concat(read.nouns);
    });
    return best;
  };
}
