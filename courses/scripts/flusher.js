/* When the queue is flushed: soon after a tap, with the line coming back, on looking at the page or away from
   it, and again. */
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
    /** Whether the page was left. It may sleep and come back, and must hold nothing meanwhile. */
    this.isLeft = false;
    addEventListener("online", () => this.now());
    addEventListener("pagehide", () => this.leave());
    addEventListener("pageshow", () => { this.isLeft = false; });
    document.addEventListener("visibilitychange", () => this.isLeft || this.now());
  }

  leave() {
    this.isLeft = true;
    clearTimeout(this.timer);
    this.queue.giveUp();
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
    if (trouble && trouble !== "wiped" && !this.isLeft) this.soon(PAUSES[Math.min(this.failures, PAUSES.length) - 1]);
    await this.told(trouble);
    return trouble;
  }
}
