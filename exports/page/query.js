/** What is in view: filters, focus, paths, "as told by"; and search. Pure. */

import { fold } from "./text.js";
import { STATUSES, TONES } from "./model.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./state.js").Facet} Facet */
/**
 * @typedef {{rowOn: Uint8Array, claimOn: Uint8Array, status: Uint8Array, nodeOn: Uint8Array, shown: Uint8Array,
 *   list: number[], narrowed: boolean, pathClaims: Set<number>, routes: number, counts: Record<Facet, Map<string, number>>}} View
 */

/** @type {readonly Facet[]} */
const OF_STANCE = ["modality", "source", "speaker"];

/**
 * The value of a claim, or of one stance, for a facet; the source's own voice is the speaker "own".
 * @param {Model} model @param {Facet} facet @param {number} claim @param {number} row @returns {string}
 */
export function facetValue(model, facet, claim, row) {
  const { stances, sources, actors } = model.raw;
  if (facet === "status") return STATUSES[model.status[claim] ?? 0] ?? "";
  if (facet === "tone") return TONES[model.tone[claim] ?? 0] ?? "";
  if (facet === "relation") return model.relation(claim).id;
  if (facet === "modality") return model.string(stances.mode[row] ?? -1);
  if (facet === "source") return sources[stances.src[row] ?? -1]?.id ?? "";
  if (facet === "speaker") return actors[stances.who[row] ?? -1]?.id ?? "own";
  return "";
}

/**
 * Work out what a state shows: one pass over the stances, one over the claims, one over the nodes.
 * @param {Model} model @param {State} state @returns {View}
 */
