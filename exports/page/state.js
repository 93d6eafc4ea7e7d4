/** What the reader has chosen, and its form in the address bar. Pure. */

/** @typedef {import("./words.js").Lang} Lang */
/** @typedef {import("./model.js").Model} Model */
/** @typedef {"status" | "tone" | "kind" | "relation" | "modality" | "source" | "speaker"} Facet */
/** @typedef {{type: "actor" | "event" | "claim" | "pair" | "source", id: number, other?: number, row?: number}} Choice */
/**
 * @typedef {{lang: Lang, theme: string, view: "graph" | "list", sel: Choice | null,
 *   picked: Record<Facet, Set<string>>, conf: number, clock: string, time: [number, number] | null,
 *   ego: {node: number, depth: number} | null, path: {a: number, b: number} | null,
 *   told: {type: "source" | "speaker", id: number} | null, events: boolean, speech: boolean, isolated: boolean,
 *   detail: number, find: string, sort: string, cam: [number, number, number] | null, turned: boolean}} State
 */

/** @type {Facet[]} */
export const FACETS = ["status", "tone", "kind", "relation", "modality", "source", "speaker"];

/** @param {Lang} lang @returns {State} */
export function freshState(lang) {
  const picked = /** @type {Record<Facet, Set<string>>} */ ({});
  for (const facet of FACETS) picked[facet] = new Set();
  return {
    lang, theme: "auto", view: "graph", sel: null, picked, conf: 0, clock: "publication", time: null, ego: null, path: null,
    told: null, events: false, speech: false, isolated: false, detail: 0, find: "", sort: "status", cam: null, turned: false,
  };
}

/**
 * Write a view as the fragment of an address; ids rather than numbers, so that it outlives a rebuild.
 * @param {State} state @param {Model} model @returns {string}
 */
export function toHash(state, model) {
  const out = new URLSearchParams();
  const { sel, ego, path, told } = state;
  out.set("lang", state.lang);
  if (state.theme !== "auto") out.set("theme", state.theme);
  if (state.view !== "graph") out.set("view", state.view);
  if (sel) out.set("sel", [sel.type, ...choiceIds(sel, model)].join("|"));
  for (const facet of FACETS) if (state.picked[facet].size) out.set(facet, [...state.picked[facet]].sort().join("|"));
  if (state.conf) out.set("conf", String(state.conf));
  if (state.clock !== "publication") out.set("clock", state.clock);
  if (state.time) out.set("time", state.time.join("|"));
  if (ego) out.set("ego", `${model.id(ego.node)}|${ego.depth}`);
  if (path) out.set("path", `${model.id(path.a)}|${path.b < 0 ? "" : model.id(path.b)}`);
  if (told) out.set("told", `${told.type}|${told.type === "source" ? (model.raw.sources[told.id].id) : model.id(told.id)}`);
  for (const flag of /** @type {const} */ (["events", "speech", "isolated"])) if (state[flag]) out.set(flag, "1");
  if (state.detail) out.set("detail", String(state.detail));
  if (state.find) out.set("find", state.find);
  if (state.sort !== "status") out.set("sort", state.sort);
  if (state.turned) out.set("turned", "1");
  if (state.cam) out.set("cam", state.cam.map((v) => Number(v.toPrecision(5))).join("|"));
  return out.toString();
}

/**
 * Read a view from the fragment of an address; what does not fit this graph is passed over.
 * @param {string} hash @param {Model} model @param {Lang} lang @returns {State}
 */
export function fromHash(hash, model, lang) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const parts = (/** @type {string} */ key) => (given.get(key) ?? "").split("|");
  const state = freshState(given.get("lang") === "ar" ? "ar" : given.get("lang") === "en" ? "en" : lang);
  const theme = given.get("theme") ?? "";
  if (theme === "light" || theme === "dark") state.theme = theme;
  if (given.get("view") === "list") state.view = "list";
  state.sel = readChoice(parts("sel"), model);
  for (const facet of FACETS) if (given.has(facet)) state.picked[facet] = new Set(parts(facet));
  state.conf = clamp(Number(given.get("conf")), 0, 1);
  const clock = given.get("clock") ?? "";
  if (clock === "speech" || clock === "event") state.clock = clock;
  const time = parts("time").map(Number);
  if (given.has("time") && time.length === 2 && time.every(Number.isFinite)) state.time = [time[0], time[1]];
  const [egoId = "", depth = ""] = parts("ego");
  const ego = model.nodeOf(egoId);
  if (ego >= 0) state.ego = { node: ego, depth: clamp(Math.round(Number(depth)), 1, 3) };
  const [a = "", b = ""] = parts("path");
  if (model.nodeOf(a) >= 0) state.path = { a: model.nodeOf(a), b: model.nodeOf(b) };
  const [type = "", id = ""] = parts("told");
  const teller = type === "source" ? model.raw.sources.findIndex((s) => s.id === id) : model.nodeOf(id);
  if ((type === "source" || type === "speaker") && teller >= 0) state.told = { type, id: teller };
  for (const flag of /** @type {const} */ (["events", "speech", "isolated", "turned"])) state[flag] = given.get(flag) === "1";
  const detail = Number(given.get("detail"));
  if (given.has("detail") && detail > 0) state.detail = Math.round(detail);
  state.find = given.get("find") ?? "";
  state.sort = given.get("sort") ?? "status";
  const cam = parts("cam").map(Number);
  if (cam.length === 3 && cam.every(Number.isFinite) && cam[2] > 0) state.cam = [cam[0], cam[1], cam[2]];
  return state;
}

/** @param {Choice} sel @param {Model} model @returns {string[]} */
function choiceIds(sel, model) {
  const row = sel.row === undefined ? [] : [model.raw.stances.id[sel.row]];
  if (sel.type === "claim") return [model.raw.claims.id[sel.id], ...row];
  if (sel.type === "source") return [model.raw.sources[sel.id].id, ...row];
  return sel.type === "pair" ? [model.id(sel.id), model.id(sel.other ?? -1)] : [model.id(sel.id)];
}

/** @param {string[]} parts @param {Model} model @returns {Choice | null} */
function readChoice([type = "", first = "", second = ""], model) {
  const at = model.raw.stances.id.indexOf(second);
  const row = second && at >= 0 ? { row: at } : {};
  if (type === "claim" || type === "source") {
    const id = type === "claim" ? model.raw.claims.id.indexOf(first) : model.raw.sources.findIndex((s) => s.id === first);
    return id < 0 ? null : { type, id, ...row };
  }
  const node = model.nodeOf(first);
  if (node < 0) return null;
  if (type === "pair") {
    const other = model.nodeOf(second);
    return other < 0 ? null : { type, id: node, other };
  }
  return type === "actor" || type === "event" ? { type, id: node } : null;
}

/** @param {number} value @param {number} low @param {number} high @returns {number} */
export function clamp(value, low, high) {
  return Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : low;
}
