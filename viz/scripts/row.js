// One row of a structure: what it is, how it hangs on what is above, what has become of it, and who is in it.

import { counted, make } from "./dom.js";

const GLYPHS = { Post: ["◆", "orange"], Unit: ["▲", "purple"], Body: ["■", "vermilion"], Organisation: ["⬢", "green"] };

const own = (table, key, other) => (Object.hasOwn(table, key) ? table[key] : other);

/** The element of a row; ``toggle`` folds it, ``choose`` shows evidence, ``reach`` goes to the row of a node. */
export function rowOf(page, parts, row, { choose, toggle, reach }) {
  const { data } = page;
  const node = data.nodes[row.node];
  const entry = parts.entry.get(row.node);
  const element = make("div", { role: "row", class: "row", tabindex: "-1", "aria-level": row.depth + 1, style: `--depth: ${row.depth}` }, what(), who(), how());
  element.classList.toggle("ended", (parts.marks.get(row.node) ?? []).some(([sort, , , about]) => sort === "gone" && about === row.node));
  element.addEventListener("click", (event) => { if (!event.target.closest("button, .twist")) choose(row.node); });
  return element;

  function what() {
    const cell = make("div", { role: "gridcell", class: "what" }, twist(), glyph());
    const words = make("div", { class: "words" }, make("span", { class: "name", dir: "auto" }, node.name), ...unit(), ...seats(), ...changes());
    if (row.again) words.append(small("again", "also above: go there", () => reach(row.node)));
    else if (node.note) words.append(make("small", { class: "note", dir: "auto" }, node.note));
    cell.append(words);
    return cell;
  }

  function twist() {
    if (!row.children || row.boxed) return make("span", { class: "twist none" });
    const sign = make("span", { class: "twist", "aria-hidden": "true" });
    sign.addEventListener("click", () => toggle(row));
    return sign;
  }

  function glyph() {
    const [sign, hue] = own(GLYPHS, node.kind, ["●", "ink"]);
    return make("span", { class: "glyph", style: `color: var(--${hue})`, title: node.kind, "aria-hidden": "true" }, sign);
  }

  /** The unit of a post, unless the row above has said it; that which the post runs has facts of its own to show. */
  function unit() {
    const [above, whole] = [row.above && said(row.above.node), said(row.node)];
    if (node.kind !== "Post" || !whole || whole === above) return [];
    const [shared] = parts.units.get(row.node) ?? [];
    return [shared ? small("unit", whole, () => choose(shared[0])) : make("small", { class: "unit", dir: "auto" }, whole)];
  }

  function said(number) {
    return data.nodes[number].kind === "Post" ? parts.entry.get(number).unit : data.nodes[number].name;
  }

  function seats() {
    return entry.seats > 1 ? [make("small", { class: "seats" }, counted(entry.seats, "seat", "seats"))] : [];
  }

  /** What has become of it, and of the unit that it shares its row with; what came or went with its unit says so once. */
  function changes() {
    const told = parts.marks.get(row.node) ?? [];
    const whole = (sort) => ["new", "gone"].includes(sort) && told.filter((each) => each[0] === sort).length > 1;
    return told.filter(([sort, , , about]) => about === row.node || !whole(sort)).map(([sort, text, edge, about]) => {
      const words = about === row.node ? `${text}${whole(sort) ? ", with its unit" : ""}` : `${data.nodes[about].name}: ${text}`;
      const sign = document.querySelector(`.legend [data-key="${sort}"] .glyph`)?.cloneNode(true) ?? "";
      const button = make("button", { type: "button", tabindex: "-1", class: `mark ${sort}`, onclick: () => choose(edge === null ? row.node : null, edge) }, sign, make("span", { dir: "auto" }, words));
      if (edge !== null) button.dataset.fact = edge;
      return button;
    });
  }

  /** How the row hangs on the one above, to be asked for its proof. */
  function how() {
    const cell = make("div", { role: "gridcell", class: "line" });
    if (row.edge === null || !page.shownEdge(row.edge)) return cell;
    const { label, basis } = data.edges[row.edge];
    const link = small(`how ${basis}`, label, () => choose(null, row.edge));
    link.dataset.fact = row.edge;
    cell.append(link);
    return cell;
  }

  function small(sort, text, onclick) {
    return make("button", { type: "button", tabindex: "-1", class: `small ${sort}`, dir: "auto", onclick }, text);
  }

  function who() {
    const cell = make("div", { role: "gridcell", class: "who" });
    const held = (parts.held.get(row.node) ?? []).filter(([edge]) => page.shownEdge(edge) && !row.again);
    cell.append(...held.map(([edge, acting]) => holder(edge, acting)));
    if (entry.vacant && !row.again) cell.append(make("span", { class: "vacant" }, make("span", { class: "ring", "aria-hidden": "true" }), "vacant"));
    return cell;
  }

  function holder(edge, acting) {
    const { start, basis } = data.edges[edge];
    const button = make("button", { type: "button", tabindex: "-1", class: `holder ${basis}`, "data-fact": edge, onclick: () => choose(null, edge) });
    button.append(make("span", { class: "person", dir: "auto" }, data.nodes[start].name));
    if (acting) button.append(" ", make("small", { class: "acting" }, "acting"));
    const time = years(data.edges[edge]);
    if (time) button.append(" ", make("small", {}, time));
    return button;
  }
}

/** The years in which something is known to have been so. */
function years({ first, last }) {
  const [from, to] = [first.slice(0, 4), last.slice(0, 4)];
  return from && to && from !== to ? `${from}–${to}` : from || to;
}
