/* Who this phone is for the server: made known at the first contact, kept in the owner's database. */

/**
 * The header that names this phone. Makes the phone known first where it is not.
 * @param {import("./store").Store} store
 * @param {import("./types").Site} site
 * @returns {Promise<Record<string, string>>}
 */
export async function deviceHeaders(store, site) {
  const known = (await store.get("device")) ?? (await makeKnown(store, site));
  return { "X-Sala-Device": `${known.device}.${known.secret}` };
}

/**
 * @param {import("./store").Store} store
 * @param {import("./types").Site} site
 * @returns {Promise<import("./types").Device>}
 */
async function makeKnown(store, site) {
  const answer = await fetch(site.device, { method: "POST", headers: { "X-CSRFToken": site.csrf } });
  if (!answer.ok || answer.redirected) throw new Error(`The phone is not known: ${answer.status}`);
  const device = await answer.json();
  await store.set("device", device);
  return device;
}
