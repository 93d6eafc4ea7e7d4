/** The timeline: how many stances when, and a brush over one of three clocks. */

import { CLOCKS } from "./model.js";
import { h, t } from "./dom.js";
import { isoDay, sayDate } from "./text.js";
import { clamp } from "./state.js";

/** @typedef {import("./dom.js").App} App */

/** @typedef {{low: number, high: number, undated: number, first: Uint8Array, last: Uint8Array}} Bins */

const BINS = 120;

/**
 * The span of one clock, and the first and last bin of every stance on it; open ends count where they are known.
 * @param {App["model"]} model @param {string} clock @returns {Bins}
 */
function binsOf(model, clock) {
  const spans = model.spansOn(clock);
  const ends = [spans.low.map((day, row) => (Number.isFinite(day) ? day : spans.high[row])), spans.high.map((day, row) => (Number.isFinite(day) ? day : spans.low[row]))];
  let [low, high, undated] = [Infinity, -Infinity, 0];
  for (let row = 0; row < ends[0].length; row++) {
    if (Number.isNaN(ends[0][row])) undated++;
    else {
      low = Math.min(low, ends[0][row]);
      high = Math.max(high, ends[1][row]);
    }
  }
  if (high - low < 60) [low, high] = [low - 30, high + 30];
  const [first, last] = ends.map((days) => Uint8Array.from(days, (day) => (Number.isNaN(day) ? BINS : clamp(Math.floor(((day - low) / (high - low + 1)) * BINS), 0, BINS - 1))));
  return { low, high, undated, first, last };
}

/** @param {Bins} bins @param {Uint8Array | null} on which stances count; null for all @returns {Int32Array} how many are in each bin */
function tally({ first, last }, on) {
  const counts = new Int32Array(BINS + 2);
  for (let row = 0; row < first.length; row++) {
    if (on && !on[row]) continue;
    counts[first[row]]++;
    counts[last[row] + 1]--;
  }
  for (let i = 1; i < BINS; i++) counts[i] += counts[i - 1];
  return counts.subarray(0, BINS);
}

/** @param {HTMLElement} bar @param {number} percent */
function tall(bar, percent) {
  const height = `${percent.toFixed(1)}%`;
  if (bar.style.height !== height) bar.style.height = height;
}

