/* When the queue is flushed: soon after a tap, with the line coming back, on looking at the page, and again. */
import { PAUSES } from "./queue.js";

/** Milliseconds after the last tap: time to take it back, and fewer requests. */
const SOON = 3000;

export class Flusher {
  /**
   * @param {import("./queue.js").Queue} queue
   * @param {(trouble: import("./types").Trouble) => Promise<void>} told Called after every attempt.
   */
  constructor(queue, told) {
    this.queue = queue;
    this.told = told;
    this.failures = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    addEventListener("online", () => this.now());
    addEventListener("pagehide", () => this.now());
    document.addEventListener("visibilitychange", () => this.now());
  }

  soon(pause = SOON) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), pause);
  }

  /** @returns {Promise<import("./types").Trouble>} */
  async now() {
    clearTimeout(this.timer);
    const trouble = await this.queue.flush();
    this.failures = trouble ? this.failures + 1 : 0;
    if (trouble && trouble !== "wiped") this.soon(PAUSES[Math.min(this.failures, PAUSES.length) - 1]);
    await this.told(trouble);
    return trouble;
  }
}
