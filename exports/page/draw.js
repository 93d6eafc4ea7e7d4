/** The drawing: nodes, relations and labels on anything that takes canvas calls. */

import { DASHES, SANS } from "./theme.js";
import { isRtl, shown } from "./text.js";
import { clamp } from "./state.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./query.js").View} View */
/** @typedef {import("./theme.js").Palette} Palette */
/** @typedef {{x: number, y: number, k: number}} Camera */
/** @typedef {{a: number, b: number, claims: number[]}} Pair */
/** @typedef {{from: number, to: number, key: string, on: boolean}} Tie */
/** @typedef {{nodes: number[], pairs: Pair[], ties: Tie[], hover: number, hoverClaim: number, cursor: number, big: boolean, far: boolean, area: number}} Scene */
/** @typedef {{x1: number, y1: number, cx: number, cy: number, x2: number, y2: number}} Curve */
/** @typedef {{curve: Curve, claims: number[], strong: boolean}} Line */
/** @typedef {[number, number, number, number]} Box left, top, right, bottom */
/** @typedef {CanvasRenderingContext2D} Pen */
/** @typedef {{model: Model, state: State, view: View, scene: Scene, cam: Camera, w: number, h: number, pal: Palette, full?: boolean}} Picture */

const FAN = 30; // pixels between parallel relations
const MERGE_BELOW = 84; // pixels between two actors under which their relations are one line
const SEATS = [1, -1].flatMap((side) => [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78].map((t) => [t, side])); // where a relation's name may stand
const HUBS = 24; // actors whose names are drawn even where they cover others
const DOT = 3.2; // pixels of a radius under which a node is a dot
const FAR = 900; // lines in view above which they are straight and thin

/**
 * Group claims by the pair of their ends, each once.
 * @param {Model} model @returns {Pair[]}
 */
export function pairsOfModel(model) {
  /** @type {Pair[]} */
  const found = [];
  const slot = new Int32Array(model.nodes);
  const stamp = new Int32Array(model.nodes).fill(-1);
  for (let a = 0; a < model.nodes; a++) {
    for (const c of model.claimsOf.of(a)) {
      const b = model.other(c, a);
      if (b < a) continue;
      if (stamp[b] === a) found[slot[b]]?.claims.push(c);
      else {
        stamp[b] = a;
        slot[b] = found.push({ a, b, claims: [c] }) - 1;
      }
    }
  }
  return found;
}

/** @param {Picture} pic @returns {number} the size of things: larger where there is room */
export function unitOf({ scene, cam }) {
  const room = Math.sqrt((scene.area * cam.k * cam.k) / Math.max(1, scene.nodes.length));
  return Math.min(1.3, Math.max(0.16, room / 105));
}

/** @param {Picture} pic @param {number} node @param {number} unit @returns {number} radius in pixels */
export function radiusOf({ model }, node, unit) {
  if (node >= model.actors) return 7 * unit;
  const most = model.degree[model.raw.rank[0]] || 1;
  const base = 8 + 9 * Math.sqrt(model.degree[node] / most);
  return (model.kind(node) === "state" ? Math.max(13, base) : base) * unit;
}

/** @param {Picture} pic @param {number} node @returns {[number, number]} its place on the screen */
export function placeOf({ model, cam, w, h }, node) {
  return [(model.x[node] - cam.x) * cam.k + w / 2, (model.y[node] - cam.y) * cam.k + h / 2];
}

/**
 * The curves of a pair on the screen: one when merged, else one for each claim.
 * @param {Picture} pic @param {Pair} pair @param {number} unit @returns {Array<{curve: Curve, claims: number[]}>}
 */
export function curvesOf(pic, pair, unit) {
  const [ax, ay] = placeOf(pic, pair.a);
  const [bx, by] = placeOf(pic, pair.b);
  const length = Math.hypot(bx - ax, by - ay);
  if (pair.a === pair.b) {
    const r = radiusOf(pic, pair.a, unit);
    const curve = { x1: ax - r * 0.7, y1: ay - r * 0.7, cx: ax, cy: ay - r * 5, x2: ax + r * 0.7, y2: ay - r * 0.7 };
    return [{ curve, claims: pair.claims }];
  }
  const [ra, rb] = [radiusOf(pic, pair.a, unit) + 2, radiusOf(pic, pair.b, unit) + 4];
  const merged = pair.claims.length === 1 || length < MERGE_BELOW || pic.scene.far;
  const groups = merged ? [pair.claims] : pair.claims.map((c) => [c]);
  const [nx, ny] = length ? [(by - ay) / length, (ax - bx) / length] : [0, 0];
  const step = Math.min(FAN, (length * 0.7) / groups.length);
  return groups.map((claims, i) => {
    const bend = (i - (groups.length - 1) / 2) * step * 2;
    const [cx, cy] = [(ax + bx) / 2 + nx * bend, (ay + by) / 2 + ny * bend];
    const [da, db] = [Math.hypot(cx - ax, cy - ay) || 1, Math.hypot(cx - bx, cy - by) || 1];
    const curve = {
      x1: ax + ((cx - ax) / da) * Math.min(ra, da), y1: ay + ((cy - ay) / da) * Math.min(ra, da), cx, cy,
      x2: bx + ((cx - bx) / db) * Math.min(rb, db), y2: by + ((cy - by) / db) * Math.min(rb, db),
    };
    return { curve, claims };
  });
}

