/** Text: folded for search, made safe to show, cut into sentences, written as CSV. Pure. */

/** @typedef {import("./words.js").Lang} Lang */

/** @type {Record<string, string>} */
const LETTERS = { "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ک": "ك" };
const PLAIN = /^[a-z\d\u0627\u0628\u062a-\u063a\u0641-\u0648\u064a]+(?: [a-z\d\u0627\u0628\u062a-\u063a\u0641-\u0648\u064a]+)*$/i; // folded already, but for case
/** @type {Record<string, string>} */
const OVERRIDES = { "\u202d": "⟨LRO⟩", "\u202e": "⟨RLO⟩" };

/**
 * Fold a name so that spellings meet: case, accents, vowel signs, hamza seats, hyphens.
 * @param {string} text @returns {string}
 */
export function fold(text) {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .replace(/[أإآٱىیئؤةک]/g, (c) => LETTERS[c] ?? c)
    .normalize("NFKD")
    .replace(/[\p{M}\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069'’ʼ`]/gu, "")
    .toLowerCase()
    .replace(/[\s\-_–.]+/g, " ")
    .trim();
}

/**
 * Make text safe to show: direction overrides become visible, other bidi controls are left out.
 * @param {string} text @returns {string}
 */
export function shown(text) {
  return text
    .replace(/[\u202d\u202e]/g, (c) => OVERRIDES[c] ?? "")
    .replace(/[\u202a-\u202c\u2066-\u2069]/g, "")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "␦");
}

/** @param {string} text @returns {boolean} whether its first strong letter runs right to left */
export function isRtl(text) {
  const strong = /[A-Za-z\u00c0-\u024f\u0370-\u052f\u4e00-\u9fff]|[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.exec(text);
  return strong !== null && /[\u0590-\u08ff\ufb1d-\ufefc]/.test(strong[0]);
}

/**
 * Return the UTF-16 offset of a code point; offsets in the data count code points.
 * @param {string} text @param {number} point @returns {number}
 */
export function unit(text, point) {
  if (!/[\ud800-\udbff]/.test(text)) return point;
  let at = 0;
  for (let i = 0; i < point; i++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}

/**
 * Return the bounds of the sentence (at most `most` characters each way) around a span.
 * @param {string} text @param {number} start @param {number} end @param {number} [most]
 * @returns {[number, number]}
 */
export function sentence(text, start, end, most = 320) {
  const stop = /[.!?؟…\n]/;
  let from = start;
  while (from > 0 && !stop.test(text.charAt(from - 1)) && start - from < most) from--;
  let to = end;
  while (to < text.length && !stop.test(text.charAt(to - 1)) && to - end < most) to++;
  if (start - from >= most) while (from < start && !/\s/.test(text.charAt(from))) from++;
  if (to - end >= most) while (to > end && !/\s/.test(text.charAt(to - 1))) to--;
  while (from < start && /\s/.test(text.charAt(from))) from++;
  return [from, Math.max(to, end)];
}

/**
 * Write rows as CSV (RFC 4180); a cell that a spreadsheet would run as a formula gets a quote.
 * @param {Array<Array<string | number>>} rows @returns {string}
 */
export function csv(rows) {
  const cell = (/** @type {string | number} */ value) => {
    const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  };
  return `\ufeff${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

/** @param {string} text @returns {string | null} the address when it is a web address, else null */
export function webAddress(text) {
  try {
    const url = new URL(text);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

const DAY = 86_400_000;
/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {string} part @returns {[number, number] | null} first and last day of one EDTF date */
function bounds(part) {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?$/.exec(part);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  const at = (/** @type {number} */ m, /** @type {number} */ d) => {
    const date = new Date(Date.UTC(2000, m, d));
    date.setUTCFullYear(year, m, d);
    return Math.round(date.getTime() / DAY);
  };
  if (!month) return [at(0, 1), at(11, 31)];
  return day ? [at(month - 1, day), at(month - 1, day)] : [at(month - 1, 1), at(month, 0)];
}

/**
 * Return the first and last day (since 1970) that an EDTF date can mean; open ends are infinite.
 * @param {string} edtf @returns {[number, number] | null}
 */
export function days(edtf) {
  const parts = edtf.split("/");
  if (parts.length === 1) return bounds(edtf);
  const open = (/** @type {string | undefined} */ p) => !p || p === "..";
  const low = open(parts[0]) ? [-Infinity] : bounds(parts[0] ?? "");
  const high = open(parts[1]) ? [0, Infinity] : bounds(parts[1] ?? "");
  return low && high ? [low[0] ?? -Infinity, high[1] ?? Infinity] : null;
}

/** @param {number} day @returns {string} as ISO 8601 */
export function isoDay(day) {
  return new Date(day * DAY).toISOString().replace(/T.*/, "");
}

/**
 * Say an EDTF date in words of the language, no more precise than it is.
 * @param {string} edtf @param {Lang} lang @param {"long" | "short"} [month] @returns {string}
 */
export function sayDate(edtf, lang, month = "long") {
  if (edtf.includes("/")) {
    const [from, to] = edtf.split("/").map((part) => (part && part !== ".." ? sayDate(part, lang, month) : "…"));
    return `${from} – ${to}`;
  }
  const range = bounds(edtf);
  if (!range) return edtf;
  const digits = edtf.replace(/[~?%]$/, "");
  const about = digits === edtf ? "" : lang === "ar" ? "نحو " : "about ";
  /** @type {Intl.DateTimeFormatOptions} */
  const options = { timeZone: "UTC", year: "numeric" };
  if (digits.length > 4) options.month = month;
  if (digits.length > 7) options.day = "numeric";
  const locale = lang === "ar" ? "ar-u-nu-latn-ca-gregory" : "en-GB-u-ca-gregory";
  const key = locale + digits.length + month;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return about + format.format(new Date(range[0] * DAY));
}
