"""A file as an answer: nothing in it may run on our pages, and nobody on the way may keep it."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from guangyue.files.content import read_content, read_small
from guangyue.files.models import File

SHOWN = ("image/jpeg", "image/png", "image/webp", "application/pdf")
NOTHING = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
SANDBOX = f"sandbox; {NOTHING}"  # but for PDF: in a sandbox browsers do not open it


def answer_with_file(file: File, *, download: bool = False) -> HttpResponse:
    """What a browser can show is shown, unless it is to be saved; all else is saved."""
    attached = download or file.media_type not in SHOWN
    return answer_with_content(read_content(file), file.media_type, name=file.name, attached=attached)


def answer_with_small(file: File) -> HttpResponse:
    """小图 of a picture, for a page."""
    return answer_with_content(read_small(file), "image/jpeg", name=file.name, attached=False)


def answer_with_content(content: bytes, media_type: str, *, name: str, attached: bool) -> HttpResponse:
    """What is made as it is asked for, under the same care as what lies in a file."""
    headers = {
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": NOTHING if media_type == "application/pdf" else SANDBOX,
        "Content-Disposition": content_disposition_header(attached, name) or "attachment",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type=media_type, headers=headers)
