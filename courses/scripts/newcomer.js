/* Who came unannounced: four answers in a dialogue, and a line of the register for her. */
import { uuid } from "./ids.js";
import { copyOf, find } from "./page.js";
import { matches, plain } from "./search.js";

/** Suggestions at most, and letters from which on they come. */
const MOST = 3, LETTERS = 2;
const KHMER = /[\u1780-\u17ff]/;

/**
 * The answers of the form as the server takes them; a name in Khmer letters is a Khmer name.
 * @param {FormData} answers
 * @returns {import("./types").Newcomer}
 */
export function newcomerOf(answers) {
  const told = (/** @type {string} */ field) => String(answers.get(field) ?? "").trim();
  const name = told("name"), isKhmer = KHMER.test(name), place = told("place");
  return {
    name_km: isKhmer ? name : "",
    name_latin: isKhmer ? "" : name,
    sex: told("sex"),
    role: told("role"),
    organization: place === "other" ? null : place,
    organization_words: place === "other" ? told("place_words") : "",
    known: told("known") || null,
  };
}

/**
 * People of the pack whose names hold what was typed.
 * @param {string} typed
 * @param {import("./types").Known[]} known
 */
export const alike = (typed, known) =>
  plain(typed).length < LETTERS ? [] : known.filter((each) => matches(typed, each.find)).slice(0, MOST);

/** @param {import("./types").Person} person */
export const nameOf = (person) => person.name_km || person.name_latin;

/**
 * A line for somebody whom the page did not have.
 * @param {import("./types").Added} person
 * @param {number} place Which line it is, from 1.
 * @param {string} roleWords
 */
export function lineOf(person, place, roleWords) {
  const line = copyOf("template[data-line]");
  const { row, name_km, name_latin } = person;
  line.id = `person-${row}`;
  line.dataset.row = row;
  line.dataset.find = plain(`${name_km} ${name_latin}`);
  if (person.sex === "female") line.dataset.woman = "";
  find("[data-place]", line).textContent = String(place);
  const [family, ...given] = nameOf(person).split(" ");
  const name = find("[data-name]", line);
  name.lang = name_km ? "km" : "en";
  name.append(given.length ? `${family} ` : "", Object.assign(document.createElement("b"), { textContent: given.join(" ") || family }));
  find("[data-latin]", line).textContent = name_km ? name_latin : "";
  find("[data-role]", line).textContent = roleWords;
  const select = /** @type {HTMLSelectElement} */ (find("select", line));
  select.name = `m-${row}`;
  select.setAttribute("aria-label", given.at(-1) ?? family);
  return line;
}

export class NewcomerDialog {
  /**
   * @param {import("./register.js").RegisterPage} page
   * @param {import("./types").Known[]} known
   */
  constructor(page, known) {
    this.page = page;
    this.known = known;
    this.dialog = /** @type {HTMLDialogElement} */ (find("#sala-newcomer"));
    this.form = /** @type {HTMLFormElement} */ (find("form", this.dialog));
    this.name = /** @type {HTMLInputElement} */ (this.form.elements.namedItem("name"));
    this.choice = /** @type {HTMLInputElement} */ (this.form.elements.namedItem("known"));
    this.name.addEventListener("input", () => this.suggest());
    this.form.addEventListener("submit", (event) => this.take(event));
    find("[data-cancel]", this.form).addEventListener("click", () => this.dialog.close());
  }

  open(name = "") {
    this.form.reset();
    this.name.value = name;
    find("[data-missing]", this.form).hidden = true;
    find("[data-full]", this.form).hidden = this.page.people.length < Number(this.form.dataset.capacity);
    this.suggest();
    this.dialog.showModal();
    this.name.focus();
  }

  suggest() {
    this.choice.value = "";
    const list = find("[data-known]", this.form);
    const found = alike(this.name.value, this.known);
    list.hidden = !found.length;
    find("ul", list).replaceChildren(...found.map((each) => this.suggestion(each)));
  }

  /** @param {import("./types").Known} person */
  suggestion(person) {
    const item = copyOf("template[data-suggestion]");
    find("b", item).textContent = nameOf(person);
    find("small", item).textContent = [person.name_km && person.name_latin, this.roleWords(person.role)].filter(Boolean).join(" · ");
    find("button", item).addEventListener("click", () => this.choose(person));
    return item;
  }

  /** @param {import("./types").Known} person */
  choose(person) {
    this.name.value = nameOf(person);
    this.set("sex", person.sex);
    this.set("role", person.role);
    this.suggest();
    find("[data-known]", this.form).hidden = true;
    this.choice.value = person.key;
  }

  /** @param {string} field @param {string} value */
  set(field, value) {
    const choice = this.form.querySelector(`input[name="${field}"][value="${CSS.escape(value)}"]`);
    if (choice instanceof HTMLInputElement) choice.checked = true;
  }

  /** @param {string} role */
  roleWords(role) {
    const input = this.form.querySelector(`input[name="role"][value="${CSS.escape(role)}"]`);
    return input?.parentElement?.textContent?.trim() ?? "";
  }

  /** @param {SubmitEvent} event */
  async take(event) {
    event.preventDefault();
    const person = newcomerOf(new FormData(this.form));
    if (!nameOf(person) || !person.sex || !person.role || (!person.organization && !person.organization_words)) {
      find("[data-missing]", this.form).hidden = false;
      return;
    }
    find("[data-missing]", this.form).hidden = true;
    this.dialog.close();
    const known = this.known.find((each) => each.key === person.known);
    const added = { ...person, ...(known && { name_km: known.name_km, name_latin: known.name_latin }), row: uuid() };
    await this.page.act(() => [{ row: this.add(added), act: { kind: "walk_in", presence: "present", person } }]);
  }

  /** @param {import("./types").Added} person */
  add(person) {
    const line = lineOf(person, this.page.rows.size + 1, this.roleWords(person.role));
    find(".sala-register").append(line);
    const row = this.page.addRow(line);
    line.scrollIntoView({ block: "center" });
    return row;
  }

  /** Puts those on the page who are on the phone and not yet in the page. */
  addMissing() {
    const fromTaps = this.page.events.filter((event) => event.person)
      .map((event) => ({ .../** @type {import("./types").Newcomer} */ (event.person), row: event.row }));
    for (const person of [...this.page.register.added, ...fromTaps]) {
      if (!this.page.rows.has(person.row)) this.page.show(this.add(person));
    }
  }
}
