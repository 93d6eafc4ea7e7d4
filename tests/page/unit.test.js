// Unit tests of the page's pure parts: node --test unit.test.js

import assert from "node:assert/strict";
import test from "node:test";
import { Model, bitOf, grouped } from "../../exports/page/model.js";
import { look, pathsBetween, search, searchSources } from "../../exports/page/query.js";
import { wrapped } from "../../exports/page/draw.js";
import { csv, days, fold, isRtl, isoDay, sayDate, sentence, shown, unit, webAddress } from "../../exports/page/text.js";
import { clamp, freshState, fromHash, toHash } from "../../exports/page/state.js";
import { svgPen } from "../../exports/page/svg.js";

test("spellings of a name meet", () => {
  assert.equal(fold("أحمد المسماريّ"), fold("احمد المسماري"));
  assert.equal(fold("حكومة"), fold("حكومه"));
  assert.equal(fold("al-Mismārī"), "al mismari");
  assert.equal(fold("  Élan\u200f "), "elan");
});

test("overrides are seen, other bidi controls and NULs are not there", () => {
  assert.equal(shown("a\u202eb\u202c"), "a⟨RLO⟩b");
  assert.equal(shown("\u2067x\u2069\u0000"), "x␦");
  assert.equal(shown("سطر\nسطر"), "سطر\nسطر");
});

test("direction is that of the first strong letter", () => {
  assert.equal(isRtl("123 روسيا Russia"), true);
  assert.equal(isRtl("Russia روسيا"), false);
});

test("offsets count code points", () => {
  assert.equal(unit("📰ab", 1), 2);
  assert.equal(unit("abc", 2), 2);
});

test("a quote stands in its sentence", () => {
  const text = "One. Two words here! Three";
  const [from, to] = sentence(text, 9, 14);
  assert.equal(text.slice(from, to), "Two words here!");
});

test("CSV quotes what needs it and disarms formulas", () => {
  assert.equal(csv([["a", 'say "x"', "=1+1", -2]]), '\ufeffa,"say ""x""",\'=1+1,-2\r\n');
});

test("only web addresses are links", () => {
  assert.equal(webAddress("https://example.org/x"), "https://example.org/x");
  for (const bad of ["javascript:1", "data:text/html,x", " nothing", "//x"]) assert.equal(webAddress(bad), null);
});

test("EDTF dates have a first and a last day", () => {
  assert.deepEqual(days("1970-01-02"), [1, 1]);
  assert.deepEqual(days("1972-02")?.map(isoDay), ["1972-02-01", "1972-02-29"]);
  assert.deepEqual(days("2015/.."), [16436, Infinity]);
  assert.equal(days("soon"), null);
  assert.deepEqual(days("0099")?.map(isoDay), ["0099-01-01", "0099-12-31"]);
});

test("dates are said no more precisely than they are", () => {
  assert.equal(sayDate("2015-12", "en"), "December 2015");
  assert.equal(sayDate("2015~", "en"), "about 2015");
  assert.equal(sayDate("2018-02-23", "ar"), "23 فبراير 2018");
  assert.equal(sayDate("2015/..", "en"), "2015 – …");
});

test("a stance counts for or against as it does in Python", () => {
  assert.equal(bitOf("asserts", "actual"), 1);
  assert.equal(bitOf("asserts", "negated"), 2);
  assert.equal(bitOf("denies", "actual"), 2);
  assert.equal(bitOf("denies", "negated"), 0);
  assert.equal(bitOf("questions", "actual"), 0);
});

test("values are grouped by key, under both keys where there are two", () => {
  assert.deepEqual([...grouped(3, [2, -1, 0, 2]).of(2)], [0, 3]);
  const both = grouped(3, [0, 1, 1], [1, 1, 2]);
  assert.deepEqual([0, 1, 2].map((key) => [...both.of(key)]), [[0], [0, 1, 2], [2]]);
});

test("numbers are kept in bounds", () => {
  assert.equal(clamp(NaN, 1, 3), 1);
  assert.equal(clamp(9, 1, 3), 3);
});

