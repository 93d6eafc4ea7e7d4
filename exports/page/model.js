/** The graph in memory: columns of numbers, and who touches what. Pure. */

import { days, fold } from "./text.js";
import { KINDS } from "./words.js";

/** @typedef {import("./words.js").Lang} Lang */
/** @typedef {{en: string, ar: string}} Bilingual */
/** @typedef {{id: string, cls: string, sign: number, sym: boolean, label: Bilingual, inverse: Bilingual, about: Bilingual}} Relation */
/** @typedef {{id: string, title: string, author?: string, publisher?: string, date?: string, language: string, url?: string, rights?: string, text: string}} Source */
/** @typedef {{id: string, kind: string, names: Array<[string, string, string]>, en: number, ar: number, state?: number, about?: string, same?: string[], maybe?: Array<[number, string]>, iso?: string}} Actor */
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
export const STANCES = ["asserts", "denies", "questions"];
export const MODES = ["actual", "intended", "possible", "negated"];
export const ACTOR_KINDS = Object.keys(KINDS);
export const CLOCKS = ["event", "speech", "publication"];

/**
 * Lists of numbers, one list per key, laid end to end; a key below 0 has no list.
 * @param {number} size @param {ArrayLike<number>} keys the key of each value @param {ArrayLike<number>} [more] a second key of each
 */
export function grouped(size, keys, more = keys) {
  const first = new Int32Array(size + 2);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    const other = more[i];
    if (key >= 0) first[key + 2]++;
    if (other >= 0 && other !== key) first[other + 2]++;
  }
  for (let i = 2; i < size + 2; i++) first[i] += first[i - 1];
  const values = new Int32Array(first[size + 1]);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    const other = more[i];
    if (key >= 0) {
      values[first[key + 1]] = i;
      first[key + 1]++;
    }
    if (other >= 0 && other !== key) {
      values[first[other + 1]] = i;
      first[other + 1]++;
    }
  }
  return { of: (/** @type {number} */ key) => values.subarray(first[key], first[key + 1]) };
}

/**
 * What one stance adds to the status of its claim, as `status_of` in Python has it.
 * @param {string} kind @param {string} mode @returns {number} 1 asserted, 2 denied, 0 neither
 */
export function bitOf(kind, mode) {
  if (kind === "asserts" && mode === "actual") return 1;
  return (kind === "denies" && mode !== "negated") || (kind === "asserts" && mode === "negated") ? 2 : 0;
}

/** The graph of a page, indexed. */
export class Model {
  /** @param {Raw} raw */
  constructor(raw) {
    this.raw = raw;
    this.actors = raw.actors.length;
    this.nodes = raw.actors.length + raw.events.length;
    /** @type {{detail: number, shown: Uint8Array} | null} whom the last detail drew */
    this.core = null;
    this.detail = 180; // how many actors are drawn unless the reader says otherwise
    this.order = [...raw.rank, ...raw.events.map((_, i) => i + this.actors)]; // actors by importance, then events
    const { s, p, o } = raw.claims;
    const n = raw.claims.id.length;
    this.x = Float64Array.from(raw.x);
    this.y = Float64Array.from(raw.y);
    this.tone = Uint8Array.from(p, (i) => {
      const relation = raw.relations[i];
      if (!relation || relation.cls === "structural") return 3;
      return 1 - relation.sign;
    });
    this.stancesOf = grouped(n, raw.stances.claim);
    this.spokenBy = grouped(this.actors, raw.stances.who);
    this.carriedBy = grouped(this.actors, raw.stances.via);
    this.inSource = grouped(raw.sources.length, raw.stances.src);
    this.claimsOf = grouped(this.nodes, s, o);
    this.status = this.statuses(null);
    this.width = new Uint8Array(n).map((_, c) => this.sourceCount(c));
    this.kindCodes = new Uint8Array(this.nodes).map((_, i) => ACTOR_KINDS.indexOf(this.kind(i)));
    this.degree = new Float64Array(this.nodes).map((_, i) => this.claimsOf.of(i).length);
    this.tied = raw.rank.filter((node) => this.degree[node]).length;
    /** @type {Map<string, {low: Float64Array, high: Float64Array}>} */
    this.spans = new Map();
    /** @type {string[]} */
    this.keys = [];
    /** @type {string[]} */
    this.titles = [];
    this.numbers = new Map([...raw.actors, ...raw.events].map((record, i) => [record.id, i]));
  }

