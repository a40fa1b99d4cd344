// The panel that answers "how do you know?": the facts of what is chosen, and the words of the papers that they rest on.

import { byId, counted, make } from "./dom.js";

const KEYS = [["Tab", "to the next part of the page"], ["↑ ↓ ← →", "about in the picture"], ["Enter", "to read the evidence"], ["Esc", "to let go"]];
const AT_ONCE = 200; // facts that are shown before more are asked for

/** A function that shows what is chosen on this page (its ``data``, ``state``, ``choose`` and so on). */
export function panelled(page) {
  const { data, state } = page;

  function show() {
    const panel = byId("panel");
    const full = state.node !== null || state.edge !== null;
    panel.classList.toggle("full", full);
    const shown = state.edge !== null ? edgePanel(state.edge) : full ? nodePanel(state.node) : emptyPanel();
    panel.replaceChildren(...shown.filter((each) => each !== null));
    byId("announcement").textContent = full ? panel.querySelector("h2").textContent : "";
  }

  function emptyPanel() {
    return [
      make("h2", {}, "Every line has its proof"),
      make("p", { class: "hint" }, "Choose a name or a line of the picture: here you will read the words of the papers that it rests on, where they stand, and whether they state it or it is inferred."),
      make("dl", {}, ...KEYS.flatMap(([key, does]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, does)])),
    ];
  }

  function closing() {
    return make("button", { class: "close", type: "button", "aria-label": "Close", onclick: page.clear }, "×");
  }

  function nodePanel(number) {
    const node = data.nodes[number];
    const shown = data.links[number].filter(page.shownEdge);
    const hidden = data.links[number].length - shown.length;
    const told = [node.kind, node.note, counted(shown.length, "fact", "facts") + (hidden ? `; ${hidden} more hidden by the filters` : "")];
    return [
      closing(),
      make("h2", { tabindex: "-1", dir: "auto" }, node.name),
      make("p", { class: "kind" }, told.filter(Boolean).join(" · ")),
      focusing(number),
      leading(number),
      ...listed(shown, number),
    ];
  }

  /** The first facts, and a button for the others: thousands at once would make the page wait. */
  function listed(numbers, from) {
    const facts = numbers.slice(0, AT_ONCE).map((edge) => fact(edge, from));
    const left = numbers.slice(AT_ONCE);
    if (!left.length) return facts;
    const more = make("button", { class: "more", type: "button", onclick: () => more.replaceWith(...listed(left, from)) }, `Show ${counted(left.length, "more fact", "more facts")}`);
    return [...facts, more];
  }

  function focusing(number) {
    const around = state.focus === number;
    const text = around ? "Show everything again" : "Show only what is linked to this";
    return make("p", { class: "focusing" }, make("button", { type: "button", class: "link", onclick: () => page.focus(around ? null : number) }, text));
  }

  function leading(number) {
    const file = data.pages[number];
    return file === undefined ? null : make("p", { class: "focusing" }, make("a", { href: file }, "Its own page"));
  }

  function edgePanel(number) {
    return [
      closing(),
      make("h2", { tabindex: "-1" }, "One fact"),
      make("p", { class: "kind" }, page.shownEdge(number) ? "and what it rests on" : "hidden by the filters; this is what it rests on"),
      fact(number, null),
    ];
  }

  function fact(number, from) {
    const edge = data.edges[number];
    const [first, ...others] = data.evidence(number);
    const only = make("button", { class: "link", type: "button", onclick: () => page.choose(null, number, { focus: true }) }, "only this line");
    const meta = make("p", { class: "meta" }, make("span", { class: `basis ${edge.basis}` }, edge.basis));
    meta.append([edge.dates, `confidence ${edge.confidence}`].filter(Boolean).map((part) => ` · ${part}`).join(""));
    if (from !== null) meta.append(" · ", only);
    return make(
      "article",
      { class: "fact", "data-fact": number },
      make("h3", {}, end(edge.start, from), make("span", {}, ` ${edge.label} `), end(edge.end, from)),
      meta,
      ...(first ? quoted(first) : []),
      others.length ? make("details", {}, make("summary", {}, `${counted(others.length, "other line says", "other lines say")} so`), ...others.flatMap(quoted)) : null,
      edge.further ? make("p", { class: "meta" }, `It rests on ${counted(edge.further, "further line", "further lines")} of this kind.`) : null,
    );
  }

  function end(number, from) {
    const name = make("bdi", {}, data.nodes[number].name);
    return number === from ? name : make("button", { class: "link", type: "button", onclick: () => page.goTo(number) }, name);
  }

  return show;
}

export function quoted({ quote, paper, place }) {
  const where = [make("bdi", {}, paper.title), ...(place ? [", ", make("bdi", {}, place)] : [])];
  const path = paper.path ? [make("bdi", { class: "path" }, paper.path)] : [];
  return [make("blockquote", { dir: "auto" }, quote), make("cite", {}, ...where, ...path)];
}
