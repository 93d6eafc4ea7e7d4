/** The claims in view as rows and as records, in the words of `graph.json`. */

import { STATUSES } from "./model.js";

/** @typedef {import("./dom.js").App} App */

/**
 * One row per stance in view, under a line of headers.
 * @param {App} app @param {number[]} claims @returns {Array<Array<string | number>>}
 */
export function claimRows({ model, view }, claims) {
  const { raw } = model;
  const { stances } = raw;
  /** @type {Array<Array<string | number>>} */
  const rows = [["claim", "subject_id", "subject", "subject_ar", "predicate", "object_id", "object", "object_ar", "status", "kind", "modality", "speaker", "via", "happened", "said", "published", "topic", "place", "confidence", "source", "source_title", "url", "start", "end", "quote"]];
  const name = (/** @type {number} */ node) => (node < 0 ? "" : model.label(node, "en"));
  for (const c of claims) {
    const [s, o] = [raw.claims.s[c], raw.claims.o[c]];
    for (const r of model.stancesOf.of(c)) {
      if (!view.rowOn[r]) continue;
      const source = raw.sources[stances.src[r]];
      rows.push([
        raw.claims.id[c], model.id(s), name(s), model.label(s, "ar"), model.relation(c).id, model.id(o), name(o), model.label(o, "ar"),
        STATUSES[view.status[c]], model.word("kind", r), model.word("mode", r), name(stances.who[r]), name(stances.via[r]),
        model.dateText(r, "event"), model.dateText(r, "speech"), model.dateText(r, "publication"), model.word("topic", r), model.word("place", r),
        stances.conf[r], source.id, source.title, source.url ?? "", stances.start[r], stances.end[r], quoteOf(model, r),
      ]);
    }
  }
  return rows;
}

/** @param {App["model"]} model @param {number} row @returns {string} the words, cut by code points */
export function quoteOf(model, row) {
  const { src, start, end } = model.raw.stances;
  return pointSlice(model.raw.sources[src[row]].text, start[row], end[row]);
}

/** @param {string} text @param {number} start @param {number} end @returns {string} */
function pointSlice(text, start, end) {
  return /[\ud800-\udbff]/.test(text) ? [...text].slice(start, end).join("") : text.slice(start, end);
}

/**
 * The claims in view as records.
 * @param {App} app @param {number[]} claims @returns {object}
 */
export function claimRecords({ model, view }, claims) {
  const { raw } = model;
  const { stances } = raw;
  const idOf = (/** @type {number | undefined} */ node) => (node === undefined || node < 0 ? null : model.id(node));
  const text = (/** @type {number | undefined} */ i) => (i === undefined || i < 0 ? null : model.string(i));
  const used = new Set(claims.flatMap((c) => [raw.claims.s[c], raw.claims.o[c]]));
  const rows = claims.flatMap((c) => [...model.stancesOf.of(c)].filter((r) => view.rowOn[r]));
  for (const r of rows) for (const node of [stances.who[r], stances.via[r]]) if (node >= 0) used.add(node);
  return {
    actors: [...used].filter((node) => node < model.actors).sort((p, q) => p - q).map((node) => {
      const actor = raw.actors[node];
      return { id: actor?.id, kind: actor?.kind, names: (actor?.names ?? []).map(([name, lang, kind]) => ({ text: name, lang, kind })) };
    }),
    claims: claims.map((c) => ({ id: raw.claims.id[c], subject: idOf(raw.claims.s[c]), predicate: model.relation(c).id, object: idOf(raw.claims.o[c]), status: STATUSES[view.status[c]] })),
    stances: rows.map((r) => ({
      id: stances.id[r], claim: raw.claims.id[stances.claim[r]], speaker: idOf(stances.who[r]), via: idOf(stances.via[r]), kind: text(stances.kind[r]), modality: text(stances.mode[r]),
      topic: text(stances.topic[r]), place: text(stances.place[r]), time: text(stances.time[r]), spoken: text(stances.spoken[r]), rule: text(stances.rule[r]), confidence: stances.conf[r],
      evidence: [[stances.src[r], stances.start[r], stances.end[r]], ...(stances.more[String(r)] ?? [])].map(([src = 0, start = 0, end = 0]) => ({ source: raw.sources[src].id, start, end, quote: pointSlice(raw.sources[src].text, start, end) })),
    })),
    sources: [...new Set(rows.map((r) => stances.src[r]))].map((i) => {
      const { text: _, ...rest } = raw.sources[i] ?? { text: "" };
      return rest;
    }),
  };
}
