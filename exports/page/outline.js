/** The graph as a nested list: what a screen reader hears, and what Tab walks through. */

import { h, kindOf, nameOf, nodeButton, t } from "./dom.js";
import { STATUSES } from "./model.js";

/** @typedef {import("./dom.js").App} App */

const MOST = 60;

/** @param {App} app */
export function makeOutline(app) {
  const root = h("nav", { class: "outline" });

  function update() {
    const { model, view, state } = app;
    root.setAttribute("aria-label", t(app, "outline"));
    const nodes = model.raw.rank.filter((node) => view.nodeOn[node] && view.shown[node]).slice(0, MOST);
    const { s, o } = model.raw.claims;
    const line = (/** @type {number} */ c) => {
      const status = STATUSES[view.status[c]];
      return h("li", {}, h("button", { onclick: () => app.set({ sel: { type: "claim", id: c } }) }, nameOf(app, s[c]), ` ${model.relation(c).label[state.lang]} `, nameOf(app, o[c]), `, ${t(app, status)}`));
    };
    root.replaceChildren(
      h("h2", {}, `${t(app, "outline")} (${nodes.length})`),
      h("ul", {}, ...nodes.map((node) => {
        const claims = [...model.claimsOf.of(node)].filter((c) => view.claimOn[c] && s[c] === node).slice(0, 8);
        return h("li", {}, nodeButton(app, node), `, ${kindOf(app, node)}`, claims.length ? h("ul", {}, ...claims.map(line)) : null);
      })),
    );
  }

  return { root, update };
}
