/** The words behind a claim: who says so, who denies it, each with its quote in its sentence. */

import { claimButton, dateOf, h, nameOf, nodeButton, own, relationWord, section, statusChip, t, wordButton } from "./dom.js";
import { sentence, shown, unit } from "./text.js";
import { TOPICS } from "./words.js";

/** @typedef {import("./dom.js").App} App */
/** @typedef {import("./dom.js").Child} Child */

/**
 * The panel of one claim.
 * @param {App} app @param {number} claim @param {number} [row] the stance that the reader came by
 * @returns {HTMLElement}
 */
export function claimPanel(app, claim, row) {
  const { model } = app;
  const { s, o } = model.raw.claims;
  const rows = [...model.stancesOf.of(claim)];
  const against = rows.filter((r) => model.against(r));
  const asking = rows.filter((r) => !against.includes(r) && model.word("kind", r) === "questions");
  const saying = rows.filter((r) => !against.includes(r) && !asking.includes(r));
  const groups = /** @type {Array<[string, number[], string]>} */ ([["saysSo", saying, "says"], ["deniesIt", against, "denies"], ["questionsIt", asking, "asks"]]).filter(([, some]) => some.length);
  const sections = groups.map(([key, some, cls]) => h("section", { class: `stances ${cls}` }, h("h3", {}, t(app, key), h("span", { class: "count" }, String(some.length))), ...some.map((r) => stanceCard(app, r, r === row))));
  const others = Array.from(model.claimsOf.of(s[claim])).filter((c) => c !== claim && model.other(c, s[claim]) === o[claim]);
  return h(
    "div",
    { class: "panel claim-panel" },
    h("h2", { class: "triple" }, nodeButton(app, s[claim]), " ", relationWord(app, claim), " ", nodeButton(app, o[claim])),
    h("p", { class: "meta" }, statusChip(app, claim), " ", h("span", { class: "about" }, model.relation(claim).about[app.state.lang])),
    groups.length > 1 ? h("p", { class: "actions" }, ...groups.map(([key, some], i) => h("button", { class: "small", onclick: () => sections[i].scrollIntoView({ block: "start" }) }, `${t(app, key)}: ${some.length}`))) : null,
    ...sections,
    section(t(app, "otherRelations"), others.map((c) => claimButton(app, c)), "others"),
  );
}

/** @param {App} app @param {number} row @param {boolean} marked @returns {HTMLElement} */
export function stanceCard(app, row, marked = false) {
  const { model } = app;
  const { stances, sources } = model.raw;
  const [who, via] = [stances.who[row], stances.via[row]];
  const source = sources[stances.src[row]];
  const mode = model.word("mode", row);
  const kind = model.word("kind", row);
  const speaker = who >= 0 ? nodeButton(app, who, "speaker") : h("span", { class: "speaker voice" }, t(app, "ownVoice"), source.author ? [" · ", own(source.author)] : []);
  /** @type {Child[]} */
  const facts = [];
  const fact = (/** @type {string} */ label, /** @type {Child} */ value) => facts.push(h("span", { class: "fact" }, h("span", { class: "label" }, t(app, label)), " ", value));
  for (const [clock, label] of [["event", "happened"], ["speech", "said"], ["publication", "published"]]) {
    const date = model.dateText(row, clock ?? "");
    if (date) fact(label ?? "", dateOf(app, date));
  }
  const topic = model.word("topic", row);
  if (topic) fact("topic", TOPICS[topic]?.[app.state.lang] ?? own(topic));
  const place = model.word("place", row);
  if (place) fact("place", own(place));
  const levels = stances.levels[String(row)];
  return h(
    "article",
    { class: `stance${marked ? " marked" : ""}`, "data-row": row },
    h("p", { class: "by" }, speaker, via >= 0 ? h("span", { class: "via" }, ` ${t(app, "via")} `, nodeButton(app, via)) : null, mode && mode !== "actual" ? h("span", { class: `chip mode ${mode}` }, t(app, mode)) : null),
    levels ? h("p", { class: "chain", title: t(app, "chain") }, ...levels.flatMap(([node, , verb], i) => [i ? " ← " : "", node >= 0 ? nameOf(app, node) : t(app, "ownVoice"), ` ${t(app, verb)}`])) : null,
    quoteBlock(app, row, stances.src[row], stances.start[row], stances.end[row]),
    ...(stances.more[String(row)] ?? []).map(([src, start, end]) => quoteBlock(app, row, src, start, end)),
    facts.length ? h("p", { class: "facts" }, ...facts) : null,
    h(
      "p",
      { class: "source-line" },
      h("button", { class: "source", onclick: () => app.set({ sel: { type: "source", id: stances.src[row], row } }) }, own(source.title, source.language)),
      source.publisher ? h("span", { class: "publisher" }, own(source.publisher)) : null,
      h("span", { class: "grade", title: `${t(app, "rule")}: ${shown(model.word("rule", row))} (${t(app, kind)})` }, `${t(app, "confidence")} ${Math.round(stances.conf[row] * 100)}%`),
    ),
  );
}

/**
 * A quote highlighted in its sentence; a click opens the article there.
 * @param {App} app @param {number} row @param {number} src @param {number} start @param {number} end @returns {HTMLElement}
 */
function quoteBlock(app, row, src, start, end) {
  const source = app.model.raw.sources[src];
  const text = source.text;
  const [from, to] = [unit(text, start), unit(text, end)];
  const [first, last] = sentence(text, from, to);
  return h(
    "blockquote",
    { lang: source.language, dir: "auto" },
    shown(text.slice(first, from)),
    wordButton({ class: "quote", title: t(app, "readIn") }, () => app.set({ sel: { type: "source", id: src, row } }), h("mark", {}, shown(text.slice(from, to)))),
    shown(text.slice(to, last)),
  );
}

/**
 * Every relation between two actors.
 * @param {App} app @param {number} a @param {number} b @returns {HTMLElement}
 */
export function pairPanel(app, a, b) {
  const claims = [...app.model.claimsOf.of(a)].filter((c) => app.model.other(c, a) === b);
  const order = [...claims].sort((p, q) => app.view.claimOn[q] - app.view.claimOn[p] || Number(app.view.status[q] === 1) - Number(app.view.status[p] === 1));
  return h(
    "div",
    { class: "panel pair-panel" },
    h("h2", { class: "triple" }, nodeButton(app, a), h("span", { class: "relation" }, ` ${claims.length} ${t(app, "relationsBetween")} `), nodeButton(app, b)),
    ...order.map((c) => h("section", { class: "pair-claim" }, claimButton(app, c), ...[...app.model.stancesOf.of(c)].slice(0, 3).map((r) => stanceCard(app, r)))),
  );
}
