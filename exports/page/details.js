/** The panels of actors and events, and the overview that stands there before any choice. */

import { CLASSES, ROLES } from "./words.js";
import { claimButton, dateOf, h, kindOf, longList, nameOf, nodeButton, own, relationWord, section, statusChip, t } from "./dom.js";
import { within } from "./query.js";
import { shown, webAddress } from "./text.js";

/** @typedef {import("./dom.js").App} App */
/** @typedef {import("./dom.js").Child} Child */

/** @param {App} app @returns {HTMLElement} */
export function overviewPanel(app) {
  const { model, view } = app;
  const { s, o } = model.raw.claims;
  const path = app.state.path && app.state.path.b >= 0 ? within(model, app.state.path.a, 12) : null;
  const steps = (/** @type {number} */ c) => (path?.get(s[c]) ?? 0) + (path?.get(o[c]) ?? 0);
  const contested = view.list.filter((c) => view.status[c] === 1);
  const inView = model.raw.rank.filter((node) => view.nodeOn[node] && model.degree[node]);
  const best = inView.slice(0, 64).sort((p, q) => model.degree[q] - model.degree[p]).slice(0, 8);
  const { claim } = model.raw.stances;
  const sources = [...model.raw.sources.keys()].filter((i) => !view.narrowed || model.inSource.of(i).some((row) => view.rowOn[row] && view.claimOn[claim[row]]));
  const actors = view.narrowed ? inView.length : model.actors;
  const figure = (/** @type {string} */ label, /** @type {number} */ n) => h("div", { class: "figure" }, h("b", {}, n.toLocaleString("en")), h("span", {}, t(app, label)));
  return h(
    "div",
    { class: "panel overview" },
    h("h2", {}, t(app, "overview")),
    h("div", { class: "figures" }, figure("actors", actors), figure("claims", view.list.length), figure("contestedN", contested.length), figure("sources", sources.length)),
    h("p", { class: "hint" }, t(app, "overviewHint")),
    path ? section(t(app, "path"), [longList(app, [...view.list].sort((p, q) => steps(p) - steps(q)), 12, (c) => claimButton(app, c))], "steps") : null,
    section(t(app, "contestedHead"), [contested.length ? longList(app, contested, 6, (c) => claimButton(app, c)) : view.narrowed ? null : h("p", { class: "hint" }, t(app, "nothingContested"))]),
    section(t(app, "connected"), [h("ol", { class: "ranked" }, ...best.map((node) => h("li", {}, nodeButton(app, node), h("span", { class: "count" }, String(model.degree[node])))))]),
    section(t(app, "sourcesHead"), [longList(app, sources, 6, (i) => sourceButton(app, i))]),
  );
}

/** @param {App} app @param {number} i @returns {HTMLElement} */
export function sourceButton(app, i) {
  const source = app.model.raw.sources[i];
  return h(
    "button",
    { class: "source", onclick: () => app.set({ sel: { type: "source", id: i } }) },
    own(source.title, source.language), source.date ? h("small", {}, dateOf(app, source.date)) : null,
  );
}

/** @param {App} app @param {number} node @returns {HTMLElement} */
export function actorPanel(app, node) {
  const { model, state } = app;
  const actor = model.raw.actors[node];
  if (!actor) return h("div");
  const claims = [...model.claimsOf.of(node)];
  const standing = claims.filter((c) => model.tone[c] === 3);
  const acts = claims.filter((c) => model.tone[c] !== 3);
  const { claim, kind } = model.raw.stances;
  const said = (/** @type {Int32Array} */ rows) => [...new Map([...rows].reverse().map((row) => [`${claim[row]} ${kind[row]}`, row])).values()].reverse();
  const [spoken, carried] = [said(model.spokenBy.of(node)), said(model.carriedBy.of(node))];
  return h(
    "div",
    { class: "panel actor-panel" },
    h("h2", {}, nameOf(app, node)),
    h("p", { class: "meta" }, h("span", { class: "chip" }, kindOf(app, node)), actor.state === undefined || actor.state === node ? null : [` ${t(app, "belongs")} `, nodeButton(app, actor.state)]),
    actor.about ? h("p", { class: "about" }, own(actor.about)) : null,
    actions(app, node),
    section(t(app, "names"), [h("ul", { class: "names" }, ...actor.names.map(([text, lang, kind]) => h("li", {}, own(text, lang), h("span", { class: "tag" }, lang), kind === "preferred" ? null : h("span", { class: "tag quiet" }, t(app, kind)))))]),
    section(t(app, "roles"), standing.map((c) => sideways(app, c, node))),
    ...byClass(app, acts).map(([cls, some]) => section(CLASSES[cls]?.[state.lang] ?? cls, [longList(app, some, 12, (c) => sideways(app, c, node))], "relations")),
    section(t(app, "speaks"), [spoken.length ? longList(app, spoken, 12, (row) => spokenLine(app, row)) : null]),
    section(t(app, "carries"), [carried.length ? longList(app, carried, 6, (row) => spokenLine(app, row)) : null]),
    section(t(app, "maybe"), (actor.maybe ?? []).map(([other, reason]) => h("p", {}, nodeButton(app, other), " ", h("small", {}, own(reason))))),
    section(t(app, "links"), (actor.same ?? []).map((link) => outLink(app, link))),
  );
}

