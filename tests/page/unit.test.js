// Unit tests of the page's pure parts: node --test unit.test.js

import assert from "node:assert/strict";
import test from "node:test";
import { bitOf, grouped } from "../../exports/page/model.js";
import { csv, days, fold, isRtl, isoDay, sayDate, sentence, shown, unit, webAddress } from "../../exports/page/text.js";
import { clamp } from "../../exports/page/state.js";
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
