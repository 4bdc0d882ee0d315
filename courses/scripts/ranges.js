/* Parts of a kept recording or film: players ask for them, and phones play nothing without. */

const ASKED = /^bytes=(\d*)-(\d*)$/;

/**
 * The first byte that a player asks for and the one after the last; null where nothing of the file is asked for.
 * What is no range is the whole file.
 * @param {string} header
 * @param {number} size
 * @returns {[number, number] | null}
 */
export function partOf(header, size) {
  const [, first, last] = ASKED.exec(header) ?? ["", "0", ""];
  if (!first && !last) return [0, size];
  const from = first ? Number(first) : Math.max(0, size - Number(last));
  const end = first && last ? Math.min(Number(last) + 1, size) : size;
  return from < end ? [from, end] : null;
}

/** The answer to a player that asks for a part of what is kept. @param {Response} kept @param {string} header */
export async function partAnswer(kept, header) {
  const body = await kept.blob(), part = partOf(header, body.size);
  if (!part) return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${body.size}` } });
  const [from, end] = part;
  return new Response(body.slice(from, end), {
    status: 206,
    headers: {
      "Content-Type": body.type,
      "Content-Length": String(end - from),
      "Content-Range": `bytes ${from}-${end - 1}/${body.size}`,
      "Accept-Ranges": "bytes",
    },
  });
}