/** @param {App} app @param {string} address @param {string} [label] @returns {HTMLElement} a link when it is one to the web, else its text */
export function outLink(app, address, label = address) {
  const href = webAddress(address);
  if (!href) return own(address);
  return h("a", { href, target: "_blank", rel: "noopener noreferrer", title: t(app, "newTab") }, shown(label));
}

/** @param {App} app @param {number[]} claims @returns {Array<[string, number[]]>} */
function byClass(app, claims) {
  /** @type {Map<string, number[]>} */
  const groups = new Map();
  for (const c of claims) {
    const { cls } = app.model.relation(c);
    const some = groups.get(cls);
    if (some) some.push(c);
    else groups.set(cls, [c]);
  }
  return [...groups].sort((p, q) => q[1].length - p[1].length || p[0].localeCompare(q[0]));
}

/** @param {App} app @param {number} claim @param {number} node @returns {HTMLElement} a relation as seen from one of its ends */
function sideways(app, claim, node) {
  const relation = app.model.relation(claim);
  const forward = app.model.raw.claims.s[claim] === node;
  const word = relationWord(app, claim);
  if (!forward) word.textContent = relation.inverse[app.state.lang];
  const dim = app.view.claimOn[claim] ? "" : " dim";
  return h(
    "button",
    { class: `claim-line${dim}`, onclick: () => app.set({ sel: { type: "claim", id: claim } }) },
    h("span", { class: "ends" }, word, " ", nameOf(app, app.model.other(claim, node))),
    app.view.status[claim] ? statusChip(app, claim) : null,
  );
}

/** @param {App} app @param {number} row @returns {HTMLElement} */
function spokenLine(app, row) {
  const { claim } = app.model.raw.stances;
  const verb = app.model.word("kind", row);
  return h("div", { class: "spoken" }, h("span", { class: `chip stance-kind ${verb}` }, t(app, verb)), claimButton(app, claim[row], row));
}

/** @param {App} app @param {number} node @returns {HTMLElement} */
function actions(app, node) {
  const { state, model } = app;
  const depth = state.ego?.node === node ? state.ego.depth : 0;
  const speaks = model.spokenBy.of(node).length > 0;
  const told = state.told?.type === "speaker" && state.told.id === node;
  return h(
    "div",
    { class: "actions" },
    h(
      "span",
      { class: "depths", role: "group", "aria-label": t(app, "focus") },
      h("span", { class: "label" }, t(app, "focus")),
      ...[1, 2, 3].map((d) => h("button", { class: "small", "aria-pressed": String(depth === d), "aria-label": `${t(app, "depth")} ${d}`, onclick: () => app.set({ ego: depth === d ? null : { node, depth: d }, path: null }) }, String(d))),
    ),
    h("button", { class: "small path-from", "aria-pressed": String(state.path?.a === node), onclick: () => app.set({ path: state.path?.a === node ? null : { a: node, b: -1 }, ego: null }) }, t(app, "pathFrom")),
    speaks ? h("button", { class: "small told", "aria-pressed": String(told), onclick: () => app.set({ told: told ? null : { type: "speaker", id: node } }) }, t(app, "toldAs")) : null,
  );
}

/** @param {App} app @param {number} node @returns {HTMLElement} */
export function eventPanel(app, node) {
  const { model, state } = app;
  const event = model.raw.events[node - model.actors];
  if (!event) return h("div");
  /** @type {number[]} */
  const rows = [];
  model.raw.stances.event.forEach((e, row) => {
    if (e === node) rows.push(row);
  });
  const about = [event.topic, event.place].map((i) => model.string(i)).filter(Boolean);
  const time = model.string(event.time);
  return h(
    "div",
    { class: "panel event-panel" },
    h("h2", {}, nameOf(app, node)),
    h("p", { class: "meta" }, h("span", { class: "chip" }, kindOf(app, node)), " ", time ? dateOf(app, time) : null, ...about.flatMap((text) => [" · ", own(text)])),
    section(t(app, "actors"), event.parts.map(([role, who]) => h("p", { class: "part" }, h("span", { class: "label" }, ROLES[role]?.[state.lang] ?? shown(role)), " ", nodeButton(app, who)))),
    section(t(app, "claims"), [longList(app, rows, 12, (row) => spokenLine(app, row))]),
  );
}
