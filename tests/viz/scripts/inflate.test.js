// What the page unpacks, in node, which has the same streams as browsers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync } from "node:zlib";

import { inflated } from "../../../viz/scripts/inflate.js";

function holding(text) {
  globalThis.document = { getElementById: (id) => (id === "data" && text !== null ? { textContent: text } : null) };
}

const packed = (text) => deflateSync(Buffer.from(text)).toString("base64");

for (const text of ["", "a", "Tŷ ☃ \u{1f600} </script>\n", "x y".repeat(200_000)]) {
  test(`a text of ${text.length} letters comes back as it was`, async () => {
    holding(packed(text));
    assert.equal(await inflated("data"), text);
  });
}

test("what is not in the page is no text", async () => {
  holding(null);
  assert.equal(await inflated("data"), "");
});

const whole = packed("Ann Hale chairs the board. ".repeat(50));
for (const [what, bad] of Object.entries({ damaged: `${whole.slice(0, 12)}AAAA${whole.slice(16)}`, "cut off": whole.slice(0, -8), other: "????" })) {
  test(`what is ${what} is refused`, async () => {
    holding(bad);
    await assert.rejects(inflated("data"));
  });
}
