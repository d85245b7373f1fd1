"""What an uploaded file is, told by its content and never by its name, in a process of its own."""

import io
import pickle
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from guangyue.files import inspecting_process
from guangyue.files.inspecting_process import Seen
from guangyue.files.refusals import UnfitFile
from guangyue.kit.apart import BroughtDown, ask_apart

MEGABYTE = 1024 * 1024
MOST_BYTES = 20 * MEGABYTE


def inspect(upload: "UploadedFile[Any]", *, field: str = "file") -> Seen:
    """查验: what it is and what is to be kept of it, or a refusal at the field it came in."""
    size = upload.seek(0, io.SEEK_END)
    upload.seek(0)
    if size == 0:
        raise UnfitFile("文件是空的。", field=field)
    if size > MOST_BYTES:
        raise UnfitFile(
            f"文件有 {size / MEGABYTE:.0f} MB，最多 {MOST_BYTES // MEGABYTE} MB；请压缩以后再上传。",
            field=field,
        )
    try:
        seen, refusal = pickle.loads(  # noqa: S301  (our own process wrote it)
            ask_apart(inspecting_process, content=upload.read())
        )
    except BroughtDown as failure:
        raise UnfitFile("文件太复杂或已损坏，没能读完。", field=field) from failure
    if seen is None:
        raise UnfitFile(refusal, field=field)
    return Seen(*seen)