/** @param {Curve} c @param {number} t @returns {[number, number]} */
export function pointAt(c, t) {
  const u = 1 - t;
  return [u * u * c.x1 + 2 * u * t * c.cx + t * t * c.x2, u * u * c.y1 + 2 * u * t * c.cy + t * t * c.y2];
}

/**
 * Draw the picture; yields now and then, so that a large one can be drawn over several frames.
 * @param {Pen} pen @param {Picture} pic @returns {Generator<void, void, void>}
 */
export function* paint(pen, pic) {
  const { scene, pal, w, h } = pic;
  const near = scene.pairs.filter((pair) => !outside(pic, pair.a, pair.b));
  const order = scene.nodes.filter((node) => !outside(pic, node, node));
  const far = near.length > FAR;
  scene.far = far;
  pen.fillStyle = pal.ground;
  pen.fillRect(0, 0, w, h);
  pen.lineCap = "round";
  pen.lineJoin = "round";
  const unit = unitOf(pic);
  const lifted = emphasis(pic);
  if (far) yield* farAway(pen, pic, near, order, unit, lifted);
  /** @type {Line[]} */
  const lines = [];
  for (const pair of near) {
    if (far && !pair.claims.some((c) => lifted.claims.has(c))) continue;
    for (const line of curvesOf(pic, pair, unit)) lines.push({ ...line, strong: line.claims.some((c) => lifted.claims.has(c)) });
  }
  lines.sort((p, q) => Number(p.strong) - Number(q.strong));
  for (const tie of scene.ties) drawTie(pen, pic, tie, unit, lifted);
  for (const [i, line] of lines.entries()) {
    drawLine(pen, pic, line, unit, lifted);
    if (i % 200 === 199) yield;
  }
  for (const [i, node] of [...order].reverse().entries()) {
    if (!far || lifted.nodes.has(node) || radiusOf(pic, node, unit) >= DOT) drawNode(pen, pic, node, unit, lifted);
    if (i % 400 === 399) yield;
  }
  /** @type {Box[]} */
  const taken = [];
  for (const line of lines) if (line.strong || !far) drawMark(pen, pic, line, taken);
  yield;
  labels(pen, pic, order, unit, lifted, taken, lines.length <= 200 ? lines.flatMap(dots) : []);
  if (order.length <= 400) for (const node of order) if (pic.view.nodeOn[node]) taken.push(box(pic, node, unit));
  relationLabels(pen, pic, lines, lifted, taken);
}

/** @param {Pen} pen @param {Picture} pic */
export function paintAll(pen, pic) {
  const steps = paint(pen, pic);
  while (!steps.next().done);
}

/** @param {Picture} pic @param {number} a @param {number} b @returns {boolean} whether the way from a to b is off the screen */
function outside(pic, a, b) {
  const [ax, ay] = placeOf(pic, a);
  const [bx, by] = placeOf(pic, b);
  const edge = 80;
  return (
    Math.max(ax, bx) < -edge || Math.min(ax, bx) > pic.w + edge || Math.max(ay, by) < -edge || Math.min(ay, by) > pic.h + edge
  );
}

/**
 * What stands out: the choice, and what the pointer is on.
 * @param {Picture} pic @returns {{nodes: Set<number>, claims: Set<number>, some: boolean}}
 */
