/** The page: its parts put together, and what happens when the reader changes something. */

import { Model } from "./model.js";
import { dateOf, h, kindOf, nameOf, own, pathEnd, t } from "./dom.js";
import { claimPanel, pairPanel } from "./evidence.js";
import { actorPanel, eventPanel, overviewPanel } from "./details.js";
import { articlePanel, showCurrent } from "./article.js";
import { makeFacets } from "./facets.js";
import { makeLegend } from "./legend.js";
import { makeOutline } from "./outline.js";
import { applyTheme, makeStage, startNodes, themeOf } from "./stage.js";
import { makeTable } from "./table.js";
import { makeTimeline } from "./timeline.js";
import { clamp, fromHash, toHash } from "./state.js";
import { isNarrowed, look, search, searchSources } from "./query.js";
import { paper, takeaways } from "./takeaway.js";
import { shown } from "./text.js";

/** @typedef {import("./dom.js").App} App */
/** @typedef {import("./dom.js").Child} Child */
/** @typedef {import("./model.js").Raw} Raw */
/** @typedef {import("./state.js").Choice} Choice */
/** @typedef {import("./state.js").State} State */

const CHEAP = new Set(["lang", "theme", "view", "find", "sort", "cam", "turned"]); // what does not change what is in view

const ICONS = {
  theme: "M12 3a9 9 0 1 0 9 9 7 7 0 0 1-9-9z", plus: "M12 5v14M5 12h14", minus: "M5 12h14", fit: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  filters: "M4 6h16M7 12h10M10 18h4", close: "M6 6l12 12M18 6L6 18", back: "M15 5l-7 7 7 7", help: "M9.2 9a3 3 0 1 1 4.2 2.7c-.9.5-1.4 1-1.4 2.1M12 17.5v.1",
};

