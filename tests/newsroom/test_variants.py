from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from plugins.newsroom import variants

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
SCREENS = pytest.mark.parametrize("suffix", variants.SUFFIXES)


def encoded(image: Image.Image, form: str = "PNG", **more: object) -> bytes:
    buffer = BytesIO()
    image.save(buffer, form, **more)
    return buffer.getvalue()


def made(data: bytes, suffix: str, width: int) -> Image.Image:
    with Image.open(BytesIO(data)) as original:
        return Image.open(BytesIO(variants.made(variants.widest(original), suffix, width)))


def near(one: object, other: tuple[int, ...]) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) < 12 for a, b in zip(one, other, strict=True))


@SCREENS
def test_a_picture_is_made_in_its_format_and_width(suffix: str) -> None:
    shown = made(encoded(Image.new("RGB", (900, 600))), suffix, 480)
    assert (shown.format, shown.size) == ({"jpg": "JPEG", "webp": "WEBP"}[suffix], (480, 320))


@SCREENS
@pytest.mark.parametrize(("turned", "corner"), [(1, 0), (6, 1), (3, 2), (8, 3)])
def test_a_picture_stands_as_its_camera_was_held(suffix: str, turned: int, corner: int) -> None:
    lying = Image.new("RGB", (1600, 800), "white")
    lying.paste("red", (0, 0, 400, 400))
    exif = Image.Exif()
    exif[0x0112] = turned
    shown = made(encoded(lying, "JPEG", exif=exif), suffix, 200).convert("RGB")
    right, low = shown.width - 20, shown.height - 20
    corners = ((20, 20), (right, 20), (right, low), (20, low))
    assert near(shown.getpixel(corners[corner]), (254, 0, 0))
    assert shown.width == 200
    assert shown.height == (100 if turned in (1, 3) else 400)


@SCREENS
def test_nothing_but_a_colour_profile_is_kept(suffix: str) -> None:
    exif = Image.Exif()
    exif[0x013B] = "Fotografka Tajna"
    image = Image.new("RGB", (600, 400))
    data = encoded(image, "JPEG", exif=exif, comment=b"tajne", icc_profile=SRGB, dpi=(300, 300))
    shown = made(data, suffix, 480)
    assert shown.info.get("icc_profile") == SRGB
    assert not {"exif", "xmp", "comment", "dpi"} & shown.info.keys()
    info = PngInfo()
    info.add_text("Author", "Fotografka Tajna")
    written = made(encoded(image, pnginfo=info), suffix, 480)
    assert "Tajna" not in f"{written.info}"


@SCREENS
def test_a_profile_that_is_broken_or_of_another_sort_does_no_harm(suffix: str) -> None:
    for mode, profile in (("RGB", b"nie profil"), ("L", SRGB), ("CMYK", SRGB)):
        data = encoded(Image.new(mode, (60, 40)), "JPEG", icc_profile=profile)
        assert "icc_profile" not in made(data, suffix, 60).info


@SCREENS
def test_a_large_profile_is_worked_into_the_colours(
    suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = encoded(Image.new("RGB", (60, 40), (200, 30, 30)), icc_profile=SRGB)
    monkeypatch.setattr(variants, "PROFILE_LIMIT", len(SRGB) - 1)
    shown = made(data, suffix, 60)
    assert "icc_profile" not in shown.info
    assert near(shown.convert("RGB").getpixel((30, 20)), (200, 30, 30))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr", "I", "I;16"])
@SCREENS
def test_a_picture_of_any_mode_is_shown_in_colours(suffix: str, mode: str) -> None:
    form = "JPEG" if mode in ("CMYK", "YCbCr") else "PNG"
    image = Image.new("I;16" if mode == "I" else mode, (60, 40))
    shown = made(encoded(image, form), suffix, 60)
    assert shown.mode in ("L", "RGB", "RGBA")
    assert shown.size == (60, 40)


def test_what_is_transparent_stays_so_and_is_white_in_a_jpeg() -> None:
    data = encoded(Image.new("RGBA", (60, 40), (0, 0, 0, 0)))
    assert made(data, "webp", 60).convert("RGBA").getpixel((30, 20)) == (0, 0, 0, 0)
    assert made(data, "jpg", 60).getpixel((30, 20)) == (255, 255, 255)


@SCREENS
def test_a_thin_picture_keeps_a_pixel(suffix: str) -> None:
    assert made(encoded(Image.new("RGB", (1000, 1))), suffix, 480).size == (480, 1)
