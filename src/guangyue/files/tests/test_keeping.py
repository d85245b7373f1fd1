"""A file that was taken lies once under its fingerprint, and goes out so that it can do nothing."""

import os
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from guangyue.files.answers import answer_with_file, answer_with_small
from guangyue.files.content import place_of, read_content
from guangyue.files.models import File
from guangyue.files.refusals import ContentLost, UnfitFile
from guangyue.files.services import harmless_name, keep_file
from guangyue.files.tests.factories import a_package, a_pdf, a_photo, uploaded
from guangyue.files.upkeep import sweep

pytestmark = pytest.mark.django_db

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def keep(content: bytes, name: str = "材料") -> File:
    return keep_file(upload=uploaded(content, name), by=None, at=AT)


def test_a_file_is_what_its_content_says_whatever_it_is_called() -> None:
    file = keep(a_photo(form="PNG"), "营业执照.pdf")

    assert (file.media_type, file.name) == ("image/png", "营业执照.png")
    assert file.sha256 == sha256(read_content(file)).hexdigest()
    assert file.size == len(read_content(file))


def test_the_same_file_twice_has_two_rows_and_one_content(state_folder: Path) -> None:
    first, second = keep(a_pdf()), keep(a_pdf())

    assert first.sha256 == second.sha256
    assert [place for place in state_folder.rglob("*") if place.is_file()] == [place_of(first.sha256)]


def test_nothing_is_kept_of_what_is_refused(state_folder: Path) -> None:
    with pytest.raises(UnfitFile):
        keep(b"<html>")

    assert not File.objects.exists()
    assert not list(state_folder.iterdir())


@pytest.mark.parametrize(
    ("name", "harmless"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\x\\平面图.DOCX", "平面图.pdf"),
        ("a\u202efdp.exe", "afdp.pdf"),
        ('坏"名<字>.pdf', "坏名字.pdf"),
        ("...", "附件.pdf"),
        ("长" * 300, "长" * 100 + ".pdf"),
    ],
)
def test_names_are_made_harmless(name: str, harmless: str) -> None:
    assert harmless_name(name, media_type="application/pdf") == harmless


def test_a_picture_is_shown_in_a_sandbox_and_a_document_is_saved() -> None:
    picture = answer_with_file(keep(a_photo(), "现场照片.jpg"))
    document = answer_with_file(keep(a_package("word/document.xml"), "申请表.docx"))

    assert picture["Content-Security-Policy"].startswith("sandbox")
    assert picture["X-Content-Type-Options"] == "nosniff"
    assert picture["Cache-Control"] == "private, no-store"
    assert picture["Content-Disposition"].startswith("inline; filename*=utf-8''%E7%8E%B0")
    assert document["Content-Disposition"].startswith("attachment; filename*=utf-8''%E7%94%B3")


def test_a_picture_has_a_small_one_for_pages() -> None:
    file = keep(a_photo(size=(1200, 900)))

    small = answer_with_small(file)

    assert small["Content-Type"] == "image/jpeg"
    assert len(small.content) < file.size


def test_content_that_is_gone_is_told_and_no_server_error() -> None:
    file = keep(a_pdf())
    place_of(file.sha256).unlink()

    with pytest.raises(ContentLost):
        read_content(file)


def test_what_nobody_speaks_of_for_a_day_is_swept_away() -> None:
    kept, dropped, fresh = keep(a_pdf(pages=1)), keep(a_photo()), keep(a_pdf(pages=2))
    File.objects.filter(pk__in=[dropped.pk, fresh.pk]).delete()
    _put_back(kept, dropped)

    sweep.run(at=datetime.now(UTC))

    assert read_content(kept)
    assert read_content(fresh)
    assert not list(place_of(dropped.sha256).parent.iterdir())


def _put_back(*files: File) -> None:
    """As if their contents were written two days ago."""
    then = (datetime.now(UTC) - timedelta(days=2)).timestamp()
    for file in files:
        for place in place_of(file.sha256).parent.iterdir():
            os.utime(place, (then, then))
