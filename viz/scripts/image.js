// The picture as a file: what the browser has set as HTML and SVG, taken down as one SVG drawing; PNG is made of that.

import { shape } from "./dom.js";

const STROKED = ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity"];

/** An SVG element that looks like what stands in an element of the page. */
export function drawingOf(host) {
  const frame = host.getBoundingClientRect();
  const [width, height] = [Math.ceil(frame.width), Math.ceil(frame.height)];
  const svg = canvasOf(width, height);
  for (const element of host.querySelectorAll("*")) {
    if (element.namespaceURI.endsWith("svg") ? element.ownerSVGElement : !seen(element)) continue;
    if (element.namespaceURI.endsWith("svg")) svg.append(copied(element, frame));
    else svg.append(...boxOf(element, frame), ...textOf(element, frame));
  }
  return svg;
}

/** An empty drawing of this size on the colour of the page. */
export function canvasOf(width, height) {
  const ground = getComputedStyle(document.documentElement).getPropertyValue("--card").trim();
  return shape("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` }, shape("rect", { width, height, fill: ground }));
}

function seen(element) {
  const { visibility, display } = getComputedStyle(element);
  return visibility !== "hidden" && display !== "none" && element.getClientRects().length > 0;
}

function copied(svg, frame) {
  const box = svg.getBoundingClientRect();
  const group = shape("g", { transform: `translate(${box.left - frame.left} ${box.top - frame.top})` });
  for (const child of svg.children) group.append(child.cloneNode(true));
  const [from, to] = [svg.querySelectorAll("*"), group.querySelectorAll("*")];
  from.forEach((element, number) => {
    const style = getComputedStyle(element);
    for (const name of STROKED) to[number].setAttribute(name, style.getPropertyValue(name));
    to[number].removeAttribute("class");
    to[number].removeAttribute("style");
  });
  return group;
}

function boxOf(element, frame) {
  const style = getComputedStyle(element);
  const lined = style.borderTopWidth !== "0px" && style.borderTopColor !== "rgba(0, 0, 0, 0)" && style.borderTopStyle !== "none";
  const filled = style.backgroundColor !== "rgba(0, 0, 0, 0)";
  if (!lined && !filled) return [];
  const { left, top, width, height } = element.getBoundingClientRect();
  return [shape("rect", {
    x: left - frame.left, y: top - frame.top, width, height, rx: Math.min(parseFloat(style.borderTopLeftRadius) || 0, width / 2, height / 2),
    fill: filled ? style.backgroundColor : "none", stroke: lined ? style.borderTopColor : "none", "stroke-width": lined ? style.borderTopWidth : 0,
    "stroke-dasharray": lined && style.borderTopStyle === "dashed" ? "3 3" : "none",
  })];
}

/** The text that stands in an element itself, line by line where the browser has broken it. */
function textOf(element, frame) {
  const style = getComputedStyle(element);
  return [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).flatMap((node) => lines(node)).map(({ text, left, bottom, height }) =>
    shape("text", {
      x: left - frame.left, y: bottom - frame.top - height * 0.24, fill: style.color, opacity: style.opacity,
      "font-family": style.fontFamily, "font-size": style.fontSize, "font-weight": style.fontWeight, "xml:space": "preserve",
    }, text));
}

function lines(node) {
  const range = document.createRange();
  const found = [];
  for (let at = 0; at < node.length; at += 1) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const box = range.getClientRects()[0];
    if (!box || !box.width) continue;
    const last = found[found.length - 1];
    if (last && Math.abs(last.top - box.top) < 2) last.text += node.data[at];
    else found.push({ text: node.data[at], left: box.left, top: box.top, bottom: box.bottom, height: box.height });
  }
  return found.filter(({ text }) => text.trim());
}

export function svgText(svg) {
  return new XMLSerializer().serializeToString(svg);
}

/** The drawing as the bytes of a PNG, of twice as many points. */
export async function png(svg) {
  const [width, height] = ["width", "height"].map((side) => Number(svg.getAttribute(side)));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(svg))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  const scale = Math.min(2, 16000 / Math.max(width, height));
  [canvas.width, canvas.height] = [width * scale, height * scale];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => { canvas.toBlob(done, "image/png"); });
}
