/** The stage: a canvas that is drawn, moved, zoomed, clicked and walked through by keyboard. */

import { curvesOf, pairsOfModel, paint, paintAll, placeOf, pointAt, radiusOf, unitOf } from "./draw.js";
import { h, pathEnd, t } from "./dom.js";
import { clamp } from "./state.js";
import { PALETTES } from "./theme.js";

/** @typedef {import("./dom.js").App} App */
/** @typedef {import("./draw.js").Camera} Camera */
/** @typedef {import("./draw.js").Pair} Pair */
/** @typedef {import("./draw.js").Picture} Picture */
/** @typedef {import("./draw.js").Scene} Scene */
/** @typedef {import("./draw.js").Tie} Tie */

const BIG = 1200; // nodes and pairs above which a drawing is made ahead of the view, over several frames
const MARGIN = 0.3; // of the view, drawn ahead on each side
const SLICE = 6; // milliseconds of drawing per frame
const MOST_PIXELS = 7e6;

/**
 * Build the stage.
 * @param {App} app
 */
export function makeStage(app) {
  const { model } = app;
  /** @type {HTMLCanvasElement[]} */
  const sheets = [h("canvas", { "aria-hidden": "true" }), h("canvas", { "aria-hidden": "true" })];
  const root = h("div", { class: "stage", tabindex: "0", role: "application", "aria-roledescription": "graph" }, ...sheets);
  const pairs = pairsOfModel(model);
  /** @type {Camera} */
  let cam = { x: 0, y: 0, k: 1 };
  let size = { w: 0, h: 0 };
  /** @type {Scene} */
  let scene = { nodes: [], pairs: [], ties: [], hover: -1, hoverClaim: -1, cursor: -1, big: false, far: false, area: 1 };
  let front = 0;
  /** @type {{cam: Camera, w: number, h: number} | null} */
  let drawn = null;
  /** @type {{steps: Generator<void, void, void>, cam: Camera, w: number, h: number, sheet: number} | null} */
  let work = null;
  let stale = true;
  let moved = 0;
  let asked = false;
  let placed = false;
  /** @type {number} */
  let glide = 0;
  /** @type {number[]} */
  let wanted = [];
  let clicked = false; // a choice made on the stage itself, which is in view

  /** @param {number} w @param {number} hgt @param {Camera} at @returns {Picture} */
  const picture = (w, hgt, at) => ({ model, state: app.state, view: app.view, scene, cam: at, w, h: hgt, pal: PALETTES[themeOf()] ?? /** @type {never} */ (PALETTES.light) });

  function ask() {
    if (asked || !size.w) return;
    asked = true;
    requestAnimationFrame(frame);
  }

  /** @param {number} now */
  function frame(now) {
    asked = false;
    if (!size.w || !size.h) return;
    if (!scene.big) {
      work = null;
      if (stale) {
        const sheet = 1 - front;
        const pen = ready(sheet, size.w, size.h);
        if (pen) paintAll(pen, picture(size.w, size.h, cam));
        swap(sheet, { cam: { ...cam }, w: size.w, h: size.h });
        stale = false;
      }
      return;
    }
    place();
    const settled = now - moved > 110;
    if (!work && (stale || (drawn && (uncovered(drawn) || (settled && changed(drawn)))))) start();
    if (work) {
      const until = performance.now() + SLICE;
      let done = false;
      while (!done && performance.now() < until) done = Boolean(work.steps.next().done);
      if (done) {
        swap(work.sheet, { cam: work.cam, w: work.w, h: work.h });
        work = null;
      }
    }
    if (work || stale || (drawn && changed(drawn))) ask();
  }

  function start() {
    const [w, hgt] = [size.w * (1 + 2 * MARGIN), size.h * (1 + 2 * MARGIN)];
    const sheet = 1 - front;
    const pen = ready(sheet, w, hgt);
    if (!pen) return;
    stale = false;
    const at = { ...cam };
    work = { steps: paint(pen, picture(w, hgt, at)), cam: at, w, h: hgt, sheet };
  }

  /** @param {number} sheet @param {number} w @param {number} hgt @returns {CanvasRenderingContext2D | null} a clean sheet */
  function ready(sheet, w, hgt) {
    const canvas = sheets[sheet];
    const ratio = Math.min(window.devicePixelRatio || 1, 3, Math.sqrt(MOST_PIXELS / (w * hgt)) || 1);
    const [pw, ph] = [Math.max(1, Math.round(w * ratio)), Math.max(1, Math.round(hgt * ratio))];
    if (canvas.width !== pw || canvas.height !== ph) {
      canvas.width = pw;
      canvas.height = ph;
      canvas.style.width = `${w}px`;
      canvas.style.height = `${hgt}px`;
    }
    const pen = canvas.getContext("2d", { alpha: false });
    pen?.setTransform(pw / w, 0, 0, ph / hgt, 0, 0);
    return pen;
  }

  /** @param {number} sheet @param {{cam: Camera, w: number, h: number}} what */
  function swap(sheet, what) {
    front = sheet;
    drawn = what;
    for (const [i, canvas] of sheets.entries()) canvas.classList.toggle("front", i === front);
    place();
    root.dataset.drawn = String(Number(root.dataset.drawn ?? 0) + 1);
  }

  /** Move the drawn sheet to where the camera is now: cheap, so that panning stays smooth. */
  function place() {
    if (!drawn) return;
    const scale = cam.k / drawn.cam.k;
    const left = size.w / 2 + (drawn.cam.x - cam.x) * cam.k - (drawn.w / 2) * scale;
    const top = size.h / 2 + (drawn.cam.y - cam.y) * cam.k - (drawn.h / 2) * scale;
    const canvas = sheets[front];
    if (canvas) canvas.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
  }

  /** @param {{cam: Camera, w: number, h: number}} d */
  function uncovered(d) {
    const scale = cam.k / d.cam.k;
    const [dx, dy] = [Math.abs(d.cam.x - cam.x) * cam.k, Math.abs(d.cam.y - cam.y) * cam.k];
    const room = MARGIN * 0.45;
    return scale < 0.75 || scale > 1.7 || dx > room * size.w || dy > room * size.h;
  }

  /** @param {{cam: Camera}} d */
  function changed(d) {
    return d.cam.x !== cam.x || d.cam.y !== cam.y || d.cam.k !== cam.k;
  }

  /** @param {Partial<Camera>} next */
  function look(next) {
    cam = { ...cam, ...next };
    cam.k = clamp(cam.k, 0.004, 12);
    moved = performance.now();
    if (!scene.big) stale = true;
    ask();
    root.dispatchEvent(new CustomEvent("moved"));
  }

  /** @param {Camera} goal */
  function glideTo(goal) {
    cancelAnimationFrame(glide);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches || !placed) return look(goal);
    const from = { ...cam };
    const began = performance.now();
    const step = () => {
      const part = Math.min(1, (performance.now() - began) / 260);
      const ease = 1 - (1 - part) ** 3;
      look({ x: from.x + (goal.x - from.x) * ease, y: from.y + (goal.y - from.y) * ease, k: from.k * (goal.k / from.k) ** ease });
      if (part < 1) glide = requestAnimationFrame(step);
    };
    step();
  }

  /** @param {number[]} nodes @param {boolean} [now] */
  function fit(nodes, now = false) {
    const some = nodes.length ? nodes : scene.nodes;
    if (!some.length || !size.w) return;
    const [x0, x1] = extent(some, model.x);
    const [y0, y1] = extent(some, model.y);
    const [padX, padY] = [Math.min(90, size.w * 0.17), nodes.length ? Math.min(90, size.h * 0.16) : Math.min(58, size.h * 0.11)];
    const most = nodes.length && nodes.length < 3 ? 1.6 : 2.2;
    const k = Math.min((size.w - 2 * padX) / Math.max(1, x1 - x0), (size.h - 2 * padY) / Math.max(1, y1 - y0), most);
    const goal = { x: (x0 + x1) / 2, y: (y0 + y1) / 2, k };
    if (now) look(goal);
    else glideTo(goal);
  }

  /** Bring nodes into view, if they are not. @param {number[]} nodes */
  function reveal(nodes) {
    wanted = nodes;
    if (clicked || !placed || !nodes.length) return;
    const pic = picture(size.w, size.h, cam);
    const places = nodes.map((node) => placeOf(pic, node));
    if (places.every(([x, y]) => x > 30 && y > 30 && x < size.w - 30 && y < size.h - 30)) return;
    const [x0, x1] = extent(nodes, model.x);
    const [y0, y1] = extent(nodes, model.y);
    if ((x1 - x0) * cam.k > size.w - 160 || (y1 - y0) * cam.k > size.h - 120) fit(nodes);
    else glideTo({ ...cam, x: (x0 + x1) / 2, y: (y0 + y1) / 2 });
  }

  /** Take up what the state now shows. */
  function refresh() {
    const { view } = app;
    const { nodeOn, shown } = view;
    /** @type {[number[], number[]]} */
    const parts = [[], []];
    for (const node of model.order) if (shown[node]) parts[nodeOn[node] ? 0 : 1].push(node);
    const nodes = parts.flat();
    const near = pairs.filter((p) => shown[p.a] && shown[p.b]);
    const big = nodes.length + near.length > BIG;
    scene = { ...scene, nodes, pairs: near, ties: tiesOf(app), big, area: areaOf(model, nodes) };
    if (scene.cursor >= 0 && !shown[scene.cursor]) scene.cursor = -1;
    root.setAttribute("aria-label", t(app, "canvas"));
    stale = true;
    work = null;
    ask();
  }

  /** @param {number} px @param {number} py @returns {number} the node under a point, or -1 */
  function nodeAt(px, py) {
    const pic = picture(size.w, size.h, cam);
    const unit = unitOf(pic);
    let best = -1;
    let nearest = Infinity;
    for (const node of scene.nodes) {
      const [x, y] = placeOf(pic, node);
      const gap = Math.hypot(x - px, y - py) - Math.max(radiusOf(pic, node, unit), 5) - 5;
      if (gap < 0 && gap < nearest) [best, nearest] = [node, gap];
    }
    return best;
  }

  /** @param {number} px @param {number} py @returns {{pair: Pair, claims: number[]} | null} */
  function lineAt(px, py) {
    const pic = picture(size.w, size.h, cam);
    const unit = unitOf(pic);
    let best = null;
    let nearest = 9;
    for (const pair of scene.pairs) {
      const [ax, ay] = placeOf(pic, pair.a);
      const [bx, by] = placeOf(pic, pair.b);
      const reach = 24 + 18 * pair.claims.length + (pair.a === pair.b ? 90 : 0);
      if (px < Math.min(ax, bx) - reach || px > Math.max(ax, bx) + reach || py < Math.min(ay, by) - reach || py > Math.max(ay, by) + reach) continue;
      for (const { curve, claims } of curvesOf(pic, pair, unit)) {
        const live = claims.filter((c) => app.view.claimOn[c]);
        if (!live.length) continue;
        for (let i = 0; i <= 48; i++) {
          const [x, y] = pointAt(curve, i / 48);
          const gap = Math.hypot(x - px, y - py);
          if (gap < nearest) [best, nearest] = [{ pair, claims: live }, gap];
        }
      }
    }
    return best;
  }

  /** @param {number} node */
  function choose(node) {
    const type = node < model.actors ? "actor" : "event";
    app.set({ sel: { type: /** @type {"actor"} */ (type), id: node }, ...pathEnd(app, node) });
  }

  /** @param {number} px @param {number} py */
  function click(px, py) {
    clicked = true;
    pick(px, py);
    clicked = false;
  }

  /** @param {number} px @param {number} py */
  function pick(px, py) {
    const node = nodeAt(px, py);
    if (node >= 0) return choose(node);
    const line = lineAt(px, py);
    if (!line) return app.set({ sel: null });
    const [first] = line.claims;
    if (line.claims.length > 1) app.set({ sel: { type: "pair", id: line.pair.a, other: line.pair.b } });
    else if (first !== undefined) app.set({ sel: { type: "claim", id: first } });
  }

  pointers({ root, nodeAt, lineAt, click, look, model, cam: () => cam, size: () => size, scene: () => scene, redraw: () => {
    stale = true;
    ask();
  } });
  keys();

  function keys() {
    root.addEventListener("keydown", (event) => {
      const arrow = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] })[event.key];
      if (arrow && event.shiftKey) look({ x: cam.x + (arrow[0] * 60) / cam.k, y: cam.y + (arrow[1] * 60) / cam.k });
      else if (arrow) step(arrow);
      else if (event.key === "Enter" && scene.cursor >= 0) choose(scene.cursor);
      else if (event.key === "+" || event.key === "=") look({ k: cam.k * 1.25 });
      else if (event.key === "-") look({ k: cam.k / 1.25 });
      else if (event.key === "0") fit([]);
      else if (event.key === "r") nextRelation();
      else return;
      event.preventDefault();
    });
    root.addEventListener("blur", () => {
      if (scene.cursor < 0) return;
      scene.cursor = -1;
      stale = true;
      ask();
    });
  }

  /** Go to the nearest actor in a direction. @param {[number, number]} arrow */
  function step([dx, dy]) {
    const here = scene.cursor >= 0 ? scene.cursor : app.state.sel?.type === "actor" ? app.state.sel.id : -1;
    const [x0, y0] = here >= 0 ? [model.x[here], model.y[here]] : [cam.x, cam.y];
    let best = -1;
    let least = Infinity;
    for (const node of scene.nodes) {
      if (node === here || !app.view.nodeOn[node]) continue;
      const [vx, vy] = [model.x[node] - x0, model.y[node] - y0];
      const ahead = vx * dx + vy * dy;
      const aside = Math.abs(vx * dy) + Math.abs(vy * dx);
      const cost = here < 0 ? Math.hypot(vx, vy) : ahead <= 0 ? Infinity : ahead + 2 * aside;
      if (cost < least) [best, least] = [node, cost];
    }
    if (best < 0) return;
    scene.cursor = best;
    stale = true;
    const [px, py] = placeOf(picture(size.w, size.h, cam), best);
    if (px < 60 || py < 60 || px > size.w - 60 || py > size.h - 60) look({ x: model.x[best], y: model.y[best] });
    ask();
    app.say(model.label(best, app.state.lang));
  }

  /** Step through the relations of the actor in hand. */
  function nextRelation() {
    const { sel } = app.state;
    const node = scene.cursor >= 0 ? scene.cursor : sel?.type === "actor" ? sel.id : sel?.type === "claim" ? model.raw.claims.s[sel.id] : -1;
    if (node < 0) return;
    const claims = Array.from(model.claimsOf.of(node)).filter((c) => app.view.claimOn[c]);
    const at = sel?.type === "claim" ? claims.indexOf(sel.id) : -1;
    const next = claims[(at + 1) % claims.length];
    if (next !== undefined) app.set({ sel: { type: "claim", id: next } });
  }

  new ResizeObserver(() => {
    const box = root.getBoundingClientRect();
    if (box.width === size.w && box.height === size.h) return;
    size = { w: Math.floor(box.width), h: Math.floor(box.height) };
    if (!size.w || !size.h) return; // not laid out yet, as at first in a frame
    if (!placed) {
      if (app.state.cam) look({ x: app.state.cam[0], y: app.state.cam[1], k: app.state.cam[2] });
      else fit(startNodes(app), true);
      placed = true;
    } else if (app.state.sel) reveal(wanted);
    stale = true;
    ask();
  }).observe(root);

  return {
    root, refresh, fit, reveal,
    zoom: (/** @type {number} */ by) => glideTo({ ...cam, k: cam.k * by }),
    camera: () => cam,
    setCamera: (/** @type {Camera} */ next) => look(next),
    picture: () => picture(size.w, size.h, cam),
  };
}

