/* What was read and not handed in: each event under a key of its own, so that two tabs cannot lose one. */
import { patience } from "./able.js";
import { lastReader, meet } from "./reader.js";

const PREFIX = "sala-lesson-event:";
const BATCH = 100;
/** Milliseconds after which a request without an answer has failed. */
const PATIENCE = 10000;
/** Answers after which an event has no business on the phone. */
const SETTLED = new Set(["created", "duplicate", "unknown", "unreadable"]);

/**
 * Keeps an event. Throws where the phone has no room.
 * @param {import("./types").LessonEvent} event
 */
export const keepEvent = (event) => localStorage.setItem(PREFIX + event.event, JSON.stringify(event));

/** What waits for a reader, in the order in which it was read; nothing for nobody. @param {string | null} reader */
export function waitingFor(reader) {
  if (!reader) return [];
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  /** @type {import("./types").LessonEvent[]} */
  const events = keys.map((key) => JSON.parse(localStorage.getItem(key) ?? "{}"));
  return events
    .filter((event) => event.reader === reader)
    .sort((one, other) => one.tapped_at.localeCompare(other.tapped_at));
}

/**
 * Asks the server who reads here. Without a line it is the one who was here last.
 * @param {import("./types").LessonLine} line
 * @returns {Promise<{reader: string, csrf: string, isHeard: boolean}>}
 */
export async function whoReads(line) {
  const wait = patience(PATIENCE);
  try {
    const answer = await line.fetch(line.events, { cache: "no-store", signal: wait.signal });
    if (!answer.ok) throw new Error(String(answer.status));
    const told = await answer.json();
    meet(told.reader);
    return { ...told, isHeard: true };
  } catch {
    return { reader: lastReader(), csrf: "", isHeard: false };
  } finally {
    wait.end();
  }
}

/**
 * Hands in what the reader of this moment has read, and nobody else's. Safe as often as one likes.
 * @param {import("./types").LessonLine} line
 * @returns {Promise<Set<string> | null>} Lessons that count as read now; null where it has to wait.
 */
export async function handIn(line) {
  const { reader, csrf, isHeard } = await whoReads(line);
  /** @type {Set<string>} */
  const read = new Set();
  if (!isHeard) return null;
  for (let events = waitingFor(reader); events.length; events = waitingFor(reader)) {
    const batch = events.slice(0, BATCH), results = await send(line, batch, csrf);
    if (!results) return null;
    results.forEach((result, number) => {
      if (SETTLED.has(result.status)) localStorage.removeItem(PREFIX + batch[number].event);
      if (result.read) read.add(batch[number].lesson);
    });
    if (!results.some((result) => SETTLED.has(result.status))) return null;
  }
  return read;
}

/**
 * @param {import("./types").LessonLine} line
 * @param {import("./types").LessonEvent[]} events
 * @param {string} csrf
 * @returns {Promise<{status: string, read?: boolean}[] | null>}
 */
async function send(line, events, csrf) {
  const wait = patience(PATIENCE);
  try {
    const answer = await line.fetch(line.events, {
      method: "POST",
      keepalive: true,
      headers: { "Content-Type": "application/json", "X-CSRFToken": csrf },
      body: JSON.stringify({ sent_at: line.now().toISOString(), events }),
      signal: wait.signal,
    });
    return answer.ok ? (await answer.json()).results : null;
  } catch {
    return null;
  } finally {
    wait.end();
  }
}