test("the SVG pen escapes text", () => {
  const { pen, text } = svgPen(10, 10, /** @type {never} */ ({}), "<t>");
  pen.font = "500 13px x";
  pen.fillText('<script>"&\u0000', 1, 2);
  assert.match(text(), /&lt;script&gt;&quot;&amp;\ufffd/);
  assert.match(text(), /<title>&lt;t&gt;<\/title>/);
});

/** Five actors in a row, each of whom visited the next, but for the last two, who are a pair apart. */
function small() {
  const names = ["Aref", "Basma", "Cairo", "Dina", "Emir"];
  const none = [-1, -1, -1];
  return new Model(/** @type {never} */ ({
    title: "t", start: { lang: "en" },
    actors: names.map((name, i) => ({ id: `actor:${name}`, kind: i === 2 ? "place" : "person", names: [[name, "en", "preferred"]], en: 0, ar: 0 })),
    events: [], x: [0, 1, 2, 3, 4], y: [0, 0, 0, 0, 0], rank: [1, 3, 0, 2, 4],
    relations: [{ id: "visited", cls: "CONSULT", sign: 1, sym: false, label: { en: "visited", ar: "زار" }, inverse: {}, about: {} }],
    sources: [{ id: "source:s", title: "أخبار", language: "ar", text: "كلام" }],
    claims: { id: ["c0", "c1", "c2"], s: [0, 1, 3], p: [0, 0, 0], o: [1, 2, 4] },
    stances: { id: ["s0", "s1", "s2"], claim: [0, 1, 2], event: none, who: [-1, 2, 2], via: none, kind: [0, 0, 0], mode: [1, 1, 1], topic: none, place: none, time: none, spoken: none, src: [0, 0, 0], start: none, end: none, rule: none, conf: [1, 0.5, 1], more: {}, levels: {} },
    strings: ["asserts", "actual"],
  }));
}

test("a view draws the best connected who are joined to each other", () => {
  const model = small();
  const view = look(model, { ...freshState("en"), detail: 3 });
  assert.deepEqual([...view.shown], [1, 1, 1, 0, 0]); // not Dina, whose only tie is to Emir
  assert.deepEqual([...look(model, { ...freshState("en"), detail: 5 }).shown], [1, 1, 1, 1, 1]);
});

test("facets count what a choice would leave, the commonest first", () => {
  const { counts } = look(small(), { ...freshState("en"), conf: 0.8 });
  assert.deepEqual([counts.kind.of("person"), counts.kind.of("place"), counts.kind.of("state")], [2, 0, 0]);
  assert.deepEqual(look(small(), freshState("en")).counts.speaker.best(9), ["actor:Cairo", "own"]);
  assert.deepEqual(look(small(), freshState("en")).counts.speaker.best(1), ["actor:Cairo"]);
});

test("paths and names are found", () => {
  const model = small();
  assert.deepEqual([...pathsBetween(model, 0, 2).claims].sort(), [0, 1]);
  assert.equal(pathsBetween(model, 0, 4).routes, 0);
  assert.deepEqual(search(model, "DI"), [3]);
  assert.deepEqual(searchSources(model, "اخبار", 3), [0]);
  assert.deepEqual(searchSources(model, "", 3), []);
});

test("who goes by a name comes before who also has it", () => {
  const model = small();
  model.raw.actors[1].names.push(["Dinar", "en", "alias"]); // of the best connected
  model.degree[1] = 500;
  assert.deepEqual(search(model, "din"), [3, 1]);
});

test("a view and its address are one", () => {
  const model = small();
  const state = { ...freshState("ar"), detail: 4, conf: 0.5, ego: { node: 1, depth: 2 } };
  assert.deepEqual(fromHash(toHash(state, model), model, "en"), state);
});

test("a long name is drawn in two lines, broken in the middle", () => {
  assert.deepEqual(wrapped("Government of National Accord"), ["Government of", "National Accord"]);
  assert.deepEqual(wrapped("Khalifa Haftar"), ["Khalifa Haftar"]);
  assert.deepEqual(wrapped("Donaudampfschifffahrtsgesellschaft"), ["Donaudampfschifffahrtsgesellschaft"]);
});
