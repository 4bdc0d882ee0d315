/* What lies on the phone: taps, registers as the server told them, the pack, the secret of the device.
   One database for each owner; whoever signs in next opens another one. */
import { cameWith, follow, isBefore, renewed } from "./news.js";

const VERSION = 1;
/** @param {string} owner */
export const databaseName = (owner) => `sala-${owner}`;

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** @param {IDBTransaction} work */
const committed = (work) =>
  new Promise((resolve, reject) => {
    work.oncomplete = () => resolve(undefined);
    work.onabort = work.onerror = () => reject(work.error);
  });

/**
 * Opens the database of an owner. Rejects where the browser keeps nothing.
 * @param {string} owner
 * @returns {Promise<Store>}
 */
export const openStore = async (owner) => new Store(owner, await openDatabase(owner));

/** @param {string} owner @returns {Promise<IDBDatabase>} */
async function openDatabase(owner) {
  const request = indexedDB.open(databaseName(owner), VERSION);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("events", { keyPath: "event" });
    request.result.createObjectStore("registers", { keyPath: "session" });
    request.result.createObjectStore("things");
  };
  const database = await done(request);
  database.onversionchange = () => database.close();
  return database;
}

/** @param {string} owner */
export const dropStore = (owner) => done(indexedDB.deleteDatabase(databaseName(owner)));

/** @param {import("./types").Kept[]} events */
const inOrder = (events) => events.sort((one, other) => one.sequence - other.sequence);

export class Store {
  /** @param {string} owner @param {IDBDatabase} database */
  constructor(owner, database) {
    this.owner = owner;
    this.database = database;
    this.isLost = false;
    this.hold(database);
  }

  /** @param {IDBDatabase} database */
  hold(database) {
    this.database = database;
    this.isLost = false;
    database.onclose = () => { this.isLost = true; };
  }

  /**
   * A transaction; iPhones take the database from a page that was long away, and then it is opened again.
   * @param {string | string[]} stores
   * @param {IDBTransactionMode} [mode]
   * @param {IDBTransactionOptions} [options]
   */
  async begin(stores, mode = "readonly", options = {}) {
    if (this.isLost) this.hold(await openDatabase(this.owner));
    return this.database.transaction(stores, mode, options);
  }

  /**
   * Keeps taps, numbered in their order. Resolves when they are on the disk and not before.
   * @param {import("./types").Kept[]} events
   */
  async add(events) {
    const work = await this.begin(["events", "things"], "readwrite", { durability: "strict" });
    const kept = committed(work);
    const things = work.objectStore("things");
    let sequence = (await done(things.get("sequence"))) ?? 0;
    for (const event of events) {
      event.sequence = ++sequence;
      work.objectStore("events").add(event);
    }
    things.put(sequence, "sequence");
    await kept;
  }

  /**
   * Takes back taps that have not left the phone.
   * @param {string[]} ids
   */
  async remove(ids) {
    const work = await this.begin("events", "readwrite");
    for (const id of ids) work.objectStore("events").delete(id);
    await committed(work);
  }

  /** All taps of this phone in their order. @returns {Promise<import("./types").Kept[]>} */
  async events() {
    return inOrder(await done((await this.begin("events")).objectStore("events").getAll()));
  }

  /** @param {string} session @returns {Promise<import("./types").Register | undefined>} */
  async register(session) {
    return done((await this.begin("registers")).objectStore("registers").get(session));
  }

  /** @param {import("./types").Register} register Replaces what was there of the session. */
  async putRegister(register) {
    const work = await this.begin("registers", "readwrite");
    work.objectStore("registers").put(register);
    await committed(work);
  }

  /**
   * What came of a batch, all at once: taps that arrived leave, refused ones stay with the sentence
   * that says why, and the registers are as the server tells them, with the cards of whoever is on them.
   * @param {import("./types").Answer} answer
   */
  async settle(answer) {
    const work = await this.begin(["events", "registers", "things"], "readwrite");
    const kept = committed(work);
    const things = work.objectStore("things"), pack = await done(things.get("pack"));
    const events = work.objectStore("events"), registers = work.objectStore("registers");
    /** @type {Record<string, import("./types").Added[]>} */
    const came = {};
    for (const result of answer.results) {
      const event = await done(events.get(result.event));
      if (!event) continue;
      if (result.status === "quarantined") {
        events.put({ ...event, state: "refused", code: result.code, sentence: result.sentence });
        continue;
      }
      events.delete(result.event);
      (came[event.session] ??= []).push(...cameWith(event));
    }
    for (const [session, news] of Object.entries(answer.registers)) {
      const before = await done(registers.get(session)), added = [...(came[session] ?? []), ...(news.added ?? [])];
      registers.put(renewed(before, { ...news, added, session, as_of: answer.now }));
      if (pack) follow(pack, session, news);
    }
    if (pack) things.put(pack, "pack");
    await kept;
  }

  /** @param {string} key @returns {Promise<any>} */
  async get(key) {
    return done((await this.begin("things")).objectStore("things").get(key));
  }

  /** @param {string} key @param {any} value */
  async set(key, value) {
    const work = await this.begin("things", "readwrite");
    work.objectStore("things").put(value, key);
    await committed(work);
  }

  /** Forgets whatever names people, but for taps that the server does not have. */
  async forgetPeople() {
    const work = await this.begin(["registers", "things"], "readwrite");
    work.objectStore("registers").clear();
    work.objectStore("things").delete("pack");
    await committed(work);
  }

  /** @param {string} moment Forgets registers that the server told before it (ISO 8601). */
  async forgetBefore(moment) {
    const work = await this.begin("registers", "readwrite");
    const kept = committed(work);
    const registers = work.objectStore("registers");
    for (const register of await done(registers.getAll())) {
      if (isBefore(register.as_of, moment)) registers.delete(register.session);
    }
    await kept;
  }

  close() {
    this.database.close();
  }
}
