/** The filters: what is counted is what a choice would leave in view. */

import { CLASSES, KINDS } from "./words.js";
import { MODES, STATUSES, TONES } from "./model.js";
import { h, t } from "./dom.js";
import { shown } from "./text.js";

/** @typedef {import("./dom.js").App} App */
/** @typedef {import("./state.js").Facet} Facet */
/** @typedef {{value: string, label: string, group?: string}} Option */

const FIRST = 8;

/** The panel of filters; `update()` brings its counts and marks up to date. @param {App} app */
export function makeFacets(app) {
  const root = h("div", { class: "facets" });
  const tied = app.model.raw.rank.filter((node) => app.model.degree[node]).length;
  /** @type {Map<Facet, {open: boolean, all: boolean}>} */
  const memory = new Map();

  function update() {
    const { state } = app;
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset?.key ?? "";
    root.replaceChildren(...[
      h("div", { class: "facets-head" }, h("h2", {}, t(app, "filters")), h("button", { type: "button", class: "small clear", "data-key": "clear", onclick: () => app.set(nothingPicked()) }, t(app, "clear"))),
      facet("status", STATUSES.map((value) => ({ value, label: t(app, value) }))),
      facet("tone", TONES.map((value) => ({ value, label: t(app, value) }))),
      facet("relation", relationOptions(app)),
      facet("kind", Object.entries(KINDS).map(([value, word]) => ({ value, label: word[state.lang] }))),
      facet("modality", MODES.map((value) => ({ value, label: t(app, value) }))),
      facet("speaker", commonest("speaker", (id) => (id === "own" ? t(app, "ownVoice") : app.model.label(app.model.nodeOf(id), state.lang)))),
      facet("source", commonest("source", (id) => app.model.raw.sources.find((s) => s.id === id)?.title ?? id)),
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

  /** @param {Facet} name */
  function memoryOf(name) {
    const was = memory.get(name) ?? { open: ["status", "tone", "relation"].includes(name), all: false };
    memory.set(name, was);
    return was;
  }

  /**
   * The commonest values of a facet that may have thousands; only these are named.
   * @param {Facet} name @param {(value: string) => string} label @returns {Option[]}
   */
  function commonest(name, label) {
    const counts = app.view.counts[name];
    const most = memoryOf(name).all ? 400 : FIRST + 2;
    /** @type {Array<[string, number]>} */
    let best = [];
    for (const entry of counts) {
      if (best.length >= most * 2) best = best.sort((p, q) => q[1] - p[1]).slice(0, most);
      if (best.length < most || entry[1] > (best[most - 1]?.[1] ?? 0)) best.push(entry);
    }
    best.sort((p, q) => q[1] - p[1]);
    const values = new Set([...best.slice(0, most).map(([value]) => value), ...app.state.picked[name]]);
    return [...values].map((value) => ({ value, label: label(value) }));
  }

  /** @param {Facet} name @param {Option[]} options @returns {HTMLElement | null} */
  function facet(name, options) {
    const counts = app.view.counts[name];
    const picked = app.state.picked[name];
    const live = options.filter((o) => counts.get(o.value) || picked.has(o.value));
    const total = Math.max(live.length, counts.size);
    if (!live.length) return null;
    const was = memoryOf(name);
    const some = was.all || live.length <= FIRST + 2 ? live : live.filter((o, i) => i < FIRST || picked.has(o.value));
    const items = some.map((o) => {
      const input = h("input", { type: "checkbox", "data-key": `${name} ${o.value}`, onchange: () => {
        const next = new Set(picked);
        if (next.has(o.value)) next.delete(o.value);
        else next.add(o.value);
        app.set({ picked: { ...app.state.picked, [name]: next } });
      } });
      input.checked = picked.has(o.value);
      return h("label", { class: `option ${name === "status" || name === "tone" ? `lined ${o.value}` : ""}` }, input, h("span", { class: "swatch", "aria-hidden": "true" }), h("bdi", { class: "name" }, shown(o.label)), o.group ? h("small", {}, o.group) : null, h("span", { class: "count" }, String(counts.get(o.value) ?? 0)));
    });
    const more = !was.all && total > some.length;
    const details = h("details", { class: "facet", "data-facet": name }, h("summary", {}, t(app, name), picked.size ? h("span", { class: "count on" }, String(picked.size)) : null), ...items,
      more ? h("button", { type: "button", class: "more", onclick: () => {
        was.all = true;
        update();
      } }, `${t(app, "more")} (${total - some.length})`) : null);
    details.open = was.open || picked.size > 0;
    details.addEventListener("toggle", () => {
      was.open = details.open;
    });
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
      tied > 40 ? slider("detail", t(app, "detail"), 20, tied, Math.min(state.detail, tied), (v) => app.set({ detail: v })) : null,
    );
  }

  return { root, update };
}

/** @param {App} app @returns {Option[]} */
function relationOptions({ model, state }) {
  return [...model.raw.relations]
    .map((r) => ({ value: r.id, label: r.label[state.lang], group: CLASSES[r.cls]?.[state.lang] ?? r.cls }))
    .sort((p, q) => p.group.localeCompare(q.group) || p.label.localeCompare(q.label));
}
