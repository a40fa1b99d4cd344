// The field in which a name is looked for, with suggestions beneath it.

import { byId, make } from "./dom.js";
import { finder } from "./find.js";

const MOST = 10;

/** Listen to the field; ``taken`` is called with the number of the node that was wanted. */
export function searching({ nodes }, taken) {
  const field = byId("search");
  const list = byId("suggestions");
  const find = finder(nodes.map((node) => node.name));
  let found = [];
  let active = -1;

  function search() {
    found = find(field.value);
    active = found.length ? 0 : -1;
    suggest(field.value.trim() !== "");
  }

  function suggest(open) {
    const more = found.length > MOST ? make("li", { class: "none", role: "presentation" }, `and ${found.length - MOST} more`) : null;
    const none = found.length ? null : make("li", { class: "none", role: "presentation" }, "No name here has these letters.");
    list.replaceChildren(...[...found.slice(0, MOST).map(suggestion), more, none].filter(Boolean));
    list.hidden = !open;
    field.setAttribute("aria-expanded", String(open && found.length > 0));
    if (open && active >= 0) field.setAttribute("aria-activedescendant", `suggestion-${active}`);
    else field.removeAttribute("aria-activedescendant");
  }

  function suggestion(number, at) {
    const item = make("li", { role: "option", id: `suggestion-${at}`, "aria-selected": String(at === active) });
    item.append(make("span", { class: "name", dir: "auto" }, nodes[number].name), make("small", {}, nodes[number].kind));
    item.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the field
    item.addEventListener("click", () => take(at));
    return item;
  }

  function take(at) {
    const number = found[at];
    field.value = "";
    search();
    taken(number);
  }

  function key(event) {
    const shown = Math.min(found.length, MOST);
    if (event.key === "Enter" && active >= 0) take(active);
    else if (event.key === "Escape" && field.value) {
      field.value = "";
      search();
      event.stopPropagation();
    } else if (shown && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      active = (active + (event.key === "ArrowDown" ? 1 : shown - 1)) % shown;
      suggest(true);
    } else return;
    event.preventDefault();
  }

  field.addEventListener("input", search);
  field.addEventListener("blur", () => suggest(false));
  field.addEventListener("keydown", key);
}