function emphasis({ model, state, view, scene }) {
  const nodes = /** @type {Set<number>} */ (new Set());
  const claims = /** @type {Set<number>} */ (new Set());
  const { s, o } = model.raw.claims;
  const addClaim = (/** @type {number} */ c) => {
    claims.add(c);
    nodes.add(s[c]);
    nodes.add(o[c]);
  };
  const addNode = (/** @type {number} */ node) => {
    nodes.add(node);
    for (const c of model.claimsOf.of(node)) if (view.claimOn[c]) addClaim(c);
  };
  const { sel } = state;
  if (sel?.type === "actor" || sel?.type === "event") addNode(sel.id);
  if (sel?.type === "claim") addClaim(sel.id);
  if (sel?.type === "pair") for (const c of model.claimsOf.of(sel.id)) if (model.other(c, sel.id) === sel.other) addClaim(c);
  if (sel?.type === "source" && sel.row !== undefined) addClaim(model.raw.stances.claim[sel.row]);
  const some = claims.size + nodes.size > 0;
  if (scene.hover >= 0) addNode(scene.hover);
  if (scene.hoverClaim >= 0) addClaim(scene.hoverClaim);
  if (scene.cursor >= 0) nodes.add(scene.cursor);
  for (const c of view.pathClaims) addClaim(c);
  return { nodes, claims, some: some || scene.hover >= 0 || scene.hoverClaim >= 0 };
}

/**
 * Thousands at once: relations straight, thin and by tone, actors as dots; what is filtered out is left out. On a
 * canvas as plain pixels, which a pen would take ten times as long for; else by the pen.
 * @param {Pen} pen @param {Picture} pic @param {Pair[]} pairs @param {number[]} order @param {number} unit
 * @param {{claims: Set<number>, nodes: Set<number>, some: boolean}} lifted
 */
function* farAway(pen, pic, pairs, order, unit, lifted) {
  const { view, model, pal } = pic;
  const byTone = /** @type {Pair[][]} */ ([[], [], [], [], []]);
  for (const pair of pairs) {
    const first = pair.claims.find((c) => view.claimOn[c]);
    if (first !== undefined) byTone[pair.claims.some((c) => view.claimOn[c] && view.status[c] === 1) ? 4 : model.tone[first]].push(pair);
  }
  const grid = pen.canvas ? new Pixels(pen, pal.ground) : null;
  pen.lineWidth = 0.8;
  for (const [tone, some] of byTone.entries()) {
    pen.strokeStyle = tone === 4 ? pal.contested : pal.tone[tone];
    pen.globalAlpha = (tone === 4 ? 0.75 : 0.3) * (lifted.some ? 0.4 : 1);
    grid?.ink(pen.strokeStyle, pen.globalAlpha);
    for (let i = 0; i < some.length; i += 400) {
      pen.beginPath();
      for (const pair of some.slice(i, i + 400)) {
        const [x1, y1] = placeOf(pic, pair.a);
        const [x2, y2] = placeOf(pic, pair.b);
        if (grid) grid.line(x1, y1, x2, y2);
        else {
          pen.moveTo(x1, y1);
          pen.lineTo(x2, y2);
        }
      }
      if (!grid) pen.stroke();
      yield;
    }
  }
  pen.globalAlpha = 1;
  for (let i = order.length - 1; i >= 0; i--) {
    const node = order[i];
    const r = radiusOf(pic, node, unit);
    if (r >= DOT || lifted.nodes.has(node)) continue;
    const [x, y] = placeOf(pic, node);
    if (!grid) drawNode(pen, pic, node, unit, lifted);
    else {
      grid.ink(nodeColour(pic, node), alphaOf(pic, node, lifted));
      grid.dot(x, y, Math.max(1.1, r));
    }
    if (i % 400 === 0) yield;
  }
  if (grid) pen.putImageData(grid.image, 0, 0);
}

/** Pixels of a canvas in an array: lines and dots without smooth edges, in CSS pixels. */
class Pixels {
  /** @param {Pen} pen @param {string} ground */
  constructor(pen, ground) {
    this.w = pen.canvas.width;
    this.h = pen.canvas.height;
    this.scale = pen.getTransform().a;
    this.image = new ImageData(this.w, this.h);
    this.cells = new Uint32Array(this.image.data.buffer);
    this.alpha = this.even = this.odd = 0;
    this.colour = "";
    this.ink(ground, 1);
    this.cells.fill(0xff000000 | this.even | this.odd);
  }

