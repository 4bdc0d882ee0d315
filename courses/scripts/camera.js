/* Reads QR codes from the camera: with the browser's own detector, else with a decoder loaded only then. */
import { qrDetector } from "./able.js";

/** Milliseconds between two looks. */
const PACE = 120;

/** @typedef {(image: HTMLVideoElement) => Promise<string>} Reader The text of a code, or "". */

/** @returns {Promise<Reader | null>} */
async function ownDetector() {
  const detector = await qrDetector();
  return detector && (async (video) => (await detector.detect(video))[0]?.rawValue ?? "");
}

/**
 * @param {string} decoder Address of vendor/decoder.min.js.
 * @param {string} wasm
 * @returns {Promise<Reader>}
 */
async function loadedDecoder(decoder, wasm) {
  const { decode, useWasm } = await import(decoder);
  await useWasm(wasm);
  const canvas = document.createElement("canvas");
  const paper = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true }));
  return async (video) => {
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    paper.drawImage(video, 0, 0);
    return decode(paper.getImageData(0, 0, canvas.width, canvas.height));
  };
}

export class Camera {
  /**
   * @param {HTMLVideoElement} video
   * @param {{decoder: string, wasm: string}} vendor
   */
  constructor(video, vendor) {
    this.video = video;
    this.vendor = vendor;
    /** @type {MediaStream | undefined} */
    this.stream = undefined;
  }

  /**
   * Opens the camera at the back and tells every text that it reads.
   * @param {(text: string) => void} told
   */
  async start(told) {
    const reader = ownDetector().then((own) => own ?? loadedDecoder(this.vendor.decoder, this.vendor.wasm));
    const stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } },
    });
    this.stream = stream;
    this.video.srcObject = stream;
    await this.video.play();
    this.look(await reader, told, stream);
  }

  /** @param {Reader} reader @param {(text: string) => void} told @param {MediaStream} stream */
  async look(reader, told, stream) {
    while (this.stream === stream) {
      const text = this.video.videoWidth ? await reader(this.video).catch(() => "") : "";
      if (text && this.stream === stream) told(text);
      await new Promise((resolve) => setTimeout(resolve, PACE));
    }
  }

  stop() {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = undefined;
    this.video.srcObject = null;
  }
}
