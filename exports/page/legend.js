/** The legend: the same pens that draw the graph draw its samples. */

import { contestedBadge, glyph, outline } from "./draw.js";
import { DASHES, PALETTES } from "./theme.js";
import { h, t } from "./dom.js";
import { KINDS } from "./words.js";
import { STATUSES, TONES } from "./model.js";
import { themeOf } from "./stage.js";

/** @typedef {import("./dom.js").App} App */

/** @param {number} w @param {number} height @param {(pen: CanvasRenderingContext2D) => void} draw @returns {HTMLElement} */
function sample(w, height, draw) {
  const ratio = Math.max(2, window.devicePixelRatio || 1);
  const canvas = h("canvas", { width: w * ratio, height: height * ratio, "aria-hidden": "true" });
  canvas.style.width = `${w}px`;
  canvas.style.height = `${height}px`;
  const pen = canvas.getContext("2d");
  if (pen) {
    pen.scale(ratio, ratio);
    pen.lineCap = "round";
    pen.lineJoin = "round";
    draw(pen);
  }
  return canvas;
}

/** The legend of what is drawn; `update()` redraws it. @param {App} app */
export function makeLegend(app) {
  const root = h("details", { class: "legend" });
  root.open = matchMedia("(min-width: 1000px)").matches;

  function update() {
    const { state, model, view } = app;
    const pal = PALETTES[themeOf()] ?? PALETTES.light;
    if (!pal) return;
    const line = (/** @type {string} */ colour, /** @type {number[]} */ dash, contested = false) => sample(34, 18, (pen) => {
      const trace = () => {
        pen.beginPath();
        pen.moveTo(3, 9);
        pen.lineTo(31, 9);
        pen.stroke();
      };
      if (contested) {
        pen.strokeStyle = pal.contested;
        pen.globalAlpha = 0.38;
        pen.lineWidth = 10;
        trace();
        pen.globalAlpha = 1;
      }
      pen.strokeStyle = colour;
      pen.lineWidth = contested ? 3 : 2.2;
      pen.setLineDash(dash);
      trace();
      if (contested) contestedBadge(pen, 17, 9, 7, pal);
    });
    const item = (/** @type {HTMLElement} */ picture, /** @type {string} */ word) => h("span", { class: "item" }, picture, word);
    const kinds = Object.keys(KINDS).filter((kind) => (kind === "event" ? model.raw.events.some((_, i) => view.shown[i + model.actors]) : model.raw.rank.some((node) => model.kind(node) === kind && model.degree[node])));
    root.replaceChildren(
      h("summary", {}, t(app, "legend")),
      h("div", { class: "legend-row" },
        h("span", { class: "legend-group" }, ...TONES.map((tone, i) => item(line(pal.tone[i], []), t(app, tone)))),
        h("span", { class: "legend-group" }, ...STATUSES.map((status, i) => item(line(pal.tone[1], DASHES[i] ?? [], i === 1), t(app, status))), h("span", { class: "item" }, t(app, "width"))),
        h("span", { class: "legend-group" }, ...kinds.map((kind) => item(sample(22, 20, (pen) => {
          pen.fillStyle = kind === "state" ? pal.state : kind === "event" ? pal.event : pal.node;
          outline(pen, kind, 11, 10, 8);
          pen.fill();
          glyph(pen, kind, 11, 10, 8, pal.glyph, "");
        }), KINDS[kind][state.lang])))),
    );
  }

  return { root, update };
}