  /** Choose a colour, as #rrggbb, and how much it covers. @param {string} colour @param {number} alpha */
  ink(colour, alpha) {
    this.alpha = Math.round(alpha * 256);
    if (colour === this.colour) return;
    this.colour = colour;
    const [r, g, b] = [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16));
    this.even = (b << 16) | r; // two channels at a time
    this.odd = g << 8;
  }

  /** @param {number} at */
  mix(at) {
    const was = this.cells[at];
    const rest = 256 - this.alpha;
    const even = (((was & 0xff00ff) * rest + this.even * this.alpha) >>> 8) & 0xff00ff;
    const odd = (((was & 0xff00) * rest + this.odd * this.alpha) >>> 8) & 0xff00;
    this.cells[at] = 0xff000000 | even | odd;
  }

  /** @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 */
  line(x1, y1, x2, y2) {
    const { w, h, scale } = this;
    let x = x1 * scale;
    let y = y1 * scale;
    const dx = x2 * scale - x;
    const dy = y2 * scale - y;
    // the part of the way that is on the canvas
    const from = Math.max(0, Math.min(-x / dx, (w - 1 - x) / dx) || 0, Math.min(-y / dy, (h - 1 - y) / dy) || 0);
    const to = Math.min(1, Math.max(-x / dx, (w - 1 - x) / dx) || 1, Math.max(-y / dy, (h - 1 - y) / dy) || 1);
    const steps = Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)));
    x += dx * from;
    y += dy * from;
    for (let i = Math.floor(steps * (to - from)); i > 0; i--) {
      this.mix(Math.trunc(y) * w + Math.trunc(x));
      x += dx / steps;
      y += dy / steps;
    }
  }

  /** @param {number} cx @param {number} cy @param {number} radius */
  dot(cx, cy, radius) {
    const [x, y, r] = [cx * this.scale, cy * this.scale, radius * this.scale];
    for (let py = Math.max(0, Math.ceil(y - r)); py <= Math.min(this.h - 1, y + r); py++) {
      const half = Math.sqrt(r * r - (py - y) ** 2);
      for (let px = Math.max(0, Math.ceil(x - half)); px <= Math.min(this.w - 1, x + half); px++) this.mix(py * this.w + px);
    }
  }
}

/**
 * @param {Pen} pen @param {Picture} pic @param {Line} line
 * @param {number} unit @param {{some: boolean}} lifted
 */
function drawLine(pen, pic, line, unit, lifted) {
  const { model, view, pal } = pic;
  const live = line.claims.filter((c) => view.claimOn[c]);
  const lead = live[0] ?? line.claims[0];
  const status = live.some((c) => view.status[c] === 1) ? 1 : view.status[lead];
  const many = Math.max(...line.claims.map((c) => model.width[c]));
  const width = (1.5 + 1.1 * Math.min(5, many - 1) + (line.claims.length > 1 ? 1 : 0)) * Math.max(0.7, Math.min(1.1, unit));
  const alpha = live.length ? (lifted.some && !line.strong ? 0.22 : 0.95) : 0.07;
  const { x1, y1, cx, cy, x2, y2 } = line.curve;
  const trace = () => {
    pen.beginPath();
    pen.moveTo(x1, y1);
    pen.quadraticCurveTo(cx, cy, x2, y2);
    pen.stroke();
  };
  pen.globalAlpha = alpha;
  if (status === 1 && live.length) {
    pen.setLineDash([]);
    pen.strokeStyle = pal.contested;
    pen.globalAlpha = alpha * 0.38;
    pen.lineWidth = width + 8;
    trace();
    pen.globalAlpha = alpha;
  }
  const colour = pal.tone[model.tone[lead]];
  pen.strokeStyle = colour;
  pen.lineWidth = status === 1 ? width + 1.4 : line.strong && lifted.some ? width + 0.8 : width;
  pen.setLineDash(DASHES[status]);
  trace();
  pen.setLineDash([]);
  const forward = live.every((c) => model.raw.claims.s[c] === model.raw.claims.s[lead]);
  if (!model.relation(lead).sym && forward) drawHead(pen, pic, line.curve, lead, colour, width);
  pen.globalAlpha = 1;
}

/** @param {Pen} pen @param {Picture} pic @param {Curve} curve @param {number} claim @param {string} colour @param {number} width */
function drawHead(pen, pic, curve, claim, colour, width) {
  const { s, o } = pic.model.raw.claims;
  const atEnd = o[claim] >= s[claim];
  const [tx, ty] = atEnd ? [curve.x2, curve.y2] : [curve.x1, curve.y1];
  const length = Math.hypot(tx - curve.cx, ty - curve.cy) || 1;
  const [ux, uy] = [(tx - curve.cx) / length, (ty - curve.cy) / length];
  const size = 5.5 + width * 1.5;
  const [bx, by] = [tx - ux * size, ty - uy * size];
  pen.fillStyle = colour;
  pen.beginPath();
  pen.moveTo(tx + ux * 1.5, ty + uy * 1.5);
  pen.lineTo(bx - uy * size * 0.48, by + ux * size * 0.48);
  pen.lineTo(bx + uy * size * 0.48, by - ux * size * 0.48);
  pen.closePath();
  pen.fill();
}

/**
 * Mark a contested relation in its middle, unmistakably.
 * @param {Pen} pen @param {Picture} pic @param {{curve: Curve, claims: number[]}} line @param {Box[]} taken
 */
