// Elements of the page. What comes from papers is only ever put into text nodes and attributes, never parsed as markup.

const DRAWN = "http://www.w3.org/2000/svg";

export const byId = (id) => document.getElementById(id);

/** An element; ``onclick`` among the attributes is listened to, children that are null are left out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") element.addEventListener("click", value);
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** An element of an SVG drawing. */
export function shape(tag, attributes = {}, ...children) {
  const element = document.createElementNS(DRAWN, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export function counted(number, one, many) {
  return `${number} ${number === 1 ? one : many}`;
}

/** A colour of the style sheet by its name, as it is in this light. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
