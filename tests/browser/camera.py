"""A film for the fake camera of Chromium: a card in front of it, in good or bad light."""

from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import segno
from PIL import Image, ImageEnhance, ImageFilter
from playwright.sync_api import Browser

from tests.browser import site
from tests.needs import chromium_path

WIDE, HIGH = 640, 480
#: What our decoder reads in pictures, given its address, that of its wasm, and the pictures.
DECODE = """async ([decoder, wasm, pictures]) => {
    const { decode, useWasm } = await import(decoder);
    await useWasm(wasm);
    const texts = [];
    for (const picture of pictures) {
        const image = new Image();
        image.src = picture;
        await image.decode();
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [image.width, image.height];
        const paper = canvas.getContext("2d");
        paper.drawImage(image, 0, 0);
        texts.push(await decode(paper.getImageData(0, 0, image.width, image.height)));
    }
    return texts;
}"""


def card(code: str, *, side: int = 220, turn: int = 0) -> Image.Image:
    """The QR code of a card on a grey table."""
    drawn = BytesIO()
    segno.make(code, error="q").save(drawn, kind="png", scale=8, border=4)
    qr = Image.open(drawn).convert("RGB").resize((side, side), Image.Resampling.LANCZOS)
    picture = Image.new("RGB", (WIDE, HIGH), "#8a8a8a")
    qr = qr.convert("RGBA").rotate(turn, expand=True, resample=Image.Resampling.BICUBIC)
    picture.paste(qr, ((WIDE - qr.width) // 2, (HIGH - qr.height) // 2), qr)
    return picture


def in_the_dark(picture: Image.Image, light: float) -> Image.Image:
    """As a cheap camera sees it with little light: dark, flat, a little out of focus, noisy."""
    dark = ImageEnhance.Brightness(picture).enhance(light)
    flat = ImageEnhance.Contrast(dark).enhance(0.7).filter(ImageFilter.GaussianBlur(1.0))
    noise = Image.effect_noise(flat.size, 12).convert("RGB")
    return Image.blend(flat, noise, 0.06)


def film(pictures: list[Image.Image], path: Path) -> Path:
    """Motion JPEG: the pictures one after the other, again and again."""
    with path.open("wb") as out:
        for picture in pictures:
            picture.save(out, "jpeg", quality=80)
    return path


@contextmanager
def chromium_with_camera(plain: Browser, path: Path):
    """Another browser, whose camera shows the film and that asks nobody whether it may."""
    seen = [
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-video-capture={path}",
    ]
    browser = plain.browser_type.launch(executable_path=chromium_path(), args=[*site.QUIET, *seen])
    try:
        yield browser
    finally:
        browser.close()