function drawMark(pen, { view, pal }, line, taken) {
  if (!line.claims.some((c) => view.claimOn[c] && view.status[c] === 1)) return;
  const [x, y] = pointAt(line.curve, 0.5);
  contestedBadge(pen, x, y, 9, pal);
  taken.push([x - 11, y - 11, x + 11, y + 11]);
}

/** @param {Pen} pen @param {number} x @param {number} y @param {number} r @param {Palette} pal */
export function contestedBadge(pen, x, y, r, pal) {
  pen.globalAlpha = 1;
  pen.setLineDash([]);
  pen.fillStyle = pal.contested;
  pen.strokeStyle = pal.ground;
  pen.lineWidth = 2;
  pen.beginPath();
  pen.arc(x, y, r, 0, 2 * Math.PI);
  pen.fill();
  pen.stroke();
  pen.strokeStyle = pal.onContested;
  pen.lineWidth = r / 5;
  pen.beginPath();
  for (const dy of [-0.2, 0.2]) {
    pen.moveTo(x - r * 0.5, y + r * dy);
    pen.lineTo(x + r * 0.5, y + r * dy);
  }
  pen.moveTo(x - r * 0.22, y + r * 0.55);
  pen.lineTo(x + r * 0.22, y - r * 0.55);
  pen.stroke();
}

/** @param {Pen} pen @param {Picture} pic @param {Tie} tie @param {number} unit @param {{nodes: Set<number>, some: boolean}} lifted */
function drawTie(pen, pic, tie, unit, lifted) {
  const [x1, y1] = placeOf(pic, tie.from);
  const [x2, y2] = placeOf(pic, tie.to);
  const strong = lifted.nodes.has(tie.from) && lifted.nodes.has(tie.to);
  pen.globalAlpha = tie.on ? (lifted.some && !strong ? 0.2 : 0.75) : 0.06;
  pen.lineWidth = Math.max(0.8, unit);
  pen.strokeStyle = tie.key === "denied" ? pic.pal.tone[2] : pic.pal.event;
  pen.setLineDash(tie.key === "part" ? [1, 4] : tie.key === "denied" ? [6, 4] : []);
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
  pen.stroke();
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}

/** @param {Picture} pic @param {number} node @param {{nodes: Set<number>, some: boolean}} lifted */
function alphaOf({ view }, node, lifted) {
  return view.nodeOn[node] ? (lifted.some && !lifted.nodes.has(node) ? 0.35 : 1) : 0.13;
}

/** @param {Picture} pic @param {number} node */
function nodeColour({ model, pal }, node) {
  const kind = model.kind(node);
  return kind === "state" ? pal.state : kind === "event" ? pal.event : pal.node;
}

/** @param {Pen} pen @param {Picture} pic @param {number} node @param {number} unit @param {{nodes: Set<number>, some: boolean}} lifted */
function drawNode(pen, pic, node, unit, lifted) {
  const { model, pal, state, scene } = pic;
  const [x, y] = placeOf(pic, node);
  const r = radiusOf(pic, node, unit);
  const kind = model.kind(node);
  pen.globalAlpha = alphaOf(pic, node, lifted);
  pen.fillStyle = nodeColour(pic, node);
  if (r < DOT) {
    pen.beginPath();
    pen.arc(x, y, Math.max(1.1, r), 0, 2 * Math.PI);
    pen.fill();
    pen.globalAlpha = 1;
    return;
  }
  const chosen = (state.sel?.type === "actor" || state.sel?.type === "event") && state.sel.id === node;
  if (chosen || scene.cursor === node || state.ego?.node === node) {
    pen.strokeStyle = pal.accent;
    pen.lineWidth = 3;
    pen.setLineDash([]);
    pen.beginPath();
    pen.arc(x, y, r + 5.5, 0, 2 * Math.PI);
    pen.stroke();
  }
  pen.strokeStyle = pal.ground;
  pen.lineWidth = 2;
  outline(pen, kind, x, y, r);
  pen.fill();
  pen.stroke();
  if (r > 6.5) glyph(pen, kind, x, y, r, pal.glyph, model.raw.actors[node]?.iso ?? "");
  pen.globalAlpha = 1;
}

/** @param {Pen} pen @param {number} x @param {number} y @param {number} r @param {number} sides @param {number} turn */
function polygon(pen, x, y, r, sides, turn) {
  pen.beginPath();
  for (let i = 0; i < sides; i++) {
    const angle = turn + (i * 2 * Math.PI) / sides;
    if (i) pen.lineTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
    else pen.moveTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
  }
  pen.closePath();
}

/**
 * The outline of an actor: its shape tells its kind.
 * @param {Pen} pen @param {string} kind @param {number} x @param {number} y @param {number} r
 */
