"""Small files of every sort that carries text, made by hand, so that what is in them is known."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping
from io import BytesIO

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from PIL.TiffImagePlugin import IFDRational

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">{}</cp:coreProperties>'
)


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def docx(*runs: str, inside: str = "", **members: str) -> bytes:
    """One paragraph in runs; ``inside`` stands behind it; members as ``core="<…>"``."""
    text = "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs)
    parts = {"word/document.xml": f"<w:document {W}><w:p>{text}</w:p>{inside}</w:document>"}
    for name, xml in members.items():
        whole = CORE.format(xml) if name == "core" else f"<w:x {W}><w:p>{xml}</w:p></w:x>"
        parts[f"docProps/{name}.xml" if name == "core" else f"word/{name}.xml"] = whole
    return zipped(parts)


def odt(text: str, meta: str = "") -> bytes:
    names = 'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:d="dc"'
    return zipped(
        {"content.xml": f"<o {names}><t:p>{text}</t:p></o>", "meta.xml": f"<o {names}>{meta}</o>"}
    )


def xlsx(*values: str) -> bytes:
    cells = "".join(f'<c r="A{n}"><v>{value}</v></c>' for n, value in enumerate(values, 1))
    return zipped({"xl/worksheets/sheet1.xml": f"<worksheet><row>{cells}</row></worksheet>"})


def pdf(*pages: str, info: str = "", trailer: str = "") -> bytes:
    """Pages of one line each in a standard font; ``info`` as PDF writes it (``/Author (X)``)."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        f"<< {info} >>",
    ]
    for number, text in enumerate(pages):
        stream = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET"
        font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            f"/Resources << /Font << /F1 {font} >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    return _numbered(objects, trailer)


def _numbered(objects: list[str], trailer: str) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        out
        + f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R "
        f"/Info 3 0 R {trailer} >>\nstartxref\n{len(out)}\n%%EOF\n".encode()
    )


XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-'
    'syntax-ns#"><rdf:Description>{}</rdf:Description></rdf:RDF></x:xmpmeta>'
)


def jpeg(
    comment: str = "",
    *,
    gps: bool = False,
    artist: str = "",
    xmp: str = "",
    city: str = "",
    size: tuple[int, int] = (64, 48),
) -> bytes:
    """A photograph as a phone or an editor leaves it."""
    image = Image.effect_noise(size, 80).convert("RGB")
    exif = image.getexif()
    if gps:
        degrees = (IFDRational(52), IFDRational(13), IFDRational(46))
        exif.get_ifd(0x8825).update({1: "N", 2: degrees, 3: "E", 4: degrees})
    if artist:
        exif[0x013B] = artist
    more = {"comment": comment.encode()} if comment else {}
    if xmp:
        more["xmp"] = XMP.format(xmp).encode()
    buffer = BytesIO()
    image.save(buffer, "JPEG", exif=exif, **more)
    return _with_iptc(buffer.getvalue(), city) if city else buffer.getvalue()


def _with_iptc(data: bytes, city: str) -> bytes:
    """Photoshop's block with IPTC's city (2:90) behind the first marker."""
    value = city.encode()
    iptc = b"\x1c\x02\x5a" + struct.pack(">H", len(value)) + value
    block = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", len(iptc)) + iptc
    block += b"\0" * (len(iptc) % 2)
    return data[:2] + b"\xff\xed" + struct.pack(">H", len(block) + 2) + block + data[2:]


def png(text: str) -> bytes:
    told, buffer = PngInfo(), BytesIO()
    told.add_text("Comment", text)
    Image.new("RGB", (64, 48)).save(buffer, "PNG", pnginfo=told)
    return buffer.getvalue()