export function look(model, state) {
  const { claims, stances } = model.raw;
  const rowOn = stanceMask(model, state);
  const nClaims = claims.id.length;
  const claimOn = new Uint8Array(nClaims);
  const status = state.told ? new Uint8Array(nClaims) : model.status;
  const near = state.ego ? within(model, state.ego.node, state.ego.depth) : null;
  const found = state.path && state.path.b >= 0 ? pathsBetween(model, state.path.a, state.path.b) : null;
  const { picked } = state;
  const counts = emptyCounts();
  for (let c = 0; c < nClaims; c++) {
    const rows = model.stancesOf.of(c);
    let any = 0;
    for (const row of rows) any |= rowOn[row] ?? 0;
    if (any && state.told) status[c] = model.statusOf(rows.filter((row) => rowOn[row]));
    const kinds = [model.kind(claims.s[c] ?? 0), model.kind(claims.o[c] ?? 0)];
    const own = /** @type {Record<string, string>} */ ({
      status: STATUSES[status[c] ?? 0], tone: TONES[model.tone[c] ?? 0], relation: model.relation(c).id,
    });
    /** @type {Facet[]} */
    const failed = [];
    for (const facet of /** @type {Facet[]} */ (["status", "tone", "relation"])) {
      if (picked[facet].size && !picked[facet].has(own[facet] ?? "")) failed.push(facet);
    }
    if (picked.kind.size && !kinds.some((k) => picked.kind.has(k))) failed.push("kind");
    const inside =
      (!near || (near.has(claims.s[c] ?? -1) && near.has(claims.o[c] ?? -1))) && (!found || found.claims.has(c));
    if (any && inside && !failed.length) claimOn[c] = 1;
    if (any && inside) countClaim(counts, failed, own, kinds);
  }
  countStances(model, state, counts, claimOn);
  const nodeOn = new Uint8Array(model.nodes);
  for (let c = 0; c < nClaims; c++) {
    if (!claimOn[c]) continue;
    nodeOn[claims.s[c] ?? 0] = 1;
    nodeOn[claims.o[c] ?? 0] = 1;
  }
  const narrowed = isNarrowed(state);
  for (const node of [state.ego?.node, state.path?.a, state.path?.b]) if (node !== undefined && node >= 0) nodeOn[node] = 1;
  if (!narrowed) for (let i = 0; i < model.actors; i++) if (model.degree[i] === 0 && state.isolated) nodeOn[i] = 1;
  const shown = choose(model, state, nodeOn, narrowed);
  /** @type {number[]} */
  const list = [];
  for (let c = 0; c < nClaims; c++) if (claimOn[c]) list.push(c);
  if (state.events) markEvents(model, stances, rowOn, claimOn, nodeOn, shown);
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

/** @param {Model} model @param {State} state @param {Facet} [skip] @returns {Uint8Array} */
function stanceMask(model, state, skip) {
  const { stances } = model.raw;
  const n = stances.id.length;
  const on = new Uint8Array(n).fill(1);
  const { told, time, picked, clock } = state;
  for (const facet of OF_STANCE) {
    if (facet === skip || !picked[facet].size) continue;
    for (let row = 0; row < n; row++) if (!picked[facet].has(facetValue(model, facet, 0, row))) on[row] = 0;
  }
  if (state.conf > 0) for (let row = 0; row < n; row++) if ((stances.conf[row] ?? 1) < state.conf) on[row] = 0;
  if (told) {
    const column = told.type === "source" ? stances.src : stances.who;
    for (let row = 0; row < n; row++) if (column[row] !== told.id) on[row] = 0;
  }
  if (time) {
    for (let row = 0; row < n; row++) {
      const span = on[row] ? model.span(row, clock) : null;
      if (!span || span[1] < time[0] || span[0] > time[1]) on[row] = 0;
    }
  }
  return on;
}

/** @returns {Record<Facet, Map<string, number>>} */
function emptyCounts() {
  return {
    status: new Map(), tone: new Map(), kind: new Map(), relation: new Map(), modality: new Map(), source: new Map(), speaker: new Map(),
  };
}

/** @param {Map<string, number>} map @param {string} key */
function bump(map, key) {
  map.set(key, (map.get(key) ?? 0) + 1);
}

/**
 * Count a claim in every facet that alone keeps it out, or in all when it is in.
 * @param {Record<Facet, Map<string, number>>} counts @param {Facet[]} failed
 * @param {Record<string, string>} own @param {string[]} kinds
 */
function countClaim(counts, failed, own, kinds) {
  for (const facet of /** @type {Facet[]} */ (["status", "tone", "relation"])) {
    if (!failed.length || (failed.length === 1 && failed[0] === facet)) bump(counts[facet], own[facet] ?? "");
  }
  if (!failed.length || (failed.length === 1 && failed[0] === "kind")) for (const k of new Set(kinds)) bump(counts.kind, k);
}

/** @param {Model} model @param {State} state @param {Record<Facet, Map<string, number>>} counts @param {Uint8Array} claimOn */
function countStances(model, state, counts, claimOn) {
  const { stances } = model.raw;
  for (const facet of OF_STANCE) {
    const alone = state.picked[facet].size > 0;
    const on = stanceMask(model, state, facet);
    for (let row = 0; row < on.length; row++) {
      const claim = stances.claim[row] ?? 0;
      if (on[row] && (claimOn[claim] || alone)) bump(counts[facet], facetValue(model, facet, claim, row));
    }
  }
}

/**
 * Choose whom to draw: the best connected, and whatever the reader asked for by name.
 * @param {Model} model @param {State} state @param {Uint8Array} nodeOn @param {boolean} narrowed @returns {Uint8Array}
 */
function choose(model, state, nodeOn, narrowed) {
  const shown = new Uint8Array(model.nodes);
  const { rank } = model.raw;
  let room = state.detail;
  for (const node of rank) {
    if (room <= 0) break;
    if (!model.degree[node] && !state.isolated) continue;
    shown[node] = 1;
    room--;
  }
  if (narrowed) {
    room = state.detail;
    for (const node of rank) {
      if (room <= 0) break;
      if (nodeOn[node]) {
        shown[node] = 1;
        room--;
      }
    }
  }
  const { claims } = model.raw;
  const { sel } = state;
  const wanted = [state.ego?.node, state.path?.a, state.path?.b];
  if (sel?.type === "actor" || sel?.type === "event") wanted.push(sel.id);
  if (sel?.type === "pair") wanted.push(sel.id, sel.other);
  if (sel?.type === "claim") wanted.push(claims.s[sel.id], claims.o[sel.id]);
  for (const node of wanted) if (node !== undefined && node >= 0) shown[node] = 1;
  for (let c = 0; c < claims.id.length; c++) {
    const [s, o] = [claims.s[c] ?? 0, claims.o[c] ?? 0];
    if (o >= model.actors && shown[s]) shown[o] = 1; // an event that a claim points to
    if (s >= model.actors && shown[o]) shown[s] = 1;
  }
  return shown;
}

/**
 * Show the events of the stances in view, where a participant is drawn.
 * @param {Model} model @param {Model["raw"]["stances"]} stances @param {Uint8Array} rowOn @param {Uint8Array} claimOn
 * @param {Uint8Array} nodeOn @param {Uint8Array} shown
 */
function markEvents(model, stances, rowOn, claimOn, nodeOn, shown) {
  for (let row = 0; row < rowOn.length; row++) {
    const event = stances.event[row] ?? -1;
    if (event < 0) continue;
    const parts = model.raw.events[event - model.actors]?.parts ?? [];
    if (parts.every(([, node]) => shown[node])) shown[event] = 1;
    if (rowOn[row] && claimOn[stances.claim[row] ?? 0]) nodeOn[event] = 1;
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
    const lines = `\n${names}\n`;
    let score = 3;
    if (lines.includes(`\n${key}\n`)) score = 0;
    else if (lines.includes(`\n${key}`)) score = 1;
    else if (lines.includes(` ${key}`) || lines.includes(`ال${key}`)) score = 2;
    found.push([score - Math.min(0.9, (model.degree[node] ?? 0) / 1000), node]);
  });
  found.sort((p, q) => p[0] - q[0] || p[1] - q[1]);
  return found.slice(0, most).map(([, node]) => node);
}