export function outline(pen, kind, x, y, r) {
  if (kind === "state") {
    const [a, b] = [r * 0.92, r * 0.58];
    pen.beginPath();
    pen.moveTo(x - b, y - a);
    for (const [dx, dy, across] of [[1, -1, 0], [1, 1, 1], [-1, 1, 0], [-1, -1, 1]]) {
      pen.lineTo(x + dx * (across ? a : b), y + dy * (across ? b : a));
      pen.quadraticCurveTo(x + dx * a, y + dy * a, x + dx * (across ? b : a), y + dy * (across ? a : b));
    }
    pen.closePath();
  } else if (kind === "armed-group") {
    pen.beginPath();
    pen.moveTo(x - r * 0.92, y - r * 0.8);
    pen.lineTo(x + r * 0.92, y - r * 0.8);
    pen.quadraticCurveTo(x + r * 1.02, y + r * 0.55, x, y + r * 1.12);
    pen.quadraticCurveTo(x - r * 1.02, y + r * 0.55, x - r * 0.92, y - r * 0.8);
    pen.closePath();
  } else if (kind === "government") polygon(pen, x, y, r * 1.1, 5, -Math.PI / 2);
  else if (kind === "ministry") polygon(pen, x, y, r * 1.08, 6, 0);
  else if (kind === "organization") polygon(pen, x, y, r * 1.04, 8, Math.PI / 8);
  else if (kind === "mission" || kind === "event") polygon(pen, x, y, r * 1.18, 4, 0);
  else if (kind === "party") polygon(pen, x, y, r * 1.25, 3, -Math.PI / 2);
  else if (kind === "media") {
    pen.beginPath();
    pen.rect(x - r * 1.12, y - r * 0.78, r * 2.24, r * 1.56);
  } else {
    pen.beginPath();
    pen.arc(x, y, r, 0, 2 * Math.PI);
  }
}

/**
 * The sign inside the outline.
 * @param {Pen} pen @param {string} kind @param {number} x @param {number} y @param {number} r @param {string} colour @param {string} iso
 */
export function glyph(pen, kind, x, y, r, colour, iso) {
  pen.fillStyle = colour;
  pen.strokeStyle = colour;
  pen.lineWidth = Math.max(1, r * 0.13);
  const line = (/** @type {number[]} */ ...xy) => {
    pen.beginPath();
    pen.moveTo(x + r * xy[0], y + r * xy[1]);
    for (let i = 2; i < xy.length; i += 2) pen.lineTo(x + r * xy[i], y + r * xy[i + 1]);
    pen.stroke();
  };
  const head = (/** @type {number} */ dx, /** @type {number} */ size) => {
    pen.beginPath();
    pen.arc(x + r * dx, y - r * 0.22 * size, r * 0.24 * size, 0, 2 * Math.PI);
    pen.fill();
    pen.beginPath();
    pen.arc(x + r * dx, y + r * 0.56 * size, r * 0.44 * size, Math.PI, 2 * Math.PI);
    pen.fill();
  };
  if (kind === "state") {
    if (!iso) return;
    pen.font = `700 ${Math.round(r * 0.82)}px ${SANS}`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.direction = "ltr";
    pen.fillText(iso, x, y + r * 0.05);
  } else if (kind === "person") head(0, 1.08);
  else if (kind === "group") {
    head(-0.36, 0.8);
    head(0.36, 0.8);
  } else if (kind === "armed-group") {
    line(-0.42, 0, 0, -0.38, 0.42, 0);
    line(-0.42, 0.4, 0, 0.02, 0.42, 0.4);
  } else if (kind === "government" || kind === "ministry") {
    line(-0.5, -0.12, 0, -0.5, 0.5, -0.12, -0.5, -0.12);
    for (const dx of [-0.32, 0, 0.32]) line(dx, 0.02, dx, 0.36);
    line(-0.5, 0.5, 0.5, 0.5);
  } else if (kind === "media") {
    for (const dy of [-0.34, 0, 0.34]) line(-0.6, dy, dy > 0 ? 0.2 : 0.6, dy);
  } else if (kind === "mission") {
    pen.beginPath();
    pen.arc(x, y, r * 0.45, 0, 2 * Math.PI);
    pen.stroke();
    line(-0.45, 0, 0.45, 0);
    line(0, -0.45, 0, 0.45);
  } else if (kind === "organization") {
    for (const [dx, dy] of [[0, -0.36], [-0.36, 0.28], [0.36, 0.28]]) {
      pen.beginPath();
      pen.arc(x + r * dx, y + r * dy, r * 0.17, 0, 2 * Math.PI);
      pen.fill();
    }
    line(0, -0.36, -0.36, 0.28, 0.36, 0.28, 0, -0.36);
  } else if (kind === "place") {
    pen.beginPath();
    pen.arc(x, y - r * 0.14, r * 0.36, 0, 2 * Math.PI);
    pen.fill();
    pen.beginPath();
    pen.moveTo(x - r * 0.33, y);
    pen.lineTo(x, y + r * 0.64);
    pen.lineTo(x + r * 0.33, y);
    pen.fill();
  } else if (kind === "party") line(0, 0.5, 0, -0.4, 0.3, -0.2, 0, -0.02);
  else line(0, -0.4, 0, 0.05, 0.28, 0.28);
}

