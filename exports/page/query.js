/** What is in view: filters, focus, paths, "as told by"; and search. Pure. */

import { fold } from "./text.js";
import { ACTOR_KINDS, STATUSES, TONES } from "./model.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./state.js").Facet} Facet */
/**
 * @typedef {{rowOn: Uint8Array, claimOn: Uint8Array, status: Uint8Array, nodeOn: Uint8Array, shown: Uint8Array,
 *   list: number[], narrowed: boolean, pathClaims: Set<number>, routes: number, counts: Record<Facet, Counts>}} View
 */

/** @typedef {{size: number, of: (value: string) => number, best: (most: number) => string[]}} Counts how often the values of a facet are in view */
/** @typedef {{codes: ArrayLike<number>, size: number, name: (code: number) => string}} Column the value of a facet for each claim or stance */

/** @type {readonly Facet[]} */
const OF_CLAIM = ["status", "tone", "relation"];
/** @type {readonly Facet[]} */
const OF_STANCE = ["modality", "source", "speaker"];

/**
 * A facet as numbers; the source's own voice is the speaker "own".
 * @param {Model} model @param {Facet} facet @param {Uint8Array} status @returns {Column}
 */
function columnOf(model, facet, status) {
  const { stances, sources, actors, relations, strings, claims } = model.raw;
  const of = (/** @type {ArrayLike<number>} */ codes, /** @type {Array<string | {id: string}>} */ values) => ({
    codes, size: values.length,
    name(/** @type {number} */ i) {
      const value = values[i] ?? "own";
      return typeof value === "string" ? value : value.id;
    },
  });
  if (facet === "status") return of(status, STATUSES);
  if (facet === "tone") return of(model.tone, TONES);
  if (facet === "relation") return of(claims.p, relations);
  if (facet === "modality") return of(stances.mode, strings);
  return facet === "source" ? of(stances.src, sources) : of(stances.who, actors);
}

/** @param {Column} column @param {Set<string>} picked @returns {Uint8Array} 1 at code + 1 where it is picked */
function allowed({ size, name }, picked) {
  return new Uint8Array(size + 1).map((_, i) => Number(picked.has(name(i - 1))));
}

/**
 * Work out what a state shows: passes over the stances, one over the claims, one over the nodes.
 * @param {Model} model @param {State} state @returns {View}
 */
export function look(model, state) {
  const { claims, stances } = model.raw;
  const { s, o } = claims;
  const n = claims.id.length;
  const rowOn = stanceMask(model, state, null);
  const status = state.told ? model.statuses(rowOn) : model.status;
  const spoken = new Uint8Array(n);
  for (let row = 0; row < rowOn.length; row++) if (rowOn[row]) spoken[stances.claim[row]] = 1;
  const near = state.ego ? within(model, state.ego.node, state.ego.depth) : null;
  const found = state.path && state.path.b >= 0 ? pathsBetween(model, state.path.a, state.path.b) : null;
  const kindOn = kindMask(model, state);
  const columns = OF_CLAIM.map((facet) => columnOf(model, facet, status));
  const picks = columns.map((column, f) => (state.picked[OF_CLAIM[f]].size ? allowed(column, state.picked[OF_CLAIM[f]]) : null));
  const tallies = columns.map(({ size }) => new Int32Array(size + 1));
  const kinds = new Int32Array(ACTOR_KINDS.length + 1);
  const claimOn = new Uint8Array(n);
  /** @type {number[]} */
  const list = [];
  for (let c = 0; c < n; c++) {
    const a = s[c]; // no arrays taken apart in here: slow until the engine has warmed to it
    const b = o[c];
    if (!spoken[c] || (near && !(near.has(a) && near.has(b))) || (found && !found.claims.has(c))) continue;
    let fails = 0;
    let which = -1;
    for (let f = 0; f < 3; f++) {
      const pick = picks[f];
      if (!pick || pick[columns[f].codes[c] + 1]) continue;
      fails++;
      which = f;
    }
    if (kindOn && !kindOn[a] && !kindOn[b]) {
      fails++;
      which = 3;
    }
    if (fails > 1) continue;
    for (let f = 0; f < 3; f++) if (!fails || which === f) tallies[f][columns[f].codes[c] + 1]++;
    if (!fails || which === 3) {
      const p = model.kindCodes[a];
      const q = model.kindCodes[b];
      kinds[p + 1]++;
      if (q !== p) kinds[q + 1]++;
    }
    if (fails) continue;
    claimOn[c] = 1;
    list.push(c);
  }
  const counts = /** @type {Record<Facet, Counts>} */ ({ kind: counted((i) => ACTOR_KINDS[i], kinds) });
  for (const [f, facet] of OF_CLAIM.entries()) counts[facet] = counted(columns[f].name, tallies[f]);
  for (const facet of OF_STANCE) counts[facet] = countStances(model, state, facet, claimOn, rowOn, status);
  const nodeOn = new Uint8Array(model.nodes);
  for (const c of list) nodeOn[s[c]] = nodeOn[o[c]] = 1;
  const narrowed = isNarrowed(state);
  for (const node of [state.ego?.node, state.path?.a, state.path?.b]) if (node !== undefined && node >= 0) nodeOn[node] = 1;
  if (!narrowed && state.isolated) for (let i = 0; i < model.actors; i++) if (model.degree[i] === 0) nodeOn[i] = 1;
  const shown = choose(model, state, nodeOn, narrowed);
  if (state.events) markEvents(model, rowOn, claimOn, nodeOn, shown);
  return {
    rowOn, claimOn, status, nodeOn, shown, list, narrowed, counts,
    pathClaims: found ? found.claims : new Set(), routes: found ? found.routes : 0,
  };
}

