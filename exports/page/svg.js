/** A pen that writes SVG where a canvas would draw pixels; it knows the calls that the drawing makes. */

/** @typedef {import("./draw.js").Pen} Pen */

/** @param {unknown} text @returns {string} for element content and double-quoted attributes */
function xml(text) {
  return String(text)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c] ?? c);
}

/** @param {number} value @returns {string} */
function num(value) {
  return String(Math.round(value * 100) / 100);
}

/**
 * Make such a pen; `text()` returns the finished document.
 * @param {number} width @param {number} height @param {Pen} ruler measures text
 * @param {string} title @returns {{pen: Pen, text: () => string}}
 */
export function svgPen(width, height, ruler, title) {
  /** @type {string[]} */
  const out = [];
  let path = "";
  /** @type {number[]} */
  let dash = [];
  const pen = {
    fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, globalAlpha: 1, lineCap: "butt", lineJoin: "miter",
    font: "", textAlign: "start", textBaseline: "alphabetic", direction: "ltr",
    beginPath() {
      path = "";
    },
    moveTo(/** @type {number} */ x, /** @type {number} */ y) {
      path += `M${num(x)} ${num(y)}`;
    },
    lineTo(/** @type {number} */ x, /** @type {number} */ y) {
      path += `L${num(x)} ${num(y)}`;
    },
    quadraticCurveTo(/** @type {number} */ a, /** @type {number} */ b, /** @type {number} */ x, /** @type {number} */ y) {
      path += `Q${num(a)} ${num(b)} ${num(x)} ${num(y)}`;
    },
    arc(/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ r, /** @type {number} */ from, /** @type {number} */ to) {
      const whole = to - from >= 2 * Math.PI;
      const mid = whole ? from + Math.PI : (from + to) / 2;
      const at = (/** @type {number} */ t) => `${num(x + r * Math.cos(t))} ${num(y + r * Math.sin(t))}`;
      path += `M${at(from)}A${num(r)} ${num(r)} 0 0 1 ${at(mid)}A${num(r)} ${num(r)} 0 0 1 ${at(to)}`;
    },
    rect(/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ w, /** @type {number} */ h) {
      path += `M${num(x)} ${num(y)}h${num(w)}v${num(h)}h${num(-w)}Z`;
    },
    closePath() {
      path += "Z";
    },
    setLineDash(/** @type {number[]} */ value) {
      dash = value;
    },
    fillRect(/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ w, /** @type {number} */ h) {
      out.push(`<rect x="${num(x)}" y="${num(y)}" width="${num(w)}" height="${num(h)}" fill="${xml(pen.fillStyle)}"/>`);
    },
    fill() {
      if (path) out.push(`<path d="${path}" fill="${xml(pen.fillStyle)}" opacity="${num(pen.globalAlpha)}"/>`);
    },
    stroke() {
      if (!path) return;
      const dashes = dash.length ? ` stroke-dasharray="${dash.map(num).join(" ")}"` : "";
      out.push(
        `<path d="${path}" fill="none" stroke="${xml(pen.strokeStyle)}" stroke-width="${num(pen.lineWidth)}"` +
          `${dashes} stroke-linecap="round" stroke-linejoin="round" opacity="${num(pen.globalAlpha)}"/>`,
      );
    },
    measureText(/** @type {string} */ text) {
      ruler.font = pen.font;
      return ruler.measureText(text);
    },
    fillText(/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y) {
      write(text, x, y, `fill="${xml(pen.fillStyle)}"`);
    },
    strokeText(/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y) {
      write(text, x, y, `fill="none" stroke="${xml(pen.strokeStyle)}" stroke-width="${num(pen.lineWidth)}" stroke-linejoin="round"`);
    },
  };
  /** @param {string} text @param {number} x @param {number} y @param {string} ink */
  function write(text, x, y, ink) {
    const [, weight = "400", size = "13", family = "sans-serif"] = /^(\d+) ([\d.]+)px (.*)$/.exec(pen.font) ?? [];
    out.push(
      `<text x="${num(x)}" y="${num(y)}" ${ink} opacity="${num(pen.globalAlpha)}" text-anchor="middle" dominant-baseline="central"` +
        ` direction="${pen.direction}" unicode-bidi="isolate" font-weight="${weight}" font-size="${size}" font-family="${xml(family)}">${xml(text)}</text>`,
    );
  }
  const text = () =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n` +
    `<title>${xml(title)}</title>\n${out.join("\n")}\n</svg>\n`;
  return { pen: /** @type {Pen} */ (/** @type {unknown} */ (pen)), text };
}
