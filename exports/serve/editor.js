"use strict";
// The query editor: asks ./sparql and shows the answer. All text goes in by textContent.
const $ = (id) => document.getElementById(id);
const query = $("query");
const status = $("status");
const answer = $("answer");
const SHOWN = 1000;
let running = null;
let prefixes = [];

function element(tag, text) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  return made;
}

function say(text, wrong) {
  status.textContent = text;
  status.classList.toggle("error", Boolean(wrong));
}

function short(iri) {
  const known = prefixes.find(([, space]) => iri.startsWith(space));
  return known ? `${known[0]}:${iri.slice(known[1].length)}` : iri;
}

function cell(term) {
  const made = element("td");
  if (term === undefined) return made;
  const text = term.type === "uri" ? short(term.value) : term.value ?? JSON.stringify(term);
  if (term.type === "uri" && text === term.value && /^https?:/.test(term.value)) {
    const link = element("a", text);
    link.href = term.value;
    link.rel = "noopener noreferrer";
    made.append(link);
  } else {
    made.textContent = text;
  }
  if (term["xml:lang"]) made.lang = term["xml:lang"];
  return made;
}

function table(names, rows) {
  const made = element("table");
  const head = element("tr");
  for (const name of names) head.append(element("th", name));
  made.append(element("thead"), element("tbody"));
  made.tHead.append(head);
  for (const row of rows.slice(0, SHOWN)) {
    const line = element("tr");
    for (const name of names) line.append(cell(row[name]));
    made.tBodies[0].append(line);
  }
  return made;
}

async function ask(accept) {
  if (running) running.abort();
  running = new AbortController();
  const response = await fetch("sparql", {
    method: "POST",
    headers: { "Content-Type": "application/sparql-query", Accept: accept },
    body: query.value,
    signal: running.signal,
  });
  if (!response.ok) throw new Error((await response.text()).trim());
  return response;
}

async function run() {
  say("Asking…");
  const began = performance.now();
  try {
    const response = await ask("application/sparql-results+json, text/turtle;q=0.9");
    const took = () => `${Math.round(performance.now() - began)} ms`;
    if (!response.headers.get("content-type").includes("json")) {
      const text = await response.text();
      answer.replaceChildren(element("pre", text));
      say(took());
      return;
    }
    const found = await response.json();
    if (found.boolean !== undefined) {
      answer.replaceChildren(element("p", found.boolean ? "Yes" : "No"));
      say(took());
      return;
    }
    const rows = found.results.bindings;
    answer.replaceChildren(table(found.head.vars, rows));
    const more = rows.length > SHOWN ? `, the first ${SHOWN} shown` : "";
    say(`${rows.length} ${rows.length === 1 ? "row" : "rows"} in ${took()}${more}`);
  } catch (error) {
    if (error.name !== "AbortError") say(error.message, true);
  }
}

async function save() {
  try {
    const response = await ask("text/csv");
    const link = element("a");
    link.href = URL.createObjectURL(await response.blob());
    link.download = "answer.csv";
    link.click();
    URL.revokeObjectURL(link.href);
    say("Saved as answer.csv");
  } catch (error) {
    if (error.name !== "AbortError") say(error.message, true);
  }
}

async function begin() {
  const { queries, prefixes: known, explore } = await (await fetch("editor.json")).json();
  prefixes = Object.entries(known).sort((a, b) => b[1].length - a[1].length);
  $("explore").hidden = !explore;
  const choice = $("examples");
  for (const one of queries) {
    const option = element("option", one.question);
    option.value = one.name;
    choice.append(option);
  }
  choice.addEventListener("change", () => {
    const found = queries.find((one) => one.name === choice.value);
    if (found) {
      query.value = found.text;
      run();
    }
  });
}

$("run").addEventListener("click", run);
$("csv").addEventListener("click", save);
query.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    run();
  }
});
begin();
