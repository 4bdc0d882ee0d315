import assert from "node:assert/strict";
import { test } from "node:test";
import { answerOf, bytes, text, toMake, toShow } from "../../../courses/scripts/credentials.js";

const buffer = (...numbers) => Uint8Array.from(numbers).buffer;

test("bytes become letters and bytes again, with no sign that an address would change", () => {
  assert.equal(text(buffer(251, 255, 190, 0)), "-_--AA");
  assert.deepEqual([...bytes("-_--AA")], [251, 255, 190, 0]);
});

test("a new passkey stays on the device and asks who holds it, whatever the server says", () => {
  const asked = { challenge: "AA", user: { id: "AQ", name: "staff" }, excludeCredentials: [{ id: "Ag", type: "public-key" }] };
  const made = toMake({ ...asked, authenticatorSelection: { residentKey: "discouraged" } });
  assert.deepEqual([...made.challenge, ...made.user.id, ...made.excludeCredentials[0].id], [0, 1, 2]);
  assert.deepEqual(made.authenticatorSelection, {
    residentKey: "required",
    requireResidentKey: true,
    userVerification: "required",
  });
});

test("without a list of passkeys the device chooses one", () => {
  assert.equal(toShow({ challenge: "AA" }).allowCredentials, undefined);
});

test("the answer holds what the device gave and nothing else", () => {
  const response = { clientDataJSON: buffer(1), authenticatorData: buffer(2), signature: buffer(3), userHandle: null };
  const credential = { id: "AQ", rawId: buffer(1), type: "public-key", response, getClientExtensionResults: () => ({}) };
  assert.deepEqual(answerOf(credential), {
    id: "AQ",
    rawId: "AQ",
    type: "public-key",
    response: { clientDataJSON: "AQ", authenticatorData: "Ag", signature: "Aw" },
    clientExtensionResults: {},
  });
});
