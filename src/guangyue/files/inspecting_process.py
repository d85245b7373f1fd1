"""A process of its own that looks into one file: its bytes come in on stdin, what it is goes out on stdout.

A crafted file can bring its reader down, or make it ask for all the memory of the machine; then only this
process ends. It knows nothing of the rest of the program and so starts quickly.
"""

import io
import pickle
import re
import resource
import sys
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import ExifTags, Image, ImageCms, ImageOps, UnidentifiedImageError

MEGABYTE = 1024 * 1024
MOST_MEMORY = 3072 * MEGABYTE
MOST_PIXELS = 64_000_000
MOST_UNPACKED = 200 * MEGABYTE
MOST_RATIO = 200
MOST_PARTS = 5_000
MOST_PAGES = 2_000
QUALITY = 90
SMALL = 480  # pixels along the longer side of the small picture
BEIJING = timezone(timedelta(hours=8))
NEVER_ENCRYPTED = -1

ZIP, OLE, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-"
NEWER_PHOTOS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis")
PACKAGES = {  # the part that only this kind has
    "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "OFD.xml": "application/ofd",
}
PICTURES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}

LOCKED = "文件设了密码，请取消密码以后再上传。"
TORN = "文件不完整或已损坏，请重新保存或者重新拍照以后再上传。"
VAST = "文件解压以后太大，不予收下。"
ACTIVE = "PDF 里带有脚本、启动程序的动作或者夹带的文件，不能收下；请打印成新的 PDF 以后再上传。"
MACROS = "文件里带有宏，不能收下；请另存为不带宏的 .docx 或 .xlsx 以后再上传。"

# Every action names its kind in full, in plain sight or in an object stream; a name may hide behind #xx.
_ACTIVE = re.compile(rb"/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA|ImportData)(?![A-Za-z0-9_.-])")
_HIDDEN = re.compile(rb"#([0-9A-Fa-f]{2})")
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_OBJECT_STREAM = re.compile(rb"/ObjStm(?![A-Za-z0-9])")
_ONLY_DEFLATED = re.compile(rb"/Filter\s*(?:/FlateDecode|\[\s*/FlateDecode\s*\])(?![A-Za-z0-9])")
_PREDICTED = re.compile(rb"/Predictor\s+(?:[2-9]|1\d)")
LONGEST_DICTIONARY = 2_000


class Unfit(Exception):
    """Why the file is not taken, in a sentence for the person; without one, it is of no kind we take."""


class Seen(NamedTuple):
    """What a file is, and its content as it is to be kept."""

    media_type: str
    content: bytes
    pages: int | None = None
    taken_at: datetime | None = None
    small: bytes = b""


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    try:
        seen, refusal = look(sys.stdin.buffer.read()), ""
    except Unfit as unfit:
        seen, refusal = None, str(unfit)
    pickle.dump((seen and tuple(seen), refusal), sys.stdout.buffer)


def look(content: bytes) -> Seen:
    """By the first bytes the kind that it would be; then it has to be one, as a whole."""
    if content.startswith(PDF):
        return look_at_pdf(content)
    if content.startswith(ZIP):
        return look_at_package(content)
    if content.startswith(OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in content
        raise Unfit(LOCKED if locked else "旧格式的 Word、Excel 文件，请另存为 .docx 或 .xlsx 以后再上传。")
    if content[4:8] == b"ftyp" and content[8:12] in NEWER_PHOTOS:
        raise Unfit("这是 HEIC 照片，请在手机相机的设置里把格式改成“兼容性最佳”（JPEG），重新拍照再上传。")
    return look_at_picture(content)


def look_at_picture(content: bytes) -> Seen:
    """What can be seen is kept, upright; what the camera wrote beside it is not."""
    Image.MAX_IMAGE_PIXELS = None  # the bound below is ours
    warnings.simplefilter("ignore")
    try:
        picture: Image.Image = Image.open(io.BytesIO(content), formats=tuple(PICTURES))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as failure:
        raise Unfit from failure
    form = "JPEG" if picture.format == "MPO" else str(picture.format)
    width, height = picture.size
    if width * height > MOST_PIXELS:
        raise Unfit(f"照片有 {width}×{height} 个像素，太大；请缩小以后再上传。")
    try:
        picture.load()
        taken_at = _taken_at(picture)
        upright = _plain(ImageOps.exif_transpose(picture))
    except (OSError, ValueError, SyntaxError, zlib.error, EOFError) as failure:
        raise Unfit(TORN) from failure
    small = upright.convert("RGB")
    small.thumbnail((SMALL, SMALL))
    return Seen(PICTURES[form], _written(upright, form), None, taken_at, _written(small, "JPEG"))


def _plain(picture: Image.Image) -> Image.Image:
    """In the colours of screens, as pixels and nothing else."""
    clear = "transparency" in picture.info or picture.mode in ("RGBA", "LA", "PA")
    mode = "L" if picture.mode in ("1", "L") and not clear else "RGBA" if clear else "RGB"
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "CMYK") and mode == "RGB":
        picture = _in_screen_colours(picture, profile) or picture
    if picture.mode.startswith("I;16"):
        picture = picture.point(lambda value: value / 256, "L")
    bare = picture.convert(mode)
    bare.info = {}
    return bare