/** @param {Picture} pic @param {number} node @param {number} unit @returns {Box} */
function box(pic, node, unit) {
  const [x, y] = placeOf(pic, node);
  const r = radiusOf(pic, node, unit);
  return [x - r, y - r, x + r, y + r];
}

/** @param {Box[]} taken @param {Box} b */
function free(taken, b) {
  for (const t of taken) if (t[0] < b[2] && t[2] > b[0] && t[1] < b[3] && t[3] > b[1]) return false;
  return true;
}

/** @type {Map<string, number>} */
const widths = new Map();

/** @param {Pen} pen @param {string} text @returns {number} */
function widthOf(pen, text) {
  const key = pen.font + text;
  let found = widths.get(key);
  if (found === undefined) {
    found = pen.measureText(text).width;
    if (widths.size > 20_000) widths.clear();
    widths.set(key, found);
  }
  return found;
}

/** @param {string} text @param {number} most @returns {string} */
function cut(text, most) {
  const points = [...shown(text)];
  return points.length > most ? `${points.slice(0, most - 1).join("")}…` : points.join("");
}

/** @param {{curve: Curve}} line @returns {Array<[number, number]>} points along a line, to keep names off it */
function dots({ curve }) {
  return [0.02, 0.08, 0.16, 0.26, 0.38, 0.5, 0.62, 0.74, 0.84, 0.92, 0.98].map((t) => pointAt(curve, t));
}

/** @param {Pen} pen @param {Palette} pal @param {string} text @param {number} x @param {number} y @param {string} colour */
function haloed(pen, pal, text, x, y, colour) {
  pen.direction = isRtl(text) ? "rtl" : "ltr";
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.strokeStyle = pal.halo;
  pen.lineWidth = 5;
  pen.strokeText(text, x, y);
  pen.fillStyle = colour;
  pen.fillText(text, x, y);
}

/** @param {string} text @returns {string[]} a long name in two lines */
export function wrapped(text) {
  if (text.length < 18) return [text];
  const gaps = [...text.matchAll(/ /g)].map((gap) => gap.index).sort((p, q) => Math.abs(p - text.length / 2) - Math.abs(q - text.length / 2));
  return gaps.length ? [text.slice(0, gaps[0]), text.slice(gaps[0] + 1)] : [text];
}

/**
 * Names, the most important first; one that would cover another is left for a closer look.
 * @param {Pen} pen @param {Picture} pic @param {number[]} order @param {number} unit
 * @param {{nodes: Set<number>, some: boolean}} lifted @param {Box[]} taken
 * @param {Array<[number, number]>} along points of the lines drawn
 */