/** The strip under the graph; `update()` draws it anew. @param {App} app */
export function makeTimeline(app) {
  const bars = h("div", { class: "bars", "aria-hidden": "true" });
  const brush = h("div", { class: "brush" });
  const track = h("div", { class: "track", dir: "ltr" }, bars, brush);
  const head = h("div", { class: "timeline-head" });
  const ends = h("div", { class: "ends-line", dir: "ltr" });
  const span = h("bdi", { class: "span-of-time" });
  const root = h("section", { class: "timeline" }, head, track, ends);
  const handles = [handle(0), handle(1)];
  track.append(...handles);
  /** @type {Map<string, Bins>} */
  const known = new Map();
  /** @type {Bins | null} */
  let data = null;

  /** @param {number} which */
  function handle(which) {
    return h("button", { class: "handle", role: "slider", onkeydown: (/** @type {KeyboardEvent} */ event) => {
      const way = /** @type {Record<string, number>} */ ({ ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageDown: -10, PageUp: 10 })[event.key];
      if (!way || !data) return;
      event.preventDefault();
      const now = range();
      const step = Math.max(1, Math.round((data.high - data.low) / BINS)) * way;
      now[which] = clamp(now[which] + step, data.low, data.high);
      brushed(now);
    } });
  }

  /** @returns {[number, number]} */
  function range() {
    return app.state.time ? [...app.state.time] : [data?.low ?? 0, data?.high ?? 0];
  }

  /** @param {[number, number]} now */
  function brushed(now) {
    const time = /** @type {[number, number]} */ (now[0] <= now[1] ? now : [now[1], now[0]]);
    app.set({ time: data && time[0] <= data.low && time[1] >= data.high ? null : time });
  }

  /** @type {[number, number] | null} */
  let draft = null;
  let held = -1;
  let origin = 0;
  const dayAt = (/** @type {PointerEvent} */ event) => {
    const box = track.getBoundingClientRect();
    const share = clamp((event.clientX - box.left) / box.width, 0, 1);
    return data ? Math.round(data.low + share * (data.high - data.low)) : 0;
  };
  track.addEventListener("pointerdown", (event) => {
    if (!data) return;
    held = handles.indexOf(/** @type {HTMLButtonElement} */ (event.target));
    origin = dayAt(event);
    track.setPointerCapture(event.pointerId);
  });
  track.addEventListener("pointermove", (event) => {
    if (!data || !track.hasPointerCapture(event.pointerId)) return;
    const day = dayAt(event);
    const now = range();
    draft = held < 0 ? [Math.min(origin, day), Math.max(origin, day)] : held === 0 ? [Math.min(day, now[1]), now[1]] : [now[0], Math.max(day, now[0])];
    placeBrush(draft);
  });
  track.addEventListener("pointerup", () => {
    if (draft) brushed(draft);
    draft = null;
  });

  /** @param {[number, number]} now */
  function placeBrush(now) {
    if (!data) return;
    const share = (/** @type {number} */ day) => ((day - (data?.low ?? 0)) / Math.max(1, (data?.high ?? 1) - (data?.low ?? 0))) * 100;
    brush.style.left = `${share(now[0])}%`;
    brush.style.width = `${Math.max(0.4, share(now[1]) - share(now[0]))}%`;
    handles.forEach((x, i) => {
      x.style.left = `${share(now[i])}%`;
      x.setAttribute("aria-label", t(app, i ? "until" : "from"));
      x.setAttribute("aria-valuemin", String(data?.low));
      x.setAttribute("aria-valuemax", String(data?.high));
      x.setAttribute("aria-valuenow", String(now[i]));
      x.setAttribute("aria-valuetext", sayDate(isoDay(now[i]), app.state.lang));
    });
    const say = (/** @type {number} */ day) => sayDate(isoDay(day), app.state.lang, "short");
    span.textContent = app.state.time || draft ? now.map(say).join(" – ") : "";
    ends.replaceChildren(...[data.low, data.high].map((day) => h("bdi", {}, say(day))));
  }

  function update() {
    const { state, model, view } = app;
    const bins = known.get(state.clock) ?? binsOf(model, state.clock);
    known.set(state.clock, bins);
    data = bins.undated < view.rowOn.length ? bins : null;
    const select = h("select", { "aria-label": `${t(app, "timeline")} ${t(app, "clock")}`, onchange: () => app.set({ clock: select.value, time: null }) },
      ...CLOCKS.map((clock) => h("option", { value: clock, selected: clock === state.clock }, t(app, { event: "byEvent", speech: "bySpeech", publication: "byPublication" }[clock] ?? ""))));
    const had = head.contains(document.activeElement);
    head.replaceChildren(
      h("span", { class: "label" }, t(app, "timeline")), select, span,
      bins.undated ? h("span", { class: "undated" }, `${bins.undated} ${t(app, "undated")}`) : "",
      state.time ? h("button", { class: "small whole", onclick: () => app.set({ time: null }) }, t(app, "wholeTime")) : "",
    );
    if (had) select.focus();
    track.hidden = ends.hidden = !data;
    if (!data) return;
    const [all, on] = [tally(data, null), tally(data, view.rowOn)];
    const most = Math.max(...all);
    if (!bars.firstChild) bars.append(...Array.from(all, () => h("i", {}, h("b"))));
    for (const [i, bar] of /** @type {HTMLElement[]} */ ([...bars.children]).entries()) {
      const [outer, inner] = all[i] ? [8 + (92 * all[i]) / most, (100 * on[i]) / all[i]] : [0, 0];
      tall(bar, outer);
      tall(/** @type {HTMLElement} */ (bar.firstChild), inner);
    }
    placeBrush(range());
  }

  return { root, update };
}