/** @param {State} state @returns {boolean} whether anything but the drawing is restricted */
export function isNarrowed(state) {
  return Boolean(
    state.ego || (state.path && state.path.b >= 0) || state.told || state.time || state.conf > 0 ||
      Object.values(state.picked).some((set) => set.size),
  );
}

/** @param {(code: number) => string} name @param {Int32Array} tally by code + 1 @returns {Counts} */
function counted(name, tally) {
  return {
    size: tally.reduce((n, some) => n + Number(some > 0), 0),
    of(value) {
      for (let i = 0; i < tally.length; i++) if (tally[i] && name(i - 1) === value) return tally[i];
      return 0;
    },
    best(most) {
      /** @type {number[]} */
      let best = [];
      const trim = () => {
        best = best.sort((p, q) => tally[q] - tally[p] || p - q).slice(0, most);
      };
      for (let i = 0; i < tally.length; i++) {
        if (!tally[i] || (best.length >= most && tally[i] <= tally[best[most - 1]])) continue;
        best.push(i);
        if (best.length >= most * 2) trim();
      }
      trim();
      return best.map((i) => name(i - 1));
    },
  };
}

/** @param {Model} model @param {State} state @returns {Uint8Array | null} the nodes of the kinds picked */
function kindMask(model, { picked }) {
  const on = ACTOR_KINDS.map((kind) => Number(picked.kind.has(kind)));
  return picked.kind.size ? model.kindCodes.map((code) => on[code]) : null;
}

/** @param {Model} model @param {State} state @param {Facet | null} skip @returns {Uint8Array} the stances that fit */
function stanceMask(model, state, skip) {
  const { stances } = model.raw;
  const n = stances.id.length;
  const on = new Uint8Array(n).fill(1);
  const { told, time, picked, clock, conf } = state;
  for (const facet of OF_STANCE) {
    if (facet === skip || !picked[facet].size) continue;
    const column = columnOf(model, facet, model.status);
    const may = allowed(column, picked[facet]);
    for (let row = 0; row < n; row++) if (!may[column.codes[row] + 1]) on[row] = 0;
  }
  if (conf > 0) for (let row = 0; row < n; row++) if (stances.conf[row] < conf) on[row] = 0;
  if (told) {
    const column = told.type === "source" ? stances.src : stances.who;
    for (let row = 0; row < n; row++) if (column[row] !== told.id) on[row] = 0;
  }
  if (time) {
    const { low, high } = model.spansOn(clock);
    for (let row = 0; row < n; row++) if (!(high[row] >= time[0] && low[row] <= time[1])) on[row] = 0;
  }
  return on;
}

