/* Who reads on this phone: nobody's name, a key that the server gives and knows again. */
const READER = "sala-reader";

/** The reader who was here last; "" for somebody who has not said who she is. */
export const lastReader = () => localStorage.getItem(READER) ?? "";

/** @param {string} reader She is here now. */
export function meet(reader) {
  if (reader) localStorage.setItem(READER, reader);
  else forgetReader();
}

/** What is read from now on is nobody's, until the server says who is here. */
export const forgetReader = () => localStorage.removeItem(READER);

/** Forgets her when she signs out, and on a screen where the server knows that nobody is signed in. */
export function watchLeaving(isNobody = false) {
  if (isNobody) forgetReader();
  document.querySelector("form[data-sala-leave]")?.addEventListener("submit", forgetReader);
}
