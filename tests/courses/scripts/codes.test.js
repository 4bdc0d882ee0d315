import assert from "node:assert/strict";
import { test } from "node:test";
import { read, signs } from "../../../courses/scripts/codes.js";

/* Codes that courses/rules/card_codes.py made. */
const [HERE, ELSEWHERE, STRANGER] = ["KH-8XGQ-56", "KH-VMV6-S6", "KH-4AQ5-8S"];
const pack = { cards: { now: { [HERE]: "row" }, later: { [ELSEWHERE]: "other" } } };

test("a card of this list is somebody", () => {
  assert.deepEqual(read(HERE, "now", pack), { kind: "here", row: "row", code: signs(HERE) });
});

test("case, dashes, spaces, a missing prefix and Khmer digits make no difference", () => {
  for (const typed of [HERE.toLowerCase(), HERE.replaceAll("-", " "), HERE.slice(3), HERE.replace(/\d/g, (digit) => String.fromCharCode(0x17e0 + +digit))]) {
    assert.equal(read(typed, "now", pack).kind, "here", typed);
  }
});

test("the address that a card leads to is read as its code", () => {
  for (const address of [`https://sala.example.org/km/training/card/${HERE}/`, `http://x/${HERE}?first=1`]) {
    assert.equal(read(address, "now", pack).kind, "here", address);
  }
});

test("a card of another run, of nobody here, and no card are told apart", () => {
  const kinds = [ELSEWHERE, STRANGER, "https://example.org/x", "hello", `${HERE.slice(0, -1)}${HERE.endsWith("2") ? 3 : 2}`];
  assert.deepEqual(kinds.map((text) => read(text, "now", pack).kind), ["elsewhere", "stranger", "none", "none", "none"]);
});

test("a revoked card says so", () => {
  const revoked = { cards: { now: { [STRANGER]: "" } } };
  assert.equal(read(STRANGER, "now", revoked).kind, "revoked");
});

test("without a pack every training card is a stranger", () => {
  assert.equal(read(HERE, "now", undefined).kind, "stranger");
});