/**
 * Count the stances in view by one facet; what that facet itself keeps out is counted, too.
 * @param {Model} model @param {State} state @param {Facet} facet @param {Uint8Array} claimOn @param {Uint8Array} rowOn
 * @param {Uint8Array} status @returns {Counts}
 */
function countStances(model, state, facet, claimOn, rowOn, status) {
  const column = columnOf(model, facet, status);
  const alone = state.picked[facet].size > 0;
  const on = alone ? stanceMask(model, state, facet) : rowOn;
  const { claim } = model.raw.stances;
  const tally = new Int32Array(column.size + 1);
  for (let row = 0; row < on.length; row++) if (on[row] && (alone || claimOn[claim[row]])) tally[column.codes[row] + 1]++;
  return counted(column.name, tally);
}

/**
 * The best connected actors, but for those whom nothing joins to another of them.
 * @param {Model} model @param {number} detail how many @returns {Uint8Array}
 */
function coreOf(model, detail) {
  const shown = new Uint8Array(model.nodes);
  const { rank } = model.raw;
  const top = rank.filter((node) => model.degree[node]).slice(0, detail);
  const among = new Uint8Array(model.nodes).fill(1, model.actors);
  for (const node of top) among[node] = 1;
  const joined = (/** @type {number} */ node, /** @type {Uint8Array} */ set) => model.claimsOf.of(node).some((c) => set[model.other(c, node)]);
  let room = detail;
  for (const [some, set] of /** @type {Array<[number[], Uint8Array]>} */ ([[top, among], [rank, shown]])) {
    for (const node of some) {
      if (room <= 0) break;
      if (shown[node] || !joined(node, set)) continue;
      shown[node] = 1;
      room--;
    }
  }
  return shown;
}

/**
 * Choose whom to draw: the best connected, and whatever the reader asked for by name.
 * @param {Model} model @param {State} state @param {Uint8Array} nodeOn @param {boolean} narrowed @returns {Uint8Array}
 */
function choose(model, state, nodeOn, narrowed) {
  const detail = state.detail || model.detail;
  if (model.core?.detail !== detail) model.core = { detail, shown: coreOf(model, detail) };
  const shown = model.core.shown.slice();
  const { rank, claims } = model.raw;
  if (state.isolated) for (const node of rank.filter((node) => !model.degree[node]).slice(0, detail)) shown[node] = 1;
  let room = narrowed ? detail : 0;
  for (const node of rank) {
    if (room <= 0) break;
    if (!nodeOn[node]) continue;
    shown[node] = 1;
    room--;
  }
  const { sel } = state;
  const wanted = [state.ego?.node, state.path?.a, state.path?.b];
  if (sel?.type === "actor" || sel?.type === "event") wanted.push(sel.id, ...Array.from(model.claimsOf.of(sel.id), (c) => model.other(c, sel.id)).slice(0, 60));
  if (sel?.type === "pair") wanted.push(sel.id, sel.other);
  if (sel?.type === "claim") wanted.push(claims.s[sel.id], claims.o[sel.id]);
  for (const node of wanted) if (node !== undefined && node >= 0) shown[node] = 1;
  for (let node = model.actors; node < model.nodes; node++) {
    // an event that a claim points to stands with its actor
    if (model.degree[node] && model.claimsOf.of(node).some((c) => shown[model.other(c, node)])) shown[node] = 1;
  }
  return shown;
}

/**
 * Show the events of the stances in view, where all participants are drawn.
 * @param {Model} model @param {Uint8Array} rowOn @param {Uint8Array} claimOn @param {Uint8Array} nodeOn @param {Uint8Array} shown
 */
function markEvents(model, rowOn, claimOn, nodeOn, shown) {
  const { event, claim } = model.raw.stances;
  for (let row = 0; row < rowOn.length; row++) {
    const node = event[row];
    if (node < 0) continue;
    const parts = model.raw.events[node - model.actors]?.parts ?? [];
    if (parts.every(([, who]) => shown[who])) shown[node] = 1;
    if (rowOn[row] && claimOn[claim[row]]) nodeOn[node] = 1;
  }
}

