/** An article beside the graph: every quoted span is a link into it, every claim marked in its margin. */

import { STATUSES, TONES } from "./model.js";
import { claimButton, dateOf, h, own, section, t, wordButton } from "./dom.js";
import { outLink } from "./details.js";
import { shown, unit } from "./text.js";

/** @typedef {import("./dom.js").App} App */
/** @typedef {{from: number, to: number, row: number}} Span */

/**
 * The panel of a source, opened at one stance when a row is given.
 * @param {App} app @param {number} id @param {number} [row] @returns {HTMLElement}
 */
export function articlePanel(app, id, row) {
  const { model, state } = app;
  const source = model.raw.sources[id];
  if (!source) return h("div");
  const spans = spansOf(app, id);
  const told = state.told?.type === "source" && state.told.id === id;
  const body = h("div", { class: "body", lang: source.language, dir: "auto" });
  let at = 0;
  for (const paragraph of source.text.split("\n")) {
    if (paragraph.trim()) body.append(paragraphOf(app, source.text, at, at + paragraph.length, spans, row));
    at += paragraph.length + 1;
  }
  const claims = [...new Set([...model.inSource.of(id)].map((r) => model.raw.stances.claim[r]))];
  const meta = [source.author ? own(source.author) : null, source.publisher ? own(source.publisher) : null, source.date ? dateOf(app, source.date) : null].filter(Boolean);
  return h(
    "div",
    { class: "panel article-panel" },
    h("h2", { lang: source.language, dir: "auto" }, own(source.title)),
    h("p", { class: "meta" }, ...meta.flatMap((part, i) => (i ? [" · ", part] : [part]))),
    source.url ? h("p", { class: "meta" }, outLink(app, source.url, t(app, "openAt"))) : null,
    source.rights ? h("p", { class: "meta" }, own(source.rights)) : null,
    h("div", { class: "actions" }, h("button", { class: "small told", "aria-pressed": String(told), onclick: () => app.set({ told: told ? null : { type: "source", id } }) }, t(app, "toldSource"))),
    body,
    section(t(app, "claimsHere"), claims.slice(0, 200).map((c) => claimButton(app, c))),
  );
}

/** @param {App} app @param {number} id @returns {Span[]} every quote of this source, in UTF-16 offsets */
function spansOf(app, id) {
  const { stances, sources } = app.model.raw;
  const text = sources[id]?.text ?? "";
  /** @type {Span[]} */
  const spans = [];
  const add = (/** @type {number} */ row, /** @type {number} */ start, /** @type {number} */ end) => spans.push({ from: unit(text, start), to: unit(text, end), row });
  for (const row of app.model.inSource.of(id)) {
    add(row, stances.start[row], stances.end[row]);
    for (const [src, start, end] of stances.more[String(row)] ?? []) if (src === id) add(row, start, end);
  }
  return spans.sort((p, q) => p.from - q.from || p.to - q.to);
}

/**
 * One paragraph, cut at the ends of its spans; where spans overlap the shortest one is the link.
 * @param {App} app @param {string} text @param {number} from @param {number} to @param {Span[]} spans @param {number} [row]
 * @returns {HTMLElement}
 */
function paragraphOf(app, text, from, to, spans, row) {
  const here = spans.filter((s) => s.from < to && s.to > from);
  const cuts = [...new Set([from, to, ...here.flatMap((s) => [Math.max(from, s.from), Math.min(to, s.to)])])].sort((p, q) => p - q);
  const p = h("p", {});
  const marks = h("span", { class: "margin" });
  /** @type {Set<number>} */
  const noted = new Set();
  for (const [i, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[i + 1] ?? to;
    const over = here.filter((s) => s.from <= start && s.to >= end).sort((a, b) => a.to - a.from - (b.to - b.from));
    const piece = shown(text.slice(start, end));
    const chosen = over.find((s) => s.row === row) ?? over[0];
    if (!chosen) {
      p.append(piece);
      continue;
    }
    const current = over.some((s) => s.row === row);
    const claim = app.model.raw.stances.claim[chosen.row];
    const tone = TONES[app.model.tone[claim]];
    const open = () => app.set({ sel: { type: "claim", id: claim, row: chosen.row } });
    p.append(wordButton({ class: `span ${tone}${current ? " current" : ""}`, "data-row": chosen.row }, open, piece));
    for (const span of over) {
      if (noted.has(span.row)) continue;
      noted.add(span.row);
      marks.append(marginMark(app, span.row, span.row === row));
    }
  }
  if (noted.size) p.append(marks);
  return p;
}

/** @param {App} app @param {number} row @param {boolean} current @returns {HTMLElement} */
function marginMark(app, row, current) {
  const { model, state } = app;
  const claim = model.raw.stances.claim[row];
  const { s, o } = model.raw.claims;
  const say = `${model.label(s[claim], state.lang)} ${model.relation(claim).label[state.lang]} ${model.label(o[claim], state.lang)}`;
  const cls = `tick ${TONES[model.tone[claim]]} ${STATUSES[app.view.status[claim]]}${model.against(row) ? " against" : ""}${current ? " current" : ""}`;
  return h("button", { class: cls, title: shown(say), "aria-label": shown(say), onclick: () => app.set({ sel: { type: "claim", id: claim, row } }) });
}

/** Bring the chosen span into view. @param {HTMLElement} panel */
export function showCurrent(panel) {
  panel.querySelector(".span.current, .stance.marked")?.scrollIntoView({ block: "center" });
}
