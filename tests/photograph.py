"""A photograph as a telephone takes it: 12 megapixels, grain, a place, an author, a thumbnail."""

from __future__ import annotations

import random
from io import BytesIO

from PIL import Image, ImageChops
from PIL.TiffImagePlugin import IFDRational

SIZE = (4000, 3000)
AUTHOR, PLACE, COMMENT = "Fotografka Tajna", "MIASTO-TAJNE", "KOMENTARZ-TAJNY"
_GPS = {1: "N", 2: (52.0, 13.0, 46.92), 3: "E", 4: (21.0, 0.0, 44.0)}


def scene(seed: int, size: tuple[int, int] = SIZE) -> Image.Image:
    """Shapes of every scale, weaker the finer they are, as in nature; the same for a seed."""
    dice = random.Random(seed)
    picture = Image.new("RGB", size, (128, 128, 128))
    for octave in range(2, 11):
        grain = (2**octave, max(3 * 2**octave // 4, 1))
        noise = Image.frombytes("RGB", grain, dice.randbytes(3 * grain[0] * grain[1]))
        soft = noise.resize(size, Image.Resampling.BICUBIC)
        weak = soft.point(lambda value, octave=octave: 128 + (value - 128) * 0.74**octave)
        picture = ImageChops.add(picture, weak, offset=-128)
    return picture


def taken(picture: Image.Image) -> bytes:
    """The file that a telephone writes of it."""
    small = BytesIO()
    picture.resize((160, 120)).save(small, "JPEG")
    exif = Image.Exif()
    exif[0x013B], exif[0x010E], exif[0x8298] = AUTHOR, PLACE, AUTHOR
    place = exif.get_ifd(0x8825)
    for key, value in _GPS.items():
        many = isinstance(value, tuple)
        place[key] = tuple(IFDRational(one) for one in value) if many else value
    out = BytesIO()
    picture.save(out, "JPEG", quality=92, exif=_with_thumbnail(exif, small.getvalue()))
    data = out.getvalue()
    comment = COMMENT.encode()
    return data[:2] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment + data[2:]


def _with_thumbnail(exif: Image.Exif, small: bytes) -> bytes:
    """EXIF with a second directory (EXIF 2.3, 4.5.4): where its JPEG begins and how long it is."""
    body = exif.tobytes()[6:]  # big- or little-endian, as its first two bytes say
    order = "little" if body[:2] == b"II" else "big"
    first = int.from_bytes(body[4:8], order)
    count = int.from_bytes(body[first : first + 2], order)
    link, second = first + 2 + 12 * count, len(body)

    def entry(tag: int, value: int) -> bytes:
        parts = ((tag, 2), (4, 2), (1, 4), (value, 4))
        return b"".join(number.to_bytes(width, order) for number, width in parts)

    begins = second + 2 + 3 * 12 + 4
    entries = (entry(0x0103, 6), entry(0x0201, begins), entry(0x0202, len(small)))
    directory = (3).to_bytes(2, order) + b"".join(entries) + bytes(4)
    linked = body[:link] + second.to_bytes(4, order) + body[link + 4 :]
    return b"Exif\0\0" + linked + directory + small
