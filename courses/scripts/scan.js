/* The scanner of a register: a card in front of the camera, or its code typed, marks somebody present. */
import { speaker } from "./able.js";
import { Camera } from "./camera.js";
import { read } from "./codes.js";
import { find, tell } from "./page.js";
import { say } from "./words.js";

/** @param {string} code As it is printed, without its prefix. */
const grouped = (code) => `${code.slice(0, 4)}-${code.slice(4)}`;

/** Milliseconds after which a card that was away is read again. */
const SAME = 3000;

export class Scanner {
  /**
   * @param {import("./register.js").RegisterPage} page
   * @param {import("./types").Pack | undefined} pack
   * @param {() => void} addNewcomer
   */
  constructor(page, pack, addNewcomer) {
    this.page = page;
    this.pack = pack;
    this.dialog = /** @type {HTMLDialogElement} */ (find("#sala-scanner"));
    const { decoder = "", wasm = "" } = this.dialog.dataset;
    this.camera = new Camera(/** @type {HTMLVideoElement} */ (find("video", this.dialog)), { decoder, wasm });
    this.seen = { text: "", at: 0 };
    /** @type {AudioContext | null} */
    this.sound = null;
    this.typed = /** @type {HTMLInputElement} */ (find("input", this.dialog));
    find("form", this.dialog).addEventListener("submit", (event) => this.takeTyped(event));
    find("[data-cancel]", this.dialog).addEventListener("click", () => this.dialog.close());
    find("[data-newcomer]", this.dialog).addEventListener("click", () => {
      this.dialog.close();
      addNewcomer();
    });
    this.dialog.addEventListener("close", () => this.camera.stop());
  }

  async open() {
    this.say("", this.page.site.words.scan_hint);
    this.dialog.showModal();
    this.sound = speaker(this.sound);
    try {
      await this.camera.start((text) => this.see(text));
    } catch {
      this.camera.stop();
      find("video", this.dialog).hidden = true;
      this.say("none", this.page.site.words.no_camera);
      this.typed.focus();
    }
  }

  /** @param {SubmitEvent} event */
  takeTyped(event) {
    event.preventDefault();
    if (this.typed.value.trim()) this.take(this.typed.value);
    this.typed.value = "";
  }

  /** @param {string} text A card that stays before the camera is read once. */
  see(text) {
    const now = Date.now(), isSame = text === this.seen.text && now - this.seen.at < SAME;
    this.seen = { text, at: now };
    if (!isSame) this.take(text);
  }

  /** @param {string} text */
  take(text) {
    const verdict = read(text, this.page.session, this.pack);
    const row = verdict.kind === "here" ? this.page.rows.get(verdict.row) : undefined;
    if (row && !row.isOff) this.mark(row);
    else this.refuse(verdict.kind === "here" ? { ...verdict, kind: "revoked" } : verdict);
  }

  /** @param {import("./rows.js").Row} row Somebody who is here already stays as she is marked. */
  async mark(row) {
    const words = this.page.site.words, before = this.page.now(row).presence;
    const isHere = before === "present" || before === "late" || before === "left_early";
    if (!isHere) {
      await this.page.act(() => [{ row, act: { presence: "present", source: "scan" } }]);
      await this.page.summed;
    }
    this.say("here", say(isHere ? words.scan_again : words.scan_here, { name: row.name }));
    this.signal(880, 80);
  }

  /** @param {import("./codes.js").Verdict} verdict */
  refuse({ kind, code }) {
    const words = this.page.site.words;
    const text = words[`scan_${kind}`];
    this.say(kind, text.replace("%(code)s", grouped(code)));
    this.signal(220, 300);
  }

  /** @param {string} kind @param {string} text */
  say(kind, text) {
    const told = find("[data-told]", this.dialog);
    told.dataset.told = kind;
    tell(told, text);
    tell(find("[data-count]", this.dialog), find("[data-here]").textContent ?? "");
    find("[data-newcomer]", this.dialog).hidden = !["stranger", "elsewhere", "revoked"].includes(kind);
  }

  /** A sound and a buzz. @param {number} pitch In hertz. @param {number} length In milliseconds. */
  signal(pitch, length) {
    navigator.vibrate?.(length);
    if (!this.sound) return;
    const tone = this.sound.createOscillator(), loud = this.sound.createGain();
    tone.frequency.value = pitch;
    loud.gain.value = 0.2;
    tone.connect(loud).connect(this.sound.destination);
    tone.start();
    tone.stop(this.sound.currentTime + length / 1000);
  }
}
