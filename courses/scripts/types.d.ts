// The shapes that the scripts share: what goes over the line, what lies on the phone.

export type Presence = "present" | "late" | "left_early" | "excused" | "absent";
export type Kind = "mark" | "default" | "walk_in";
export type Source = "register" | "scan";

/** Who came unannounced, in four answers. `known` is the key of somebody in the pack. */
export interface Newcomer {
  name_km: string;
  name_latin: string;
  sex: string;
  role: string;
  organization: string | null;
  organization_words: string;
  known: string | null;
}

/** One tap as it goes to the server. */
export interface Tap {
  event: string;
  kind: Kind;
  session: string;
  row: string;
  presence: Presence;
  minutes: number;
  reason: string;
  supersedes: string[];
  corrects: boolean;
  /** ISO 8601 by the clock of this phone. */
  tapped_at: string;
  /** Counts the taps of this phone. */
  sequence: number;
  source: Source;
  person?: Newcomer;
}

/** A tap on this phone. `waiting` goes to the server; `refused` stays to be looked at. */
export interface Kept extends Tap {
  state: "waiting" | "refused";
  code?: string;
  sentence?: string;
}

/** What the server says about one person in one session. */
export interface Told {
  presence: Presence | "";
  minutes: number;
  reason: string;
  heads: string[];
  disputed: boolean;
  /** Only the person herself says so. */
  self_reported?: boolean;
}

export interface Person {
  name_km: string;
  name_latin: string;
  sex: string;
  role: string;
}

/** Somebody whom the pages on the phone may not have, with her card where the server told of her. */
export interface Added extends Person {
  row: string;
  card?: string;
}

/** A register as the server told it last; `as_of` is the server's clock (ISO 8601). `rows` is the whole
 * list; `gone` are rows that were on it, with what was told of them last. */
export interface Register {
  session: string;
  as_of: string;
  closed: boolean;
  rows: Record<string, Told>;
  added: Added[];
  gone?: Record<string, Told>;
}

/** What the server tells of a register: all of its rows, who is new to the phone, who gave a seat up
 * since the phone was prepared, and by merged rows the ones that they became. */
export interface News {
  closed: boolean;
  rows: Record<string, Told>;
  added?: Added[];
  left?: Known[];
  moved?: Record<string, string>;
}

export interface Result {
  event: string;
  status: "created" | "duplicate" | "conflict" | "quarantined";
  code?: string;
  sentence?: string;
}

export interface Answer {
  now: string;
  wipe: boolean;
  results: Result[];
  registers: Record<string, News>;
}

export interface Known extends Person {
  key: string;
  find: string;
}

export interface PackSession {
  uuid: string;
  url_en: string;
  url_km: string;
  title_en: string;
  title_km: string;
  host: string;
  starts: string;
  ends: string;
  people: number;
  state: string;
}

/** What a phone holds to work without signal. */
export interface Pack {
  owner: string;
  now: string;
  until: string;
  pages: string[];
  sessions: PackSession[];
  known: Known[];
  cards: Record<string, Record<string, string>>;
}

export interface Device {
  device: string;
  secret: string;
}

/** How the last attempt to hand in ended; "" is well. */
export type Trouble = "" | "offline" | "trouble" | "signed_out" | "other_user" | "wiped";

/** Where the server is, and the words in the language of the page. */
export interface Site {
  owner: string;
  language: string;
  sync: string;
  pack: string;
  device: string;
  worker: string;
  /** The part of the site that the worker may serve. */
  scope: string;
  csrf: string;
  /** Only where somebody is signed in who keeps no register: this very script. */
  script?: string;
  files: string[];
  words: Record<string, any>;
}

/** The furthest part of a lesson that was seen: `number` of `parts`, from one; 0 for none. */
export interface Place {
  part: string;
  number: number;
  parts: number;
}

/** That a reader saw a place of a lesson, as it goes to the server. */
export interface LessonEvent extends Place {
  event: string;
  /** The key by which the server tells the readers of one phone apart. */
  reader: string;
  lesson: string;
  tapped_at: string;
}

/** What handing in needs of its surroundings. */
export interface LessonLine {
  events: string;
  fetch: typeof fetch;
  now: () => Date;
}

/** What the script of a lesson knows of it. */
export interface LessonSite {
  lesson: string;
  is_read: boolean;
  events: string;
  words: Record<string, string>;
}