/** @param {Model} model @param {number} centre @param {number} depth @returns {Map<number, number>} node -> steps */
export function within(model, centre, depth) {
  const steps = new Map([[centre, 0]]);
  let edge = [centre];
  for (let step = 1; step <= depth; step++) {
    /** @type {number[]} */
    const next = [];
    for (const node of edge) {
      for (const claim of model.claimsOf.of(node)) {
        const other = model.other(claim, node);
        if (steps.has(other)) continue;
        steps.set(other, step);
        next.push(other);
      }
    }
    edge = next;
  }
  return steps;
}

/**
 * Find every claim on a shortest path between two nodes, direction aside.
 * @param {Model} model @param {number} a @param {number} b @returns {{claims: Set<number>, routes: number}}
 */
export function pathsBetween(model, a, b) {
  const claims = /** @type {Set<number>} */ (new Set());
  const from = within(model, a, 12);
  const length = from.get(b);
  if (length === undefined || a === b) return { claims, routes: 0 };
  const ways = new Map([[b, 1]]);
  let edge = [b];
  for (let step = length - 1; step >= 0; step--) {
    /** @type {Map<number, number>} */
    const before = new Map();
    for (const node of edge) {
      const seen = new Set();
      for (const claim of model.claimsOf.of(node)) {
        const other = model.other(claim, node);
        if (from.get(other) !== step) continue;
        claims.add(claim);
        if (!seen.has(other)) before.set(other, (before.get(other) ?? 0) + (ways.get(node) ?? 0));
        seen.add(other);
      }
    }
    for (const [node, count] of before) ways.set(node, count);
    edge = [...before.keys()];
  }
  return { claims, routes: ways.get(a) ?? 0 };
}

/**
 * Find actors by any of their names: whole names first, then beginnings, then beginnings of words, then parts.
 * @param {Model} model @param {string} typed @param {number} [most] @returns {number[]}
 */
export function search(model, typed, most = 8) {
  const key = fold(typed);
  if (!key) return [];
  /** @type {Array<[number, number]>} */
  const found = [];
  model.searchKeys().forEach((names, node) => {
    const at = names.indexOf(key);
    if (at < 0) return;
    found.push([matched(names, key, at) - Math.min(0.9, model.degree[node] / 1000), node]);
  });
  const order = (/** @type {[number, number]} */ p, /** @type {[number, number]} */ q) => p[0] - q[0] || p[1] - q[1];
  const best = found.sort(order).slice(0, most * 8);
  const named = (/** @type {number} */ node) => (["en", "ar"]).some((lang) => fold(model.label(node, /** @type {"en"} */ (lang))).startsWith(key));
  for (const entry of best) if (entry[0] > 0.05 && !named(entry[1])) entry[0] += 0.96; // by another name than it goes by here
  return best.sort(order).slice(0, most).map(([, node]) => node);
}

/**
 * Find sources by their titles, which are folded once.
 * @param {Model} model @param {string} typed @param {number} most @returns {number[]}
 */
export function searchSources(model, typed, most) {
  const key = fold(typed);
  if (!model.titles.length) model.titles = model.raw.sources.map((source) => fold(`${source.title} ${source.publisher ?? ""}`));
  const found = [];
  for (let i = 0; key && i < model.titles.length && found.length < most; i++) if (model.titles[i].includes(key)) found.push(i);
  return found;
}

/**
 * How well a key fits names: 0 a whole name, 1 its beginning, 2 the beginning of a word, 3 a part.
 * @param {string} names folded, one a line @param {string} key @param {number} at where it first stands @returns {number}
 */
function matched(names, key, at) {
  let best = 3;
  for (let i = at; i >= 0; i = names.indexOf(key, i + 1)) {
    const before = i ? names.charAt(i - 1) : "\n";
    const after = names.charAt(i + key.length) || "\n";
    if (before === "\n") best = Math.min(best, after === "\n" ? 0 : 1);
    else if (before === " " || (before === "ل" && names.charAt(i - 2) === "ا")) best = Math.min(best, 2);
  }
  return best;
}
