/** The filters: what is counted is what a choice would leave in view. */

import { CLASSES, KINDS } from "./words.js";
import { MODES, STATUSES, TONES } from "./model.js";
import { h, t } from "./dom.js";
import { fold, shown } from "./text.js";

/** @typedef {import("./dom.js").App} App */
/** @typedef {import("./state.js").Facet} Facet */

const FIRST = 8;
const ALL = 400; // options of one facet

/** The panel of filters; `update()` brings its counts and marks up to date. @param {App} app */
export function makeFacets(app) {
  const root = h("div", { class: "facets" });
  const { tied } = app.model;
  /** @type {Map<Facet, {open: boolean, all: boolean, find: string}>} */
  const memory = new Map();

  function update() {
    const { state } = app;
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset?.key ?? "";
    root.replaceChildren(...[
      h("div", { class: "facets-head" }, h("h2", {}, t(app, "filters")), h("button", { class: "small clear", "data-key": "clear", onclick: () => app.set(nothingPicked()) }, t(app, "clear"))),
      facet("status", STATUSES, (value) => t(app, value)),
      facet("tone", TONES, (value) => t(app, value)),
      facet("relation", relations(), (id) => relationOf(id).label[state.lang], (id) => CLASSES[relationOf(id).cls][state.lang]),
      facet("kind", Object.keys(KINDS), (value) => KINDS[value][state.lang]),
      facet("modality", MODES, (value) => t(app, value)),
      facet("speaker", null, (id) => (id === "own" ? t(app, "ownVoice") : app.model.label(app.model.nodeOf(id), state.lang))),
      facet("source", null, (id) => app.model.raw.sources.find((s) => s.id === id)?.title ?? id),
      slider("conf", t(app, "minConfidence"), 0, 100, Math.round(state.conf * 100), (v) => app.set({ conf: v / 100 }), "%"),
      layers(),
    ].filter((part) => part !== null));
    if (focused) /** @type {HTMLElement | null} */ (root.querySelector(`[data-key="${CSS.escape(focused)}"]`))?.focus();
  }

  /** @returns {Partial<App["state"]>} */
  function nothingPicked() {
    const picked = { ...app.state.picked };
    for (const key of /** @type {Facet[]} */ (Object.keys(picked))) picked[key] = new Set();
    return { picked, conf: 0, time: null, told: null, ego: null, path: null };
  }

  /** @param {string} id */
  function relationOf(id) {
    return app.model.raw.relations.find((r) => r.id === id) ?? app.model.raw.relations[0];
  }

  /** @returns {string[]} the relations by class, then by name */
  function relations() {
    const key = (/** @type {import("./model.js").Relation} */ r) => `${CLASSES[r.cls][app.state.lang]} ${r.label[app.state.lang]}`;
    return [...app.model.raw.relations].sort((p, q) => (key(p) < key(q) ? -1 : 1)).map((r) => r.id);
  }

  /**
   * One facet; its options are made when it is open.
   * @param {Facet} name @param {string[] | null} values in their order; null for the commonest first, of which there may be thousands
   * @param {(value: string) => string} label @param {(value: string) => string} [group] @returns {HTMLElement | null}
   */
  function facet(name, values, label, group) {
    const counts = app.view.counts[name];
    const picked = app.state.picked[name];
    if (!counts.size && !picked.size) return null;
    const was = memory.get(name) ?? { open: ["status", "tone", "relation"].includes(name) || picked.size > 0, all: false, find: "" };
    memory.set(name, was);
    const option = (/** @type {string} */ value) => {
      const input = h("input", { type: "checkbox", "data-key": `${name} ${value}`, onchange: () => {
        const next = new Set(picked);
        if (!next.delete(value)) next.add(value);
        app.set({ picked: { ...app.state.picked, [name]: next } });
      } });
      input.checked = picked.has(value);
      return h("label", { class: `option ${name === "status" || name === "tone" ? `lined ${value}` : ""}` }, input, h("span", { class: "swatch", "aria-hidden": "true" }), h("bdi", { class: "name" }, shown(label(value))), group ? h("small", {}, group(value)) : null, h("span", { class: "count" }, String(counts.of(value))));
    };
    const details = h("details", { class: "facet", "data-facet": name, open: was.open, ontoggle: () => {
      if (was.open === details.open) return;
      was.open = details.open;
      update();
    } }, h("summary", { "data-key": `open ${name}` }, t(app, name), picked.size ? h("span", { class: "count on" }, String(picked.size)) : null));
    if (!was.open) return details;
    const live = values ? values.filter((value) => picked.has(value) || counts.of(value)) : [...new Set([...counts.best(was.all ? ALL : FIRST), ...picked])];
    const total = Math.max(live.length, counts.size);
    const some = was.all || total <= FIRST + 2 ? live : live.filter((value, i) => i < FIRST || picked.has(value));
    const made = some.map(option);
    if (was.all && some.length > FIRST * 2) {
      const find = h("input", { type: "search", class: "find", "data-key": `find ${name}`, value: was.find, placeholder: t(app, "findOption"), "aria-label": `${t(app, "findOption")} ${t(app, name)}` });
      const narrow = () => {
        was.find = find.value;
        for (const [i, row] of made.entries()) row.hidden = !fold(label(some[i])).includes(fold(find.value));
      };
      find.addEventListener("input", narrow);
      narrow();
      details.append(find);
    }
    details.append(...made);
    if (total > some.length && !was.all) details.append(h("button", { class: "more", onclick: () => {
      was.all = true;
      update();
      /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(`[data-facet="${name}"] input[type=checkbox]`))[some.length]?.focus();
    } }, `${t(app, "more")} (${total - some.length})`));
    return details;
  }

  /** @param {string} key @param {string} label @param {number} min @param {number} max @param {number} value @param {(v: number) => void} change @param {string} [mark] */
  function slider(key, label, min, max, value, change, mark = "") {
    const out = h("output", {}, `${value}${mark}`);
    const input = h("input", { type: "range", min, max, value, "data-key": key, onchange: () => change(Number(input.value)), oninput: () => {
      out.textContent = `${input.value}${mark}`;
    } });
    return h("label", { class: "slider" }, h("span", {}, label), out, input);
  }

  /** @returns {HTMLElement} */
  function layers() {
    const { state } = app;
    const flag = (/** @type {"events" | "speech" | "isolated"} */ key, /** @type {string} */ label, enabled = true) => {
      const input = h("input", { type: "checkbox", "data-key": key, disabled: !enabled, onchange: () => app.set({ [key]: input.checked }) });
      input.checked = state[key] && enabled;
      return h("label", { class: "option" }, input, h("span", { class: "name" }, label));
    };
    return h(
      "section",
      { class: "layers" },
      h("h3", {}, t(app, "layers")),
      flag("events", t(app, "layerEvents")),
      flag("speech", t(app, "layerSpeech"), state.events),
      flag("isolated", t(app, "isolated")),
      tied > 40 ? slider("detail", t(app, "detail"), 20, tied, Math.min(state.detail || app.model.detail, tied), (v) => app.set({ detail: v })) : null,
    );
  }

  return { root, update };
}