  /** @param {number} i @returns {string} */
  string(i) {
    return this.raw.strings[i] ?? "";
  }

  /** @param {"kind" | "mode" | "topic" | "place" | "time" | "spoken" | "rule"} column @param {number} row @returns {string} what a stance has there */
  word(column, row) {
    return this.string(this.raw.stances[column][row]);
  }

  /**
   * The status of every claim by the stances that count.
   * @param {Uint8Array | null} on which stances count; null for all @returns {Uint8Array}
   */
  statuses(on) {
    const { claim, kind, mode } = this.raw.stances;
    const kinds = this.raw.strings.map((text) => STANCES.indexOf(text));
    const modes = this.raw.strings.map((text) => MODES.indexOf(text));
    const bits = STANCES.map((k) => MODES.map((m) => bitOf(k, m)));
    const found = new Uint8Array(this.raw.claims.id.length);
    for (let row = 0; row < claim.length; row++) {
      if (on && !on[row]) continue;
      const c = claim[row];
      found[c] |= bits[kinds[kind[row]]][modes[mode[row]]];
    }
    return found.map((bit) => [3, 0, 2, 1][bit] ?? 3);
  }

  /** @param {number} claim @returns {number} how many sources speak of it, at most 255 */
  sourceCount(claim) {
    const rows = this.stancesOf.of(claim);
    if (rows.length < 2) return rows.length;
    return Math.min(255, new Set(Array.from(rows, (r) => this.raw.stances.src[r])).size);
  }

  /** @param {number} node @param {Lang} lang @returns {string} */
  label(node, lang) {
    const actor = this.raw.actors[node];
    if (actor) return actor.names[actor[lang]]?.[0];
    const event = this.raw.events[node - this.actors];
    if (!event) return "";
    if (event.label) return event.label;
    const relation = this.raw.relations.find((r) => r.id === event.type)?.label[lang] ?? event.type;
    const [who, whom] = ["subject", "object"].map((role) => event.parts.find((part) => part[0] === role));
    return who && whom ? `${this.label(who[1], lang)} ${relation} ${this.label(whom[1], lang)}` : relation;
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
    return this.numbers.get(id) ?? -1;
  }

  /** @param {number} claim @returns {Relation} */
  relation(claim) {
    return this.raw.relations[this.raw.claims.p[claim]];
  }

  /** @param {number} claim @param {number} node @returns {number} the other end */
  other(claim, node) {
    const { s, o } = this.raw.claims;
    return (s[claim] === node ? o[claim] : s[claim]) ?? -1;
  }

  /** @param {number} row @returns {boolean} whether the stance speaks against its claim */
  against(row) {
    const kind = this.word("kind", row);
    const mode = this.word("mode", row);
    return (kind === "denies" && mode !== "negated") || (kind === "asserts" && mode === "negated");
  }

  /** @param {number} row @param {string} clock one of CLOCKS @returns {string} an EDTF date, or "" */
  dateText(row, clock) {
    if (clock === "event") return this.word("time", row);
    if (clock === "speech") return this.word("spoken", row);
    return this.raw.sources[this.raw.stances.src[row]].date ?? "";
  }

  /**
   * The first and last day of every stance on one clock, in days since 1970; NaN where there is no date.
   * @param {string} clock @returns {{low: Float64Array, high: Float64Array}}
   */
  spansOn(clock) {
    const known = this.spans.get(clock);
    if (known) return known;
    const n = this.raw.stances.id.length;
    const [low, high] = [new Float64Array(n).fill(NaN), new Float64Array(n).fill(NaN)];
    /** @type {Map<string, [number, number] | null>} */
    const read = new Map();
    for (let row = 0; row < n; row++) {
      const text = this.dateText(row, clock);
      if (!text) continue;
      if (!read.has(text)) read.set(text, days(text));
      const span = read.get(text);
      if (span) [low[row], high[row]] = span;
    }
    const found = { low, high };
    this.spans.set(clock, found);
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

  /**
   * The folded names of the actors, for search; made ready by and by.
   * @param {number} [most] how many more to fold now @returns {string[]}
   */
  searchKeys(most = Infinity) {
    const { actors } = this.raw;
    const until = Math.min(actors.length, this.keys.length + most);
    for (let i = this.keys.length; i < until; i++) this.keys.push((actors[i]?.names ?? []).map((name) => fold(name[0])).join("\n"));
    return this.keys;
  }
}