/** Put the chosen theme, or else the system's, in force. @param {string} chosen */
export function applyTheme(chosen) {
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  document.documentElement.dataset.theme = chosen === "auto" ? system : chosen;
}

/** @returns {string} the theme in force */
export function themeOf() {
  return document.documentElement.dataset.theme ?? "light";
}

/** @param {App} app @returns {number[]} whom a view opens on */
export function startNodes({ state, view }) {
  if (!state.ego && !(state.path && state.path.b >= 0)) return [];
  return [...view.nodeOn.keys()].filter((node) => view.nodeOn[node] && view.shown[node]);
}

/** @param {number[]} nodes @param {Float64Array} values @returns {[number, number]} */
function extent(nodes, values) {
  let [low, high] = [Infinity, -Infinity];
  for (const node of nodes) {
    low = Math.min(low, values[node]);
    high = Math.max(high, values[node]);
  }
  return [low, high];
}

/** @param {App["model"]} model @param {number[]} nodes */
function areaOf(model, nodes) {
  const [x0, x1] = extent(nodes, model.x);
  const [y0, y1] = extent(nodes, model.y);
  return Math.max(1, (x1 - x0 + 120) * (y1 - y0 + 120));
}

/** @param {App} app @returns {Tie[]} lines between events, their participants and those who speak of them */
function tiesOf({ model, state, view }) {
  /** @type {Tie[]} */
  const ties = [];
  if (!state.events) return ties;
  model.raw.events.forEach((event, i) => {
    const node = i + model.actors;
    if (!view.shown[node]) return;
    for (const [, actor] of event.parts) if (view.shown[actor]) ties.push({ from: node, to: actor, key: "part", on: Boolean(view.nodeOn[node]) });
  });
  if (!state.speech) return ties;
  const { who, event, claim } = model.raw.stances;
  const seen = new Set();
  who.forEach((speaker, row) => {
    const node = event[row];
    if (speaker < 0 || node < 0 || !view.shown[speaker] || !view.shown[node]) return;
    const key = model.against(row) ? "denied" : "asserted";
    if (seen.has(`${speaker} ${node} ${key}`)) return;
    seen.add(`${speaker} ${node} ${key}`);
    ties.push({ from: speaker, to: node, key, on: Boolean(view.rowOn[row] && view.claimOn[claim[row]]) });
  });
  return ties;
}

