/** The list view: a table of the claims in view, sorted and filtered, for those who would rather read. */

import { STATUSES } from "./model.js";
import { dateOf, h, nodeButton, relationWord, statusChip, t } from "./dom.js";
import { csv, days, fold } from "./text.js";
import { copy } from "./takeaway.js";
import { claimRows } from "./records.js";

/** @typedef {import("./dom.js").App} App */

const PAGE = 150;
const COLUMNS = ["subject", "predicate", "object", "status", "saying", "denying", "sources", "when"];

/**
 * The claims in view that hold every typed word, in the order that the state asks for.
 * @param {App} app @returns {number[]}
 */
export function listed(app) {
  const { model, state, view } = app;
  const { s, o } = model.raw.claims;
  const words = fold(state.find).split(" ").filter(Boolean);
  const keys = words.length ? model.searchKeys() : [];
  const text = (/** @type {number} */ c) => `${keys[s[c]] ?? ""} ${keys[o[c]] ?? ""} ${fold(model.relation(c).label[state.lang])} ${model.relation(c).id}`;
  const rows = view.list.filter((c) => {
    if (!words.length) return true;
    const hay = text(c);
    return words.every((w) => hay.includes(w));
  });
  const down = state.sort.startsWith("-");
  const value = sorter(app, state.sort.replace("-", ""));
  const keyed = rows.map((c) => ({ c, v: value(c) }));
  keyed.sort((p, q) => (typeof p.v === "string" && typeof q.v === "string" ? collate(p.v, q.v) : Number(p.v) - Number(q.v)) || p.c - q.c);
  if (down) keyed.reverse();
  return keyed.map((k) => k.c);
}

/** @param {string} a @param {string} b */
function collate(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** @param {App} app @param {string} column @returns {(claim: number) => string | number} */
function sorter({ model, state, view }, column) {
  const { s, o } = model.raw.claims;
  const against = (/** @type {number} */ c) => model.stancesOf.of(c).reduce((n, r) => n + Number(model.against(r)), 0);
  const label = (/** @type {number} */ node) => fold(model.label(node, state.lang));
  if (column === "subject") return (c) => label(s[c]);
  if (column === "object") return (c) => label(o[c]);
  if (column === "predicate") return (c) => model.relation(c).label[state.lang];
  if (column === "denying") return (c) => -against(c);
  if (column === "saying") return (c) => against(c) - model.stancesOf.of(c).length;
  if (column === "sources") return (c) => -model.width[c];
  if (column === "when") return (c) => days(model.when(c))?.[0] ?? Infinity;
  return (c) => [1, 0, 2, 3].indexOf(view.status[c]);
}

/** The list view; `update()` fills it anew. @param {App} app */
export function makeTable(app) {
  const root = h("section", { class: "table-view" });
  let most = PAGE;

  function update() {
    const { model, state } = app;
    const { s, o } = model.raw.claims;
    const rows = listed(app);
    const field = h("input", { type: "search", class: "find", value: state.find, placeholder: t(app, "filterList"), "aria-label": t(app, "filterList"), oninput: () => {
      most = PAGE;
      app.set({ find: field.value });
    } });
    const focused = document.activeElement?.classList.contains("find");
    const at = focused ? /** @type {HTMLInputElement} */ (document.activeElement).selectionStart : null;
    const body = rows.slice(0, most).map((c) => {
      const all = model.stancesOf.of(c);
      const no = all.reduce((n, r) => n + Number(model.against(r)), 0);
      const when = model.when(c);
      return h(
        "tr",
        { "data-claim": c, class: STATUSES[app.view.status[c]] },
        h("td", {}, nodeButton(app, s[c])),
        h("td", {}, h("button", { class: "open", onclick: () => app.set({ sel: { type: "claim", id: c } }) }, relationWord(app, c))),
        h("td", {}, nodeButton(app, o[c])),
        h("td", {}, statusChip(app, c)),
        ...[["saying", all.length - no], ["denying", no], ["sources", model.width[c]]].map(([column, n]) => h("td", { class: "n", "data-label": t(app, String(column)) }, String(n))),
        h("td", { class: "date" }, when ? dateOf(app, when, "short") : "—"),
      );
    });
    const [sorted, down] = [state.sort.replace("-", ""), state.sort.startsWith("-")];
    root.replaceChildren(
      h("div", { class: "table-tools" }, field, h("span", { class: "count", role: "status" }, `${t(app, "inView")}: ${rows.length}`),
        h("button", { class: "small copy-csv", onclick: () => void copy(app, csv(claimRows(app, rows)), "copied") }, t(app, "copyCsv"))),
      h("div", { class: "table-scroll", tabindex: "0", role: "region", "aria-label": t(app, "list") }, h("table", {},
        h("thead", {}, h("tr", {}, ...COLUMNS.map((column) => h("th", { scope: "col", "aria-sort": sorted === column ? (down ? "descending" : "ascending") : "none" },
          h("button", { class: "sort", "data-sort": column, title: `${t(app, "sortBy")}: ${t(app, column)}`, onclick: () => app.set({ sort: sorted === column && !down ? `-${column}` : column }) }, t(app, column)))))),
        h("tbody", {}, ...body))),
      rows.length ? "" : h("p", { class: "hint" }, t(app, "noClaims")),
      rows.length > most ? h("button", { class: "more", onclick: () => {
        most += PAGE * 4;
        update();
      } }, `${t(app, "more")} (${rows.length - most})`) : "",
    );
    if (focused) {
      field.focus();
      field.setSelectionRange(at, at);
    }
  }

  return { root, update };
}
