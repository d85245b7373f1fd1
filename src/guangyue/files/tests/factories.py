"""Files as people and phones make them, and as nobody should, for tests."""

import io
import zipfile
import zlib
from datetime import datetime

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import ExifTags, Image

from guangyue.files.models import File
from guangyue.files.services import keep_file

SECRET_PLACE = "聊城东湖".encode().hex()  # what a camera might give away


def uploaded(content: bytes, name: str = "材料.bin") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def a_photo(*, form: str = "JPEG", size: tuple[int, int] = (80, 60), orientation: int = 1) -> bytes:
    """With the place it was taken at, the time, a comment, and its left half dark."""
    picture = Image.new("RGB", size, (250, 250, 250))
    picture.paste((10, 10, 10), (0, 0, size[0] // 2, size[1]))
    exif = picture.getexif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.ImageDescription] = SECRET_PLACE
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    inner[ExifTags.Base.DateTimeOriginal] = "2020:06:01 09:30:00"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (36.0, 27.0, 12.0)
    file = io.BytesIO()
    picture.save(file, form, exif=exif)
    return file.getvalue()


def a_kept_photo(*, at: datetime) -> File:
    """What a person handed in, as the rows of others lead to it."""
    return keep_file(upload=uploaded(a_photo(), "照片.jpg"), by=None, at=at)


def a_pdf(extra: bytes = b"", *, catalog: bytes = b"", pages: int = 1) -> bytes:
    """A document of empty pages; `extra` objects begin with number 100."""
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(pages))
    objects = [
        b"1 0 obj\n<< /Type /Catalog /Pages 2 0 R " + catalog + b" >>\nendobj\n",
        b"2 0 obj\n<< /Type /Pages /Count %d /Kids [%s] >>\nendobj\n" % (pages, kids),
        *(
            b"%d 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] >>\nendobj\n" % (number + 3)
            for number in range(pages)
        ),
        extra,
    ]
    return b"%PDF-1.7\n" + b"".join(objects) + b"trailer\n<< /Root 1 0 R /Size 200 >>\nstartxref\n0\n%%EOF\n"


def an_object_stream(content: bytes, *, entries: bytes = b"") -> bytes:
    packed = zlib.compress(b"101 0 " + content)
    dictionary = b"/Type /ObjStm /N 1 /First 6 /Filter /FlateDecode %s /Length %d" % (entries, len(packed))
    return b"100 0 obj\n<< " + dictionary + b" >>\nstream\n" + packed + b"\nendstream\nendobj\n"


def a_package(*parts: str, content: bytes = b"<xml/>") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for part in ("[Content_Types].xml", *parts):
            package.writestr(part, content)
    return file.getvalue()
