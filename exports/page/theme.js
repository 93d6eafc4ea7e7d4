/** Colours and fonts of the drawing, for light and for dark. */

/**
 * @typedef {{ground: string, ink: string, quiet: string, halo: string, node: string, state: string, event: string,
 *   glyph: string, accent: string, contested: string, onContested: string, tone: string[]}} Palette
 */

/** @type {Record<string, Palette>} */
export const PALETTES = {
  light: {
    ground: "#f7f8fa", ink: "#1b2430", quiet: "#55606f", halo: "#f7f8fa", node: "#4a5a70", state: "#23408e", event: "#8a6a1f",
    glyph: "#ffffff", accent: "#2b5bd7", contested: "#f2a413", onContested: "#3a2500",
    tone: ["#0b7f66", "#66758a", "#c23b2a", "#8f7cc0"],
  },
  dark: {
    ground: "#12161d", ink: "#e8edf4", quiet: "#a3afbf", halo: "#12161d", node: "#74859d", state: "#6f93ff", event: "#d0a94a",
    glyph: "#0e1219", accent: "#86a8ff", contested: "#ffb938", onContested: "#2b1b00",
    tone: ["#3ecaa4", "#93a2b8", "#ff7b66", "#b5a3ea"],
  },
};

export const SANS =
  'system-ui, -apple-system, "Segoe UI", "SF Arabic", "Noto Sans", "Noto Sans Arabic", "Geeza Pro", Tahoma, sans-serif';

/** Dashes by status: asserted, contested, denied, tentative. @type {number[][]} */
export const DASHES = [[], [0.1, 6], [9, 6], [12, 4, 2, 4]];
