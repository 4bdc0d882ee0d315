/* Bundled into vendor/decoder.min.js with zxing-wasm and jsQR: reads the QR code of an image. */
import jsQR from "jsqr";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { spread } from "./light.js";

/** @param {string} address Of zxing_reader.wasm. */
export const useWasm = (address) =>
  prepareZXingModule({
    overrides: { locateFile: (/** @type {string} */ path, /** @type {string} */ prefix) => (path.endsWith(".wasm") ? address : prefix + path) },
    fireImmediately: true,
  });

/** @param {ImageData} image */
const tried = async (image) =>
  (await readBarcodes(image, { formats: ["QRCode"], maxNumberOfSymbols: 1, tryHarder: true }))[0]?.text;

/**
 * @param {ImageData} image
 * @returns {Promise<string>} The text of the code; "" where none is seen.
 */
export async function decode(image) {
  const found = await tried(image);
  if (found) return found;
  const bright = new ImageData(spread(image.data), image.width, image.height);
  return (await tried(bright)) ?? jsQR(bright.data, image.width, image.height)?.data ?? "";
}
