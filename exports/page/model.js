/** The graph in memory: columns of numbers, and who touches what. Pure. */

import { days, fold } from "./text.js";

/** @typedef {import("./words.js").Lang} Lang */
/** @typedef {{en: string, ar: string}} Bilingual */
/** @typedef {{id: string, cls: string, sign: number, sym: boolean, label: Bilingual, inverse: Bilingual, about: Bilingual}} Relation */
/** @typedef {{id: string, title: string, author?: string, publisher?: string, date?: string, language: string, url?: string, rights?: string, text: string}} Source */
/** @typedef {{id: string, kind: string, names: Array<[string, string, string]>, en: string, ar: string, state?: number, about?: string, same?: string[], maybe?: Array<[number, string]>, iso?: string}} Actor */
/** @typedef {{id: string, type: string, label: string, parts: Array<[string, number]>, topic: number, place: number, time: number}} EventRecord */
/** @typedef {{id: string[], s: number[], p: number[], o: number[]}} Claims */
/**
 * @typedef {{id: string[], claim: number[], event: number[], who: number[], via: number[], kind: number[], mode: number[],
 *   topic: number[], place: number[], time: number[], spoken: number[], src: number[], start: number[], end: number[],
 *   rule: number[], conf: number[], more: Record<string, Array<[number, number, number]>>,
 *   levels: Record<string, Array<[number, number, string]>>}} Stances
 */
/**
 * @typedef {{title: string, actors: Actor[], events: EventRecord[], x: number[], y: number[], rank: number[],
 *   relations: Relation[], sources: Source[], claims: Claims, stances: Stances, strings: string[],
 *   start: {lang: Lang, focus?: string}}} Raw
 */

export const STATUSES = ["asserted", "contested", "denied", "tentative"];
export const TONES = ["friendly", "neutral", "hostile", "structural"];
export const MODES = ["actual", "intended", "possible", "negated"];
export const CLOCKS = ["event", "speech", "publication"];

/**
 * Lists of numbers, one list per key, laid end to end.
 * @param {number} size @param {Iterable<[number, number]>} pairs (key, value)
 */
export function grouped(size, pairs) {
  const all = [...pairs];
  const first = new Int32Array(size + 1);
  for (const [key] of all) first[key + 1] = (first[key + 1] ?? 0) + 1;
  for (let i = 0; i < size; i++) first[i + 1] = (first[i + 1] ?? 0) + (first[i] ?? 0);
  const next = first.slice();
  const values = new Int32Array(all.length);
  for (const [key, value] of all) {
    const at = next[key] ?? 0;
    values[at] = value;
    next[key] = at + 1;
  }
  return { of: (/** @type {number} */ key) => values.subarray(first[key] ?? 0, first[key + 1] ?? 0) };
}

/**
 * Say what stances amount to, as `status_of` in Python does: 0 asserted, 1 contested, 2 denied, 3 tentative.
 * @param {Iterable<number>} rows @param {(row: number) => string} kind @param {(row: number) => string} mode
 * @returns {number}
 */
export function statusOf(rows, kind, mode) {
  let asserted = false;
  let denied = false;
  for (const row of rows) {
    const [k, m] = [kind(row), mode(row)];
    if (k === "asserts" && m === "actual") asserted = true;
    if ((k === "denies" && m !== "negated") || (k === "asserts" && m === "negated")) denied = true;
  }
  if (asserted && denied) return 1;
  if (asserted) return 0;
  return denied ? 2 : 3;
}

/** The graph of a page, indexed. */
export class Model {
  /** @param {Raw} raw */
  constructor(raw) {
    this.raw = raw;
    this.actors = raw.actors.length;
    this.nodes = raw.actors.length + raw.events.length;
    const { s, p, o } = raw.claims;
    const n = raw.claims.id.length;
    this.x = Float64Array.from(raw.x);
    this.y = Float64Array.from(raw.y);
    this.tone = Uint8Array.from(p, (i) => {
      const relation = raw.relations[i];
      if (!relation || relation.cls === "structural") return 3;
      return 1 - relation.sign;
    });
    this.stancesOf = grouped(n, raw.stances.claim.map((c, row) => [c, row]));
    this.spokenBy = grouped(this.actors, pairsOf(raw.stances.who));
    this.carriedBy = grouped(this.actors, pairsOf(raw.stances.via));
    this.inSource = grouped(raw.sources.length, raw.stances.src.map((source, row) => [source, row]));
    this.claimsOf = grouped(this.nodes, bothEnds(s, o));
    this.status = Uint8Array.from({ length: n }, (_, c) => this.statusOf(this.stancesOf.of(c)));
    this.width = Uint8Array.from({ length: n }, (_, c) => this.sourceCount(c));
    this.degree = Float64Array.from({ length: this.nodes }, (_, i) => this.claimsOf.of(i).length);
    /** @type {Map<string, [number, number] | null>} */
    this.spans = new Map();
    /** @type {string[] | null} */
    this.keys = null;
  }

