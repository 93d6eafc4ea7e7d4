/** Elements made from text that is never read as markup; small parts that several panels share. */

import { KINDS, WORDS } from "./words.js";
import { sayDate, shown } from "./text.js";
import { STATUSES, TONES } from "./model.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./state.js").Choice} Choice */
/** @typedef {import("./query.js").View} View */
/** @typedef {{model: Model, state: State, view: View, set: (patch: Partial<State>) => void, say: (text: string) => void}} App */
/** @typedef {Node | string | null | undefined | false} Child */

/**
 * Make an element. `on…` properties are listeners, the rest attributes; strings become text nodes.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Record<string, unknown>} [props] @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  if (element instanceof HTMLButtonElement) element.type = "button";
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), /** @type {EventListener} */ (value));
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  for (const child of children.flat()) if (child) element.append(child);
  return element;
}

/**
 * A button that breaks over lines like the text it stands in, which the element `button` cannot.
 * @param {Record<string, unknown>} props @param {() => void} act @param {...Child} children @returns {HTMLElement}
 */
export function wordButton(props, act, ...children) {
  const keys = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act();
  };
  return h("span", { role: "button", tabindex: "0", onclick: act, onkeydown: keys, ...props }, ...children);
}

/** @param {App} app @param {string} key @returns {string} a word of the interface */
export function t(app, key) {
  return WORDS[app.state.lang][key] ?? key;
}

/** @param {string} text @param {string} [lang] @returns {HTMLElement} text of a source, its direction kept to itself */
export function own(text, lang) {
  return h("bdi", { lang }, shown(text));
}

/** @param {App} app @param {number} node @returns {HTMLElement} */
export function nameOf(app, node) {
  return own(app.model.label(node, app.state.lang));
}

/** @param {App} app @param {number} node @returns {string} its kind in words */
export function kindOf({ model, state }, node) {
  const kind = model.kind(node);
  return KINDS[kind]?.[state.lang] ?? shown(kind);
}

/** @param {App} app @param {number} node @param {string} [cls] @returns {HTMLElement} a button that opens an actor or event */
export function nodeButton(app, node, cls = "") {
  const type = node < app.model.actors ? "actor" : "event";
  return h(
    "button",
    { class: `actor ${cls}`, title: kindOf(app, node), onclick: () => app.set({ sel: { type: /** @type {"actor"} */ (type), id: node }, ...pathEnd(app, node) }) },
    nameOf(app, node),
  );
}

/** @param {App} app @param {number} node @returns {Partial<State>} the second end, when a path waits for one */
export function pathEnd(app, node) {
  const { path } = app.state;
  return path && path.b < 0 && path.a !== node && node < app.model.actors ? { path: { a: path.a, b: node }, sel: null } : {};
}

/** @param {App} app @param {number} claim @returns {HTMLElement} */
export function statusChip(app, claim) {
  const status = STATUSES[app.view.status[claim]];
  return h("span", { class: `chip status ${status}` }, t(app, status));
}

/** @param {App} app @param {number} claim @returns {HTMLElement} the relation in words, in the colour of its tone */
export function relationWord(app, claim) {
  const relation = app.model.relation(claim);
  const tone = TONES[app.model.tone[claim]];
  return h("span", { class: `relation ${tone}`, title: relation.about[app.state.lang] }, relation.label[app.state.lang]);
}

/** @param {App} app @param {number} claim @param {number} [row] @returns {HTMLElement} a claim in one line, as a button */
export function claimButton(app, claim, row) {
  const { s, o } = app.model.raw.claims;
  const sel = /** @type {Choice} */ ({ type: "claim", id: claim, ...(row === undefined ? {} : { row }) });
  return h(
    "button",
    { class: `claim-line ${STATUSES[app.view.status[claim]]}`, onclick: () => app.set({ sel }) },
    h("span", { class: "ends" }, nameOf(app, s[claim]), " ", relationWord(app, claim), " ", nameOf(app, o[claim])),
    app.view.status[claim] ? statusChip(app, claim) : null,
  );
}

/** @param {App} app @param {string} edtf @param {"long" | "short"} [month] @returns {HTMLElement} */
export function dateOf(app, edtf, month) {
  return h("time", { datetime: edtf }, sayDate(edtf, app.state.lang, month));
}

/** @param {string} label @param {Child[]} children @param {string} [cls] @returns {HTMLElement | null} nothing when empty */
export function section(label, children, cls = "") {
  const real = children.filter(Boolean);
  return real.length ? h("section", { class: cls }, h("h3", {}, label), ...real) : null;
}

/**
 * A list that shows its first entries and the rest on demand.
 * @template V
 * @param {App} app @param {V[]} values @param {number} first @param {(value: V) => Child} make @param {string} [cls]
 * @returns {HTMLElement}
 */
export function longList(app, values, first, make, cls = "plain") {
  const list = h("ul", { class: cls });
  let done = 0;
  const add = (/** @type {number} */ n) => {
    for (const value of values.slice(done, done + n)) list.append(h("li", {}, make(value)));
    done += n;
  };
  add(first);
  if (values.length <= first) return list;
  const button = h("button", { class: "more", onclick: () => {
    add(first * 4);
    if (done >= values.length) button.remove();
    else button.textContent = `${t(app, "more")} (${values.length - done})`;
  } }, `${t(app, "more")} (${values.length - first})`);
  return h("div", {}, list, button);
}
