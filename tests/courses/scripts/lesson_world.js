/* What a lesson's scripts meet in their tests: the storage of a phone, and a server. */

/** Storage whose keys are its own properties, as in a browser. */
export class Phone {
  getItem(key) { return Object.hasOwn(this, key) ? this[key] : null; }
  setItem(key, value) { this[key] = String(value); }
  removeItem(key) { delete this[key]; }
}

/** Answers as courses/views/lesson_sync.py does. */
export class Server {
  constructor(reader) {
    this.reader = reader;
    this.events = new Map();
    this.isReached = true;
    this.losesAnswers = false;
    this.line = { events: "/events/", fetch: (...asked) => this.answer(...asked), now: () => new Date() };
  }

  async answer(_address, { method = "GET", body = "", headers = {} } = {}) {
    if (!this.isReached) throw new TypeError("No line.");
    if (method === "GET") return this.said({ reader: this.reader, csrf: "secret" });
    if (!this.reader || headers["X-CSRFToken"] !== "secret") return { ok: false, status: 401 };
    const results = JSON.parse(body).events.map((event) => this.take(event));
    if (this.losesAnswers) throw new TypeError("The answer was lost.");
    return this.said({ results });
  }

  take(event) {
    if (event.reader !== this.reader) return { event: event.event, status: "other_reader" };
    const status = this.events.has(event.event) ? "duplicate" : "created";
    this.events.set(event.event, event);
    return { event: event.event, status, read: event.number === event.parts };
  }

  said(told) { return { ok: true, status: 200, json: async () => told }; }
}
