/* Players get the part that they ask for from what the phone keeps. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { partAnswer, partOf } from "../../../courses/scripts/ranges.js";

test("one range is a part, what lies behind the end is none", () => {
  const asked = { "bytes=0-1": [0, 2], "bytes=0-": [0, 1000], "bytes=990-5000": [990, 1000], "bytes=-10": [990, 1000],
    "bytes=-5000": [0, 1000], "bytes=0-1,5-9": [0, 1000], "items=1-2": [0, 1000], "bytes=1000-": null, "bytes=-0": null };
  for (const [header, part] of Object.entries(asked)) assert.deepEqual(partOf(header, 1000), part, header);
});

test("a part says where it stands in the film", async () => {
  const kept = () => new Response(new Blob(["0123456789"], { type: "video/mp4" }));
  const part = await partAnswer(kept(), "bytes=-3");
  assert.deepEqual([part.status, await part.text()], [206, "789"]);
  assert.equal(part.headers.get("Content-Range"), "bytes 7-9/10");
  assert.equal(part.headers.get("Content-Type"), "video/mp4");
  const none = await partAnswer(kept(), "bytes=10-");
  assert.deepEqual([none.status, none.headers.get("Content-Range")], [416, "bytes */10"]);
});
