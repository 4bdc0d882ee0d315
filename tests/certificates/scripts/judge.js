// What the checker without signal says: {scans, list, today} on standard input, one verdict for each scan.
import { readFileSync } from "node:fs";
import { readScan } from "../../../certificates/scripts/payload.js";
import { judge } from "../../../certificates/scripts/verdict.js";

const { scans, list, today } = JSON.parse(readFileSync(0, "utf8"));
const told = [];
for (const text of scans) {
  const scan = readScan(text);
  told.push(scan && { ...(await judge(scan, list, today)), facts: scan.facts });
}
process.stdout.write(JSON.stringify(told));
