/** Taking it along: pictures, tables, records, a link and paper. */

import { STATUSES } from "./model.js";
import { WORDS } from "./words.js";
import { claimRecords, claimRows } from "./records.js";
import { csv, shown } from "./text.js";
import { h, t } from "./dom.js";
import { paintAll } from "./draw.js";
import { stanceCard } from "./evidence.js";
import { svgPen } from "./svg.js";
import { toHash } from "./state.js";

/** @typedef {import("./dom.js").App} App */
/** @typedef {import("./draw.js").Picture} Picture */

/** @param {string} name @param {Blob} blob */
function save(name, blob) {
  const href = URL.createObjectURL(blob);
  h("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

/**
 * Put text on the clipboard, by the old way where the new one is blocked, as in a sandboxed frame.
 * @param {App} app @param {string} text @param {string} done the word to say
 */
export async function copy(app, text, done) {
  let copied = false;
  try {
    await navigator.clipboard.writeText(text);
    copied = true;
  } catch {
    const area = h("textarea", { class: "offscreen", "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    copied = document.execCommand("copy");
    area.remove();
  }
  app.say(t(app, copied ? done : "copyFailed"));
}

/** @param {Picture} pic @returns {HTMLCanvasElement} the picture at twice its size */
function canvasOf(pic) {
  const canvas = h("canvas", { width: Math.round(pic.w * 2), height: Math.round(pic.h * 2) });
  const pen = canvas.getContext("2d");
  pen?.scale(2, 2);
  if (pen) paintAll(pen, pic);
  return canvas;
}

/** @param {App} app @param {Picture} pic @returns {string} */
function svgOf(app, pic) {
  const ruler = /** @type {CanvasRenderingContext2D} */ (h("canvas").getContext("2d"));
  const { pen, text } = svgPen(pic.w, pic.h, ruler, app.model.raw.title);
  paintAll(pen, pic);
  return text();
}

/**
 * The menu of ways to take the view along.
 * @param {App} app @param {() => Picture} picture @returns {Array<[string, () => void]>} key of its word, what it does
 */
export function takeaways(app, picture) {
  const base = "actorgraph";
  return [
    ["png", () => canvasOf(picture()).toBlob((blob) => blob && save(`${base}.png`, blob))],
    ["svg", () => save(`${base}.svg`, new Blob([svgOf(app, picture())], { type: "image/svg+xml" }))],
    ["csv", () => save(`${base}-claims.csv`, new Blob([csv(claimRows(app, app.view.list))], { type: "text/csv" }))],
    ["json", () => save(`${base}-claims.json`, new Blob([`${JSON.stringify(claimRecords(app, app.view.list), null, 1)}\n`], { type: "application/json" }))],
    ["link", () => void copy(app, `${location.href.replace(/#.*/, "")}#${toHash(app.state, app.model)}`, "linkCopied")],
    ["print", () => window.print()],
  ];
}

/**
 * What goes on paper: the picture, then the claims in view with their words.
 * @param {App} app @param {Picture} pic @returns {HTMLElement}
 */
export function paper(app, pic) {
  const { model, view, state } = app;
  const { s, o } = model.raw.claims;
  const claims = view.list.slice(0, 200);
  return h(
    "div",
    { class: "paper" },
    h("h1", {}, shown(model.raw.title)),
    canvasOf(pic),
    h("h2", {}, `${WORDS[state.lang].printed} (${view.list.length})`),
    ...claims.map((c) => h("section", { class: "print-claim" },
      h("h3", {}, `${shown(model.label(s[c], state.lang))} — ${model.relation(c).label[state.lang]} — ${shown(model.label(o[c], state.lang))} (${t(app, STATUSES[view.status[c]])})`),
      ...[...model.stancesOf.of(c)].filter((r) => view.rowOn[r]).map((r) => stanceCard(app, r)))),
  );
}