function labels(pen, pic, order, unit, lifted, taken, along) {
  const { model, state, pal } = pic;
  const boxes = order.length <= 400 ? order.filter((node) => pic.view.nodeOn[node]).map((node) => box(pic, node, unit)) : [];
  const first = order.filter((node) => lifted.nodes.has(node));
  const rest = order.filter((node) => !lifted.nodes.has(node) && pic.view.nodeOn[node]);
  let drawn = 0;
  for (const [i, node] of [...first, ...rest].slice(0, 320).entries()) {
    const strong = lifted.nodes.has(node);
    const event = node >= model.actors;
    if (drawn > 260 || (event && !strong && unit < 0.8 && !model.degree[node])) continue;
    const r = radiusOf(pic, node, unit);
    if (r < 4 && !strong && i > HUBS) continue;
    pen.font = `${model.kind(node) === "state" || strong ? 600 : 500} ${event ? 11 : r > 14 ? 14 : 13}px ${SANS}`;
    const lines = wrapped(cut(model.label(node, state.lang), event ? 48 : 44));
    const tall = 9 + 8 * (lines.length - 1);
    const [x, y] = placeOf(pic, node);
    const half = Math.max(...lines.map((line) => widthOf(pen, line))) / 2 + 3;
    const inward = x > 0 && x < pic.w ? Math.max(4 + half - x, 0) - Math.max(x + half + 4 - pic.w, 0) : 0;
    /** @type {Array<[number, number]>} */
    const spots = [[inward, r + 3 + tall], [inward, -r - 3 - tall], [r + half + 4, 0], [-r - half - 4, 0]];
    for (const side of [0.6, -0.6]) {
      const aside = clamp(side * half, 4 + half - x, pic.w - 4 - half - x);
      spots.push([aside, r + 3 + tall], [aside, -r - 3 - tall]);
    }
    /** @type {{b: Box, dx: number, dy: number} | null} */
    let best = null;
    let least = Infinity;
    for (const [i, [dx, dy]] of spots.entries()) {
      if (least <= i * 0.7) break;
      const b = /** @type {Box} */ ([x + dx - half, y + dy - tall, x + dx + half, y + dy + tall]);
      if (!free(taken, b)) continue;
      const cutOff = b[0] < 2 || b[2] > pic.w - 2 || b[1] < 2 || b[3] > pic.h - 2;
      const crossed = along.filter(([px, py]) => px > b[0] && px < b[2] && py > b[1] && py < b[3]).length;
      const covered = boxes.reduce((sum, at) => sum + (free([at], b) ? 0 : ((at[2] - at[0]) / 11) ** 2), 0);
      const cost = crossed + covered + i * 0.7 + (cutOff ? 20 : 0);
      if (cost < least) [best, least] = [{ b, dx, dy }, cost];
    }
    if (!best || (least > (event ? 2.5 : 7) && (event || i > HUBS || least > 20) && !strong)) continue;
    taken.push(best.b);
    pen.globalAlpha = lifted.some && !strong ? 0.45 : 1;
    for (const [n, line] of lines.entries()) haloed(pen, pal, line, x + best.dx, y + best.dy + (n * 2 - lines.length + 1) * 8, event ? pal.quiet : pal.ink);
    drawn++;
  }
  pen.globalAlpha = 1;
}

/**
 * What the relations say, where there is room; always on what the reader looks at.
 * @param {Pen} pen @param {Picture} pic @param {Line[]} lines
 * @param {{some: boolean}} lifted @param {Box[]} taken
 */
function relationLabels(pen, pic, lines, lifted, taken) {
  const { model, state, view, pal } = pic;
  if (lines.length > 260) return;
  pen.font = `500 11.5px ${SANS}`;
  const wanted = lines.filter((l) => l.claims.some((c) => view.claimOn[c]) && (l.strong || !lifted.some));
  wanted.sort((p, q) => Number(q.strong) - Number(p.strong) || Number(contestedLine(pic, q)) - Number(contestedLine(pic, p)));
  for (const line of wanted) {
    const { x1, y1, x2, y2 } = line.curve;
    const lead = line.claims.find((c) => view.claimOn[c]) ?? 0;
    const more = line.claims.length > 1 ? ` +${line.claims.length - 1}` : "";
    const text = cut(model.relation(lead).label[state.lang], 40) + more;
    const half = widthOf(pen, text) / 2 + 3;
    if (Math.hypot(x2 - x1, y2 - y1) < (line.strong && lifted.some ? 50 : half * 1.1)) continue;
    const away = beside(line.curve, contestedLine(pic, line) ? half : 0);
    for (const [t, side] of SEATS) {
      const [px, py] = pointAt(line.curve, t);
      const [x, y] = [px + away[0] * side, py + away[1] * side];
      const b = /** @type {Box} */ ([x - half, y - 8, x + half, y + 8]);
      if (!free(taken, b)) continue;
      taken.push(b);
      haloed(pen, pal, text, x, y, pal.tone[model.tone[lead]]);
      break;
    }
  }
}

/**
 * How far to the outer side of its curve a label stands, so that it does not cover a contested line.
 * @param {Curve} curve @param {number} half of the label's width, 0 to stand on the line @returns {[number, number]}
 */
function beside({ x1, y1, cx, cy, x2, y2 }, half) {
  if (!half) return [0, 0];
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const across = [(y1 - y2) / length, (x2 - x1) / length];
  const bend = (cx - x1) * across[0] + (cy - y1) * across[1];
  const outer = (Math.abs(bend) < 1 ? across[1] : bend) < 0 ? -1 : 1;
  const [nx, ny] = [across[0] * outer, across[1] * outer];
  const reach = 20 + Math.abs(nx) * half * 0.9;
  return [nx * reach, ny * reach];
}

/** @param {Picture} pic @param {{claims: number[]}} line @returns {boolean} */
function contestedLine({ view }, line) {
  return line.claims.some((c) => view.claimOn[c] && view.status[c] === 1);
}
