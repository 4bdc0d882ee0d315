// What is no payload of ours is said to be none, and never stops the page.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readScan } from "../../../certificates/scripts/payload.js";

test("what others wrote is no scan", () => {
  const code = "ABCDEFGHJKMNPQRSTU";
  const hostile = ["", "#", "x#y", `/${code}/#A`, `/${code}/#AB`, `/${code}/#:::`, `/${code}/#${"0".repeat(9)}`];
  hostile.push(`/${code}/#${":".repeat(300)}`, `/${code}/#100${"0".repeat(231)}`);
  for (const text of hostile) assert.equal(readScan(text)?.facts.course ?? "", "");
});
