/* Makes a dark picture readable: the whole range of light is spread over black to white. */

/** Share of the points at either end that may be noise. */
const NOISE = 0.02;

/** @param {Uint8ClampedArray} points Red, green, blue, opacity. @param {number} at */
const grey = (points, at) => (points[at] * 77 + points[at + 1] * 150 + points[at + 2] * 29) >> 8;

/** @param {Uint8ClampedArray} points @returns {[number, number]} The darkest and the brightest grey. */
function range(points) {
  const counts = new Uint32Array(256), few = (points.length / 4) * NOISE;
  for (let at = 0; at < points.length; at += 4) counts[grey(points, at)] += 1;
  let low = 0, high = 255;
  for (let sum = counts[low]; sum < few && low < 255; sum += counts[low]) low += 1;
  for (let sum = counts[high]; sum < few && high > low; sum += counts[high]) high -= 1;
  return [low, high];
}

/**
 * @param {Uint8ClampedArray} points
 * @returns {Uint8ClampedArray<ArrayBuffer>} The same picture in greys from black to white.
 */
export function spread(points) {
  const [low, high] = range(points), scale = 255 / Math.max(1, high - low);
  const found = new Uint8ClampedArray(points.length);
  for (let at = 0; at < points.length; at += 4) {
    found[at] = found[at + 1] = found[at + 2] = (grey(points, at) - low) * scale;
    found[at + 3] = 255;
  }
  return found;
}