/**
 * Mouse, pen and fingers: pan, pinch, wheel, drag a node, hover, click.
 * @param {{root: HTMLElement, nodeAt: (x: number, y: number) => number, lineAt: (x: number, y: number) => {claims: number[]} | null,
 *   click: (x: number, y: number) => void, look: (cam: Partial<Camera>) => void, model: App["model"], cam: () => Camera,
 *   size: () => {w: number, h: number}, scene: () => Scene, redraw: () => void}} on
 */
function pointers(on) {
  const { root, model } = on;
  /** @type {Map<number, [number, number]>} */
  const down = new Map();
  let dragged = -1;
  let travelled = 0;
  let spread = 0;
  const at = (/** @type {PointerEvent | WheelEvent} */ event) => {
    const box = root.getBoundingClientRect();
    return /** @type {[number, number]} */ ([event.clientX - box.left, event.clientY - box.top]);
  };
  const zoomAt = (/** @type {number} */ px, /** @type {number} */ py, /** @type {number} */ by) => {
    const { x, y, k } = on.cam();
    const { w, h: height } = on.size();
    const next = clamp(k * by, 0.004, 12);
    on.look({ x: x + (px - w / 2) * (1 / k - 1 / next), y: y + (py - height / 2) * (1 / k - 1 / next), k: next });
  };
  root.addEventListener("pointerdown", (event) => {
    if (event.button > 0) return;
    const [px, py] = at(event);
    down.set(event.pointerId, [px, py]);
    root.setPointerCapture(event.pointerId);
    travelled = down.size > 1 ? 99 : 0;
    dragged = down.size === 1 ? on.nodeAt(px, py) : -1;
    spread = 0;
    on.scene().cursor = -1;
  });
  root.addEventListener("pointermove", (event) => {
    const [px, py] = at(event);
    const last = down.get(event.pointerId);
    if (!last) return hover(px, py, event.pointerType);
    const [dx, dy] = [px - last[0], py - last[1]];
    down.set(event.pointerId, [px, py]);
    travelled += Math.abs(dx) + Math.abs(dy);
    const { x, y, k } = on.cam();
    if (down.size === 2) {
      const [[ax, ay], [bx, by]] = /** @type {[[number, number], [number, number]]} */ ([...down.values()]);
      const apart = Math.hypot(ax - bx, ay - by);
      if (spread) zoomAt((ax + bx) / 2, (ay + by) / 2, apart / spread);
      spread = apart;
      const now = on.cam();
      on.look({ x: now.x - dx / 2 / now.k, y: now.y - dy / 2 / now.k });
    } else if (travelled < 5) return;
    else if (dragged >= 0) {
      model.x[dragged] += dx / k;
      model.y[dragged] += dy / k;
      on.redraw();
    } else on.look({ x: x - dx / k, y: y - dy / k });
  });
  const up = (/** @type {PointerEvent} */ event) => {
    if (!down.delete(event.pointerId)) return;
    if (event.type === "pointerup" && travelled < 5) on.click(...at(event));
    dragged = -1;
    spread = 0;
  };
  root.addEventListener("pointerup", up);
  root.addEventListener("pointercancel", up);
  root.addEventListener("pointerleave", () => hover(-99, -99, ""));
  root.addEventListener("wheel", (event) => {
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 16 : 1;
    zoomAt(...at(event), Math.exp(-clamp(event.deltaY * lines, -240, 240) * 0.0022));
  }, { passive: false });
  root.addEventListener("dblclick", (event) => {
    const box = root.getBoundingClientRect();
    zoomAt(event.clientX - box.left, event.clientY - box.top, 1.6);
  });
  /** @param {number} px @param {number} py @param {string} type */
  function hover(px, py, type) {
    const scene = on.scene();
    if (type === "touch" || (scene.far && type)) return;
    const node = type ? on.nodeAt(px, py) : -1;
    const claim = node < 0 && type ? (on.lineAt(px, py)?.claims[0] ?? -1) : -1;
    root.classList.toggle("pointing", node >= 0 || claim >= 0);
    if (node === scene.hover && claim === scene.hoverClaim) return;
    scene.hover = node;
    scene.hoverClaim = claim;
    on.redraw();
  }
}
