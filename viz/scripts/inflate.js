// What stands deflated in the page, as text again.

import { byId } from "./dom.js";

/** The text that an element of the page holds as ``page.py`` packed it; none where there is no such element. */
export async function inflated(id) {
  const element = byId(id);
  if (element === null) return "";
  const stream = new DecompressionStream("deflate");
  const writer = stream.writable.getWriter();
  const [text] = await Promise.all([new Response(stream.readable).text(), writer.write(bytes(element.textContent)), writer.close()]);
  return text;
}

function bytes(text) {
  const letters = atob(text);
  const found = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) found[at] = letters.charCodeAt(at);
  return found;
}
