// What a JOSE library says about daily lists: {issuer, lists} on standard input; issuer and day of each, or the error.
import { readFileSync } from "node:fs";
import * as jose from "jose";

const { issuer, lists } = JSON.parse(readFileSync(0, "utf8"));
const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const keyOf = async ({ kid }) => {
  const text = issuer.verificationMethod.find((each) => each.id === kid).publicKeyMultibase.slice(1);
  let number = 0n;
  for (const letter of text) number = number * 58n + BigInt(ALPHABET.indexOf(letter));
  const raw = Buffer.from(number.toString(16), "hex").subarray(2);
  return jose.importJWK({ kty: "OKP", crv: "Ed25519", x: raw.toString("base64url") }, "EdDSA");
};
const answers = [];
for (const list of lists) {
  try {
    const { payload } = await jose.compactVerify(list, keyOf);
    const said = JSON.parse(new TextDecoder().decode(payload));
    answers.push(`${said.issuer} ${said.day}`);
  } catch (error) {
    answers.push(error.message);
  }
}
process.stdout.write(JSON.stringify(answers));