/** @param {string} cls @param {string} path @param {string} label @param {(event: Event) => void} onclick @returns {HTMLButtonElement} */
function iconButton(cls, path, label, onclick) {
  const ns = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(ns, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(ns, "path");
  shape.setAttribute("d", path);
  svg.append(shape);
  const button = h("button", { class: `icon ${cls}`, "aria-label": label, title: label, onclick });
  button.append(svg);
  return button;
}

function main() {
  const block = document.getElementById("data");
  const raw = /** @type {Raw} */ (JSON.parse(block?.textContent ?? "{}"));
  block?.remove();
  const model = new Model(raw);
  model.detail = Math.round(clamp((window.innerWidth * window.innerHeight) / 20_000, 24, 180));
  const state = fromHash(location.hash, model, raw.start.lang);
  const given = location.hash.length > 1;
  if (!given && raw.start.focus) {
    const node = model.nodeOf(raw.start.focus);
    if (node >= 0) Object.assign(state, { ego: { node, depth: 1 }, sel: { type: "actor", id: node } });
  }
  if (!state.cam) state.turned = window.innerHeight > window.innerWidth * 1.25;
  if (state.turned) [model.x, model.y] = [model.y, model.x];
  applyTheme(state.theme);

  const live = h("div", { class: "offscreen", role: "status", "aria-live": "polite" });
  const toast = h("div", { class: "toast", "aria-hidden": "true" });
  /** @type {Choice[]} */
  const trail = [];
  let toastTimer = 0;
  /** @type {App} */
  const app = {
    model, state, view: look(model, state), set,
    say(text) {
      live.textContent = shown(text);
      toast.textContent = shown(text);
      toast.classList.add("on");
      clearTimeout(toastTimer);
      toastTimer = window.setTimeout(() => toast.classList.remove("on"), 1800);
    },
  };
  const stage = makeStage(app);
  const facets = makeFacets(app);
  const timeline = makeTimeline(app);
  const table = makeTable(app);
  const outline = makeOutline(app);
  const legend = makeLegend(app);

  const head = h("header", { class: "bar" });
  const banner = h("div", { class: "banner" });
  const tools = h("div", { class: "tools" });
  const corner = h("div", { class: "corner" });
  const filters = h("aside", { class: "side filters" }, facets.root);
  const inside = h("div", { class: "inside", tabindex: "-1" });
  const detailBar = h("div", { class: "detail-bar" });
  const details = h("aside", { class: "side details" }, detailBar, inside);
  const graph = h("div", { class: "graph" }, stage.root, banner, corner, tools);
  const centre = h("main", { class: "centre" }, graph, legend.root, table.root, timeline.root);
  document.body.append(head, outline.root, h("div", { class: "work" }, filters, centre, details), live, toast);
  let hashTimer = 0;

  /** @param {Partial<State>} patch */
  function set(patch) {
    const before = { ...state };
    if ("sel" in patch && state.sel && patch.sel && !same(state.sel, patch.sel)) trail.push(state.sel);
    if (patch.sel === null) trail.length = 0;
    Object.assign(state, patch);
    if (Object.keys(patch).some((key) => !CHEAP.has(key))) app.view = look(model, state);
    if ("theme" in patch) applyTheme(state.theme);
    const held = /** @type {HTMLElement | null} */ (document.activeElement);
    const home = /** @type {HTMLElement | null | undefined} */ (held?.closest(".inside, .detail-bar, .corner, .banner, .bar"));
    render(Object.keys(patch), before);
    if (held && home && !held.isConnected) refocus(held, home);
  }

  /** Give the focus to what stands in the place of what had it. @param {HTMLElement} held @param {HTMLElement} home */
  function refocus(held, home) {
    const heirs = /** @type {HTMLElement[]} */ ([...home.querySelectorAll("button")]);
    const heir = heirs.find((e) => e.className === held.className && (e.textContent === held.textContent || e.matches(".drawn, .language")));
    (heir ?? (home === inside || home === detailBar ? inside : stage.root)).focus({ preventScroll: true });
  }

  /** @param {string[]} keys @param {State} before */
  function render(keys, before) {
    const all = keys.includes("lang") || keys.includes("theme");
    const deep = all || keys.some((key) => !CHEAP.has(key) && key !== "sel");
    dress();
    if (all) renderHead();
    if (all || keys.includes("events")) legend.update();
    if (deep) facets.update();
    if (deep) timeline.update();
    renderBanner();
    if (all || deep || keys.includes("sel")) renderDetails(keys.includes("sel"));
    if (state.view === "list") table.update();
    stage.refresh();
    if (keys.includes("sel") && state.sel) stage.reveal(endsOf(state.sel));
    if (deep || keys.includes("sel")) scheduleOutline();
    if (keys.includes("ego") || keys.includes("path")) {
      if (state.ego || (state.path && state.path.b >= 0)) stage.fit(startNodes(app));
      else if (before.ego || (before.path && before.path.b >= 0)) stage.fit([]);
      if (state.path && state.path.b >= 0 && !app.view.routes) app.say(t(app, "noPath"));
    }
    remember();
  }

  /** Tell the style sheet of the state; an attribute set anew, even to the same, would restyle everything. */
  function dress() {
    const root = document.documentElement;
    const wanted = { lang: state.lang, dir: state.lang === "ar" ? "rtl" : "ltr", "data-view": state.view };
    for (const [name, value] of Object.entries(wanted)) if (root.getAttribute(name) !== value) root.setAttribute(name, value);
    if (root.classList.contains("has-choice") !== Boolean(state.sel)) root.classList.toggle("has-choice");
  }

  let outlineTimer = 0;
  function scheduleOutline() {
    clearTimeout(outlineTimer);
    outlineTimer = window.setTimeout(outline.update, 60);
  }

  function remember() {
    clearTimeout(hashTimer);
    hashTimer = window.setTimeout(() => {
      try {
        history.replaceState(null, "", `#${toHash(state, model)}`);
      } catch {
        // a frame without an address of its own: the link is in the menu
      }
    }, 120);
  }

  stage.root.addEventListener("moved", () => {
    const { x, y, k } = stage.camera();
    state.cam = [x, y, k];
    remember();
  });

  window.addEventListener("hashchange", (event) => {
    clearTimeout(hashTimer);
    const next = fromHash(new URL(event.newURL).hash, model, state.lang);
    if (next.turned !== state.turned) [model.x, model.y] = [model.y, model.x];
    const before = { ...state };
    Object.assign(state, next);
    app.view = look(model, state);
    applyTheme(state.theme);
    render(["lang", "sel", "picked"], before);
    if (next.cam) stage.setCamera({ x: next.cam[0], y: next.cam[1], k: next.cam[2] });
  });

  /** @param {Choice} sel @returns {number[]} the actors that a choice is about */
  function endsOf({ type, id, other = -1, row }) {
    if (type === "actor" || type === "event") return [id];
    if (type === "pair") return [id, other];
    const claim = type === "claim" ? id : row === undefined ? -1 : raw.stances.claim[row];
    return claim < 0 ? [] : [raw.claims.s[claim], raw.claims.o[claim]];
  }

  /** @param {number} node */
  function reach(node) {
    const ends = pathEnd(app, node);
    set({ sel: { type: "actor", id: node }, view: "graph", ...ends });
    if (!ends.path) stage.fit([node, ...[...model.claimsOf.of(node)].map((c) => model.other(c, node)).filter((n) => app.view.shown[n])]);
  }

  function renderHead() {
    const segment = (/** @type {"graph" | "list"} */ key) => h("button", { class: `segment ${key}`, "aria-pressed": String(state.view === key), onclick: () => {
      set({ view: key });
      renderHead();
    } }, t(app, key));
    const menu = h("div", { class: "menu", role: "menu", hidden: true }, ...takeaways(app, stage.picture).map(([key, act]) => h("button", { role: "menuitem", class: key, onclick: () => {
      open(false);
      act();
    } }, t(app, key))));
    const opener = h("button", { class: "take", "aria-haspopup": "menu", "aria-expanded": "false", onclick: () => open(menu.hidden) }, h("span", { class: "long" }, t(app, "take")), h("span", { class: "short" }, t(app, "takeShort")));
    const open = (/** @type {boolean} */ on) => {
      menu.hidden = !on;
      opener.setAttribute("aria-expanded", String(on));
      if (on) /** @type {HTMLElement} */ (menu.firstChild).focus();
    };
    const wrap = h("div", { class: "menu-wrap", onkeydown: (/** @type {KeyboardEvent} */ event) => {
      const items = /** @type {HTMLElement[]} */ ([...menu.children]);
      const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
      if (event.key === "Escape" && !menu.hidden) {
        open(false);
        opener.focus();
        event.stopPropagation();
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        items[(at + (event.key === "ArrowDown" ? 1 : items.length - 1)) % items.length]?.focus();
        event.preventDefault();
      }
    }, onfocusout: (/** @type {FocusEvent} */ event) => {
      if (!wrap.contains(/** @type {Node | null} */ (event.relatedTarget))) open(false);
    } }, opener, menu);
    const filtersToggle = iconButton("filters-toggle", ICONS.filters, t(app, "filters"), toggleFilters);
    filtersToggle.setAttribute("aria-pressed", String(document.documentElement.classList.contains("filters-open")));
    head.replaceChildren(
      h("button", { class: "skip", onclick: () => outline.root.querySelector("button")?.focus() }, t(app, "outline")),
      h("div", { class: "brand" }, h("strong", {}, own(raw.title)), h("span", { class: "tagline" }, t(app, "tagline"))),
      searchBox(),
      h("div", { class: "segments", role: "group" }, segment("graph"), segment("list")),
      filtersToggle,
      wrap,
      h("button", { class: "language", lang: state.lang === "ar" ? "en" : "ar", onclick: () => set({ lang: state.lang === "ar" ? "en" : "ar" }) }, t(app, "language")),
      iconButton("theme", ICONS.theme, t(app, "theme"), () => set({ theme: themeOf() === "dark" ? "light" : "dark" })),
      iconButton("help", ICONS.help, t(app, "keys"), showKeys),
    );
    tools.replaceChildren(
      iconButton("zoom-in", ICONS.plus, t(app, "zoomIn"), () => stage.zoom(1.4)),
      iconButton("zoom-out", ICONS.minus, t(app, "zoomOut"), () => stage.zoom(1 / 1.4)),
      iconButton("fit", ICONS.fit, t(app, "fit"), () => stage.fit([])),
    );
    filters.setAttribute("aria-label", t(app, "filters"));
    details.setAttribute("aria-label", t(app, "selected"));
  }

  /** Open the overview where there is no room beside the graph. @param {boolean} on */
  function peek(on) {
    document.documentElement.classList.toggle("peeking", on);
    renderDetails(false);
  }

  function toggleFilters() {
    head.querySelector(".filters-toggle")?.setAttribute("aria-pressed", String(document.documentElement.classList.toggle("filters-open")));
  }

  /** @returns {HTMLElement} the search field with its suggestions */
  function searchBox() {
    const list = h("ul", { class: "suggestions", role: "listbox", id: "suggestions", hidden: true });
    const input = h("input", { type: "search", class: "search", role: "combobox", autocomplete: "off", spellcheck: "false", dir: "auto", placeholder: t(app, "search"), "aria-label": t(app, "searchLabel"), "aria-expanded": "false", "aria-controls": "suggestions", "aria-autocomplete": "list" });
    let at = 0;
    /** @type {Array<() => void>} what choosing each suggestion does */
    let found = [];
    const mark = () => {
      for (const [i, child] of [...list.children].entries()) child.setAttribute("aria-selected", String(i === at));
      if (found.length) input.setAttribute("aria-activedescendant", `suggestion-${at}`);
      else input.removeAttribute("aria-activedescendant");
    };
    const close = () => {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
    };
    const pick = (/** @type {number} */ i) => {
      const act = found[i];
      if (!act) return;
      input.value = "";
      close();
      act();
    };
    const suggest = () => {
      found = [];
      at = 0;
      list.replaceChildren();
      const add = (/** @type {() => void} */ act, /** @type {HTMLElement} */ name, /** @type {Child[]} */ about) => {
        const i = found.push(act) - 1;
        list.append(h("li", { role: "option", id: `suggestion-${i}`, onpointerdown: (/** @type {Event} */ event) => {
          event.preventDefault();
          pick(i);
        } }, h("span", {}, name), h("small", {}, ...about)));
      };
      for (const node of search(model, input.value)) add(() => reach(node), nameOf(app, node), [own(model.label(node, state.lang === "ar" ? "en" : "ar")), ` · ${kindOf(app, node)}`]);
      for (const id of searchSources(model, input.value, Math.max(3, 8 - found.length))) {
        const source = raw.sources[id];
        add(() => set({ sel: { type: "source", id } }), own(source.title), [t(app, "source"), source.date ? [" · ", dateOf(app, source.date)] : ""].flat());
      }
      if (!found.length && input.value.trim()) list.append(h("li", { class: "nothing" }, t(app, "noMatch")));
      list.hidden = !list.children.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
      mark();
    };
    input.addEventListener("input", suggest);
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        at = (at + (event.key === "ArrowDown" ? 1 : found.length - 1)) % Math.max(1, found.length);
        mark();
        event.preventDefault();
      } else if (event.key === "Enter") pick(at);
      else if (event.key === "Escape") {
        input.value = "";
        close();
        stage.root.focus();
        event.stopPropagation();
      }
    });
    return h("div", { class: "search-wrap" }, input, list);
  }

  function renderBanner() {
    const { ego, path, told } = state;
    /** @type {HTMLElement[]} */
    const chips = [];
    const chip = (/** @type {string} */ cls, /** @type {Child[]} */ words, /** @type {Partial<State>} */ undo) => chips.push(h("span", { class: `crumb ${cls}` }, h("span", {}, ...words), iconButton("close", ICONS.close, t(app, "close"), () => set(undo))));
    if (ego) chip("ego", [`${t(app, "focused")} `, nameOf(app, ego.node), ` · ${t(app, "depth")} ${ego.depth}`], { ego: null });
    if (path && path.b < 0) chip("path waiting", [`${t(app, "path")}: `, nameOf(app, path.a), ` → … ${t(app, "pathHint")}`], { path: null });
    else if (path) chip("path", [`${t(app, "path")}: `, nameOf(app, path.a), " → ", nameOf(app, path.b), app.view.routes ? "" : ` · ${t(app, "noPath")}`], { path: null });
    if (told) chip("told", [`${t(app, "told")}: `, told.type === "source" ? own(raw.sources[told.id].title) : nameOf(app, told.id)], { told: null });
    if (isNarrowed(state)) chips.push(h("span", { class: "crumb count", role: "status" }, `${t(app, "claims")}: ${app.view.list.length} ${t(app, "of")} ${raw.claims.id.length}`));
    banner.replaceChildren(...chips);
    const detail = state.detail || model.detail;
    corner.replaceChildren(
      h("button", { class: "pill peek", onclick: () => peek(true) }, t(app, "overview")),
      detail < model.tied ? h("button", { class: "pill drawn", title: t(app, "more"), onclick: () => {
        set({ detail: Math.min(model.tied, detail * 2) });
        stage.fit([]);
      } }, `${t(app, "detail")}: ${detail} ${t(app, "of")} ${model.tied} +`) : "",
    );
  }

  /** @param {boolean} moved whether the choice itself changed */
  function renderDetails(moved) {
    const { sel } = state;
    let panel;
    if (!sel) panel = overviewPanel(app);
    else if (sel.type === "actor") panel = actorPanel(app, sel.id);
    else if (sel.type === "event") panel = eventPanel(app, sel.id);
    else if (sel.type === "claim") panel = claimPanel(app, sel.id, sel.row);
    else if (sel.type === "pair") panel = pairPanel(app, sel.id, sel.other ?? sel.id);
    else panel = articlePanel(app, sel.id, sel.row);
    details.classList.toggle("wide", sel?.type === "source");
    inside.replaceChildren(panel);
    if (moved && sel) {
      inside.scrollTop = 0;
      showCurrent(panel);
    }
    detailBar.replaceChildren(
      trail.length ? iconButton("back", ICONS.back, t(app, "back"), back) : "",
      h("span", { class: "spring" }),
      sel || document.documentElement.classList.contains("peeking") ? iconButton("close", ICONS.close, t(app, "close"), () => {
        peek(false);
        set({ sel: null });
      }) : "",
    );
    if (moved && sel) live.textContent = panel.querySelector("h2")?.textContent ?? "";
  }

  function back() {
    const last = trail.pop();
    const rest = [...trail];
    set({ sel: last ?? null });
    trail.length = 0;
    trail.push(...rest);
    renderDetails(true);
  }

  function showKeys() {
    const rows = [["← ↑ → ↓", "keyMove"], ["Enter", "keyOpen"], ["R", "keyRel"], ["Shift + ←↑→↓", "keyPan"], ["+ −", "keyZoom"], ["0", "keyFit"], ["/", "keySearch"], ["L", "keyList"], ["Esc", "keyEsc"]];
    const box = h("dialog", { class: "keys" }, h("h2", {}, t(app, "keys")), h("dl", {}, ...rows.flatMap(([keys, what]) => [h("dt", {}, h("kbd", { dir: "ltr" }, keys)), h("dd", {}, t(app, what ?? ""))])), h("button", { class: "small", onclick: () => box.close() }, t(app, "close")));
    box.addEventListener("close", () => box.remove());
    document.body.append(box);
    box.showModal();
  }

  document.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const typing = target.matches("input:not([type=checkbox], [type=range]), select, textarea");
    if (event.key === "Escape" && !document.querySelector("dialog[open]")) {
      if (document.documentElement.classList.contains("filters-open")) return toggleFilters();
      if (state.sel) return set({ sel: null });
      if (state.ego || state.path || state.told) set({ ego: null, path: null, told: null });
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") /** @type {HTMLElement | null} */ (head.querySelector(".search"))?.focus();
    else if (event.key === "?") showKeys();
    else if (event.key === "l") {
      set({ view: state.view === "list" ? "graph" : "list" });
      renderHead();
    } else return;
    event.preventDefault();
  });

  window.addEventListener("beforeprint", () => document.body.append(paper(app, stage.picture())));
  window.addEventListener("afterprint", () => document.querySelector(".paper")?.remove());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => set({ theme: state.theme }));

  render(["lang", "sel", "picked"], { ...state });
  document.documentElement.classList.add("ready");
  const warm = () => {
    if (model.searchKeys(4000).length < model.actors) setTimeout(warm, 12);
  };
  setTimeout(warm, 200);
  setTimeout(() => look(model, state), 300); // so that the first filter does not meet cold code
}

/** @param {Choice} a @param {Choice} b */
function same(a, b) {
  return a.type === b.type && a.id === b.id && a.other === b.other && a.row === b.row;
}

main();