def _in_screen_colours(picture: Image.Image, profile: bytes) -> Image.Image | None:
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


def _written(picture: Image.Image, form: str) -> bytes:
    if form == "JPEG" and picture.mode == "RGBA":
        picture = picture.convert("RGB")
    file = io.BytesIO()
    picture.save(file, form, **({"optimize": True} if form == "PNG" else {"quality": QUALITY}))
    return file.getvalue()


def _taken_at(picture: Image.Image) -> datetime | None:
    """拍摄时间: as the camera wrote it, in Beijing time where it says no other."""
    inner = picture.getexif().get_ifd(ExifTags.IFD.Exif)
    said = str(inner.get(ExifTags.Base.DateTimeOriginal, "")).strip("\0 ")
    offset = str(inner.get(ExifTags.Base.OffsetTimeOriginal, "")).strip("\0 ")
    try:
        taken = datetime.strptime(f"{said} {offset}", "%Y:%m:%d %H:%M:%S %z")
    except ValueError:
        try:
            taken = datetime.strptime(said, "%Y:%m:%d %H:%M:%S").replace(tzinfo=BEIJING)
        except ValueError:
            return None
    return taken.astimezone(UTC)


def look_at_pdf(content: bytes) -> Seen:
    """It opens without a password, ends where it says, and does nothing by itself."""
    if b"%%EOF" not in content[-1024:]:
        raise Unfit(TORN)
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as failure:
        locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
        raise Unfit(LOCKED if locked else TORN) from failure
    if pdfium.FPDF_GetSecurityHandlerRevision(document) != NEVER_ENCRYPTED:
        raise Unfit(LOCKED)
    if pdfium.FPDFDoc_GetJavaScriptActionCount(document) or pdfium.FPDFDoc_GetAttachmentCount(document):
        raise Unfit(ACTIVE)
    for part in _parts_of_pdf(content):
        if _ACTIVE.search(_HIDDEN.sub(lambda hidden: bytes([int(hidden[1], 16)]), part)):
            raise Unfit(ACTIVE)
    pages = len(document)
    if pages > MOST_PAGES:
        raise Unfit(f"PDF 有 {pages} 页，最多 {MOST_PAGES} 页；请拆成几个文件上传。")
    try:
        for number in range(pages):
            document[number].close()
    except pypdfium2.PdfiumError as failure:
        raise Unfit(TORN) from failure
    if not pages:
        raise Unfit(TORN)
    return Seen("application/pdf", content, pages)


def _parts_of_pdf(content: bytes) -> Iterator[bytes]:
    """The file as it lies, and each of its object streams unpacked."""
    yield content
    left = MOST_UNPACKED
    for start in _STREAM.finditer(content):
        dictionary = content[max(0, start.start() - LONGEST_DICTIONARY) : start.start()]
        dictionary = _HIDDEN.sub(lambda hidden: bytes([int(hidden[1], 16)]), dictionary)
        dictionary = dictionary[dictionary.rfind(b"obj") + 3 :]
        if not _OBJECT_STREAM.search(dictionary):
            continue
        if b"/Filter" not in dictionary:
            continue
        if not _ONLY_DEFLATED.search(dictionary) or _PREDICTED.search(dictionary):
            raise Unfit(ACTIVE)  # packed so that nobody sees what it does
        try:
            unpacked = zlib.decompressobj().decompress(content[start.end() :], left)
        except zlib.error as failure:
            raise Unfit(TORN) from failure
        left -= len(unpacked)
        if left <= 0:
            raise Unfit(VAST)
        yield unpacked


def look_at_package(content: bytes) -> Seen:
    """A document of Word, Excel or OFD: unpacked once, so that a bomb or a torn file is found."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            names = [part.filename for part in parts]
            unpacked = sum(part.file_size for part in parts)
            if len(parts) > MOST_PARTS or unpacked > min(MOST_UNPACKED, MOST_RATIO * len(content)):
                raise Unfit(VAST)
            kind = next((kind for part, kind in PACKAGES.items() if part in names), None)
            if kind is None:
                raise Unfit("压缩包不能收下，请解开以后逐个上传。")
            if any(name.rpartition("/")[2].lower().startswith("vbaproject") for name in names):
                raise Unfit(MACROS)
            if package.testzip() is not None or len(set(names)) != len(names):
                raise Unfit(TORN)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as failure:
        raise Unfit(TORN) from failure
    return Seen(kind, content)


if __name__ == "__main__":
    main()
