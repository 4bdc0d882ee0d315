/* What the unit tests of the scripts share: a phone with an empty disk, and a server that keeps rows. */
import "fake-indexeddb/auto";
import { uuid } from "../../../courses/scripts/ids.js";
import { tap } from "../../../courses/scripts/marks.js";
import { Queue } from "../../../courses/scripts/queue.js";
import { openStore } from "../../../courses/scripts/store.js";

export const SESSION = uuid();
export const NOW = new Date("2026-12-01T01:00:00.000Z");
export const BARE = { presence: "", minutes: 0, reason: "", heads: [], disputed: false };

export const freshStore = () => openStore(uuid());

export const present = (row = uuid(), told = BARE, own = []) =>
  tap({ kind: "mark", session: SESSION, row, presence: "present" }, told, own, NOW);

/** A server that takes everything once; `answers` may be set to lose what it says. */
export class Server {
  constructor() {
    this.kept = new Map();
    this.batches = [];
    this.says = () => ({});
    this.isLineUp = true;
    this.losesAnswer = false;
    this.status = 200;
    this.wipe = false;
  }

  async fetch(_address, { body, headers }) {
    if (!this.isLineUp) throw new TypeError("no line");
    if (this.status !== 200) return { ok: false, status: this.status };
    const sent = JSON.parse(body);
    this.batches.push({ ...sent, headers });
    const results = sent.events.map((event) => this.take(event));
    if (this.losesAnswer) throw new TypeError("the answer was lost");
    return { ok: true, json: async () => ({ now: NOW.toISOString(), wipe: this.wipe, results, registers: {} }) };
  }

  take(event) {
    const status = this.kept.has(event.event) ? "duplicate" : "created";
    this.kept.set(event.event, event);
    return { event: event.event, status, code: "", sentence: "", ...this.says(event) };
  }
}

export const queueOf = (store, server) =>
  new Queue(store, {
    sync: "/sync/", headers: async () => ({ "X-Sala-Device": "d.s" }), fetch: (...asked) => server.fetch(...asked), now: () => NOW,
  });