  /** @param {number} i @returns {string} */
  string(i) {
    return this.raw.strings[i] ?? "";
  }

  /** @param {Iterable<number>} rows @returns {number} */
  statusOf(rows) {
    const { kind, mode } = this.raw.stances;
    return statusOf(rows, (r) => this.string(kind[r] ?? -1), (r) => this.string(mode[r] ?? -1));
  }

  /** @param {number} claim @returns {number} how many sources speak of it, at most 255 */
  sourceCount(claim) {
    const rows = this.stancesOf.of(claim);
    if (rows.length < 2) return rows.length;
    return Math.min(255, new Set(Array.from(rows, (r) => this.raw.stances.src[r])).size);
  }

  /** @param {number} node @param {Lang} lang @returns {string} */
  label(node, lang) {
    if (node < this.actors) return this.raw.actors[node]?.[lang] ?? "";
    const event = this.raw.events[node - this.actors];
    if (!event) return "";
    if (event.label) return event.label;
    const relation = this.raw.relations.find((r) => r.id === event.type);
    return relation ? relation.label[lang] : event.type;
  }

  /** @param {number} node @returns {string} */
  kind(node) {
    return node < this.actors ? (this.raw.actors[node]?.kind ?? "") : "event";
  }

  /** @param {number} node @returns {string} */
  id(node) {
    return (node < this.actors ? this.raw.actors[node]?.id : this.raw.events[node - this.actors]?.id) ?? "";
  }

  /** @param {string} id @returns {number} the node of this id, or -1 */
  nodeOf(id) {
    const actor = this.raw.actors.findIndex((a) => a.id === id);
    if (actor >= 0) return actor;
    const event = this.raw.events.findIndex((e) => e.id === id);
    return event < 0 ? -1 : event + this.actors;
  }

  /** @param {number} claim @returns {Relation} */
  relation(claim) {
    return /** @type {Relation} */ (this.raw.relations[this.raw.claims.p[claim] ?? 0]);
  }

  /** @param {number} claim @param {number} node @returns {number} the other end */
  other(claim, node) {
    const { s, o } = this.raw.claims;
    return (s[claim] === node ? o[claim] : s[claim]) ?? -1;
  }

  /** @param {number} row @returns {boolean} whether the stance speaks against its claim */
  against(row) {
    const kind = this.string(this.raw.stances.kind[row] ?? -1);
    const mode = this.string(this.raw.stances.mode[row] ?? -1);
    return (kind === "denies" && mode !== "negated") || (kind === "asserts" && mode === "negated");
  }

  /** @param {number} row @param {string} clock one of CLOCKS @returns {string} an EDTF date, or "" */
  dateText(row, clock) {
    const { time, spoken, src } = this.raw.stances;
    if (clock === "event") return this.string(time[row] ?? -1);
    if (clock === "speech") return this.string(spoken[row] ?? -1);
    return this.raw.sources[src[row] ?? -1]?.date ?? "";
  }

  /** @param {number} row @param {string} clock @returns {[number, number] | null} days since 1970 */
  span(row, clock) {
    const text = this.dateText(row, clock);
    let found = this.spans.get(text);
    if (found === undefined) {
      found = text ? days(text) : null;
      this.spans.set(text, found);
    }
    return found;
  }

  /** @param {number} claim @returns {string} when it happened, else was said, else was published */
  when(claim) {
    for (const clock of CLOCKS) {
      for (const row of this.stancesOf.of(claim)) {
        const text = this.dateText(row, clock);
        if (text) return text;
      }
    }
    return "";
  }

  /** @returns {string[]} the folded names of every actor, for search */
  searchKeys() {
    this.keys ??= this.raw.actors.map((a) => a.names.map((name) => fold(name[0])).join("\n"));
    return this.keys;
  }
}

/** @param {number[]} column @returns {Array<[number, number]>} */
function pairsOf(column) {
  /** @type {Array<[number, number]>} */
  const pairs = [];
  column.forEach((key, row) => {
    if (key >= 0) pairs.push([key, row]);
  });
  return pairs;
}

/** @param {number[]} s @param {number[]} o @returns {Array<[number, number]>} */
function bothEnds(s, o) {
  /** @type {Array<[number, number]>} */
  const pairs = [];
  s.forEach((node, claim) => {
    pairs.push([node, claim]);
    if (o[claim] !== node) pairs.push([o[claim] ?? 0, claim]);
  });
  return pairs;
}
