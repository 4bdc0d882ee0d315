/* Hands taps in: one at a time over all tabs, in batches, again and again until the server has them. */
import { patience } from "./able.js";

export const BATCH = 200;
/** Milliseconds after which a request without an answer has failed: a bad line must not hang. */
const PATIENCE = 20000;
/** Milliseconds after which a phone with nothing to hand in says so. */
const SILENCE = 600000;
/** Registers that a phone with nothing to hand in asks for, and how long after their end. */
const ASKED = 6, ENDED = 43200000;
/** Milliseconds until the next attempt, by the number of failures. */
export const PAUSES = [5000, 15000, 60000, 300000];

/** Milliseconds after which a tab that holds the lock is asleep: Firefox keeps it for pages one left. */
const ASLEEP = 25000;

let last = Promise.resolve();

/**
 * One flusher over all tabs; without locks over this tab alone. Where another tab sleeps on the lock, or
 * there are none, two tabs may send the same tap, which the server knows.
 * @param {() => Promise<void>} work
 * @param {number} [pause]
 */
export async function alone(work, pause = ASLEEP) {
  const locks = globalThis.navigator?.locks;
  if (!locks) return (last = last.then(work, work));
  /** @type {Promise<void> | undefined} */
  let running;
  const hold = (/** @type {LockOptions} */ options) =>
    locks.request("sala-hand-in", options, () => (running = work())).catch((/** @type {unknown} */ error) => {
      if (!running) throw error;
      return running;
    });
  const wait = patience(pause);
  try {
    await hold({ signal: wait.signal });
  } catch (error) {
    if (running) throw error;
    await hold({ steal: true });
  } finally {
    wait.end();
  }
}

/** @type {Record<number, import("./types").Trouble>} */
const REFUSALS = { 401: "signed_out", 403: "other_user" };

/**
 * @typedef {object} Line What a queue needs of its surroundings.
 * @property {string} sync Address that takes events.
 * @property {() => Promise<Record<string, string>>} headers Who this phone is; rejects without a line.
 * @property {typeof fetch} fetch
 * @property {() => Date} now
 */

export class Queue {
  /**
   * @param {import("./store").Store} store
   * @param {Line} line
   */
  constructor(store, line) {
    this.store = store;
    this.line = line;
    /** Ends the request that is on its way, so that a page one leaves holds up no other. */
    this.giveUp = () => {};
  }

  /**
   * Sends what waits. Safe at any moment and as often as one likes.
   * @returns {Promise<import("./types").Trouble>}
   */
  async flush() {
    /** @type {import("./types").Trouble} */
    let trouble = "";
    await alone(async () => {
      try {
        let waiting = await this.waiting();
        if (!waiting.length && (await this.isSilent())) trouble = await this.send([]);
        while (!trouble && (waiting = await this.waiting()).length) trouble = await this.send(waiting);
      } catch {
        trouble = "offline";
      }
    });
    return trouble;
  }

  /** Whether a phone that is known has said nothing for a while: it might be reported lost. */
  async isSilent() {
    const heard = await this.store.get("heard");
    const isKnown = Boolean(await this.store.get("device"));
    return isKnown && !(this.line.now().getTime() - heard < SILENCE);
  }

  async waiting() {
    return (await this.store.events()).filter((event) => event.state === "waiting");
  }

  /**
   * @param {import("./types").Kept[]} waiting
   * @returns {Promise<import("./types").Trouble>}
   */
  async send(waiting) {
    const batch = waiting.slice(0, BATCH), wait = patience(PATIENCE);
    this.giveUp = wait.giveUp;
    const answer = await this.line.fetch(this.line.sync, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...(await this.line.headers()) },
      body: JSON.stringify({
        sent_at: this.line.now().toISOString(),
        unsent: waiting.length - batch.length,
        registers: await this.asked(batch),
        events: batch.map(({ state, code, sentence, ...event }) => event),
      }),
      signal: wait.signal,
    }).finally(wait.end);
    if (!answer.ok) return REFUSALS[answer.status] ?? "trouble";
    return this.take(batch, await answer.json());
  }

  /**
   * The registers that the phone wants to hear of, with the moment from which it has their pages: those
   * of the batch, else the next ones. Who got a seat since then comes with the answer.
   * @param {import("./types").Kept[]} batch
   * @returns {Promise<Record<string, string>>}
   */
  async asked(batch) {
    /** @type {import("./types").Pack | undefined} */
    const pack = await this.store.get("pack");
    if (!pack) return {};
    const marked = new Set(batch.map(({ session }) => session)), past = this.line.now().getTime() - ENDED;
    const wanted = pack.sessions.filter(({ uuid, ends }) => (batch.length ? marked.has(uuid) : Date.parse(ends) > past));
    return Object.fromEntries(wanted.slice(0, ASKED).map(({ uuid }) => [uuid, pack.now]));
  }

  /**
   * @param {import("./types").Kept[]} batch
   * @param {import("./types").Answer} answer
   * @returns {Promise<import("./types").Trouble>}
   */
  async take(batch, answer) {
    await this.store.settle(answer);
    await this.store.set("heard", this.line.now().getTime());
    const answered = new Set(answer.results.map((result) => result.event));
    if (batch.length && !batch.some((event) => answered.has(event.event))) return "trouble";
    return answer.wipe && !(await this.waiting()).length ? "wiped" : "";
  }
}
