"""What a file is stands in its content, and whatever could do harm stays outside."""

import io
from pathlib import Path

import pytest
from PIL import Image
from typst import compile as typeset

from guangyue.files.inspecting_process import MOST_PIXELS, Unfit, look
from guangyue.files.inspection import MOST_BYTES, inspect
from guangyue.files.refusals import UnfitFile
from guangyue.files.tests.factories import (
    SECRET_PLACE,
    a_package,
    a_pdf,
    a_photo,
    an_object_stream,
    uploaded,
)

LAUNCHES = b"<< /S /Launch /F (calc.exe) >>"


@pytest.mark.parametrize(
    ("form", "media_type"), [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp")]
)
def test_a_photo_keeps_its_time_and_loses_its_place(form: str, media_type: str) -> None:
    photo = a_photo(form=form)
    assert SECRET_PLACE.encode() in photo

    seen = look(photo)

    assert seen.media_type == media_type
    assert seen.taken_at is not None
    assert seen.taken_at.isoformat() == "2020-06-01T01:30:00+00:00"
    assert SECRET_PLACE.encode() not in seen.content + seen.small
    kept = Image.open(io.BytesIO(seen.content))
    assert not kept.getexif()
    assert not {"exif", "xmp", "icc_profile", "comment"} & set(kept.info)


def test_a_photo_that_was_held_sideways_is_turned_upright() -> None:
    seen = look(a_photo(size=(80, 60), orientation=6))

    upright = Image.open(io.BytesIO(seen.content))
    assert upright.size == (60, 80)
    assert upright.convert("L").tobytes()[5 * 60 + 30] < 40


def test_what_was_hidden_behind_a_photo_does_not_stay() -> None:
    seen = look(a_photo() + b"<script>alert(1)</script>" + a_package("word/document.xml"))

    assert b"<script>" not in seen.content
    assert b"PK\x03\x04" not in seen.content


def test_clear_ground_of_a_seal_stays_clear() -> None:
    file = io.BytesIO()
    Image.new("RGBA", (20, 20), (200, 0, 0, 0)).save(file, "PNG")

    kept = Image.open(io.BytesIO(look(file.getvalue()).content))

    assert kept.convert("RGBA").getchannel("A").tobytes()[5 * 20 + 5] == 0


def test_a_picture_that_would_unpack_to_more_than_fits_is_refused_before_it_is_unpacked() -> None:
    file = io.BytesIO()
    Image.new("1", (9_000, MOST_PIXELS // 9_000 + 1)).save(file, "PNG")

    with pytest.raises(Unfit, match="个像素，太大"):
        look(file.getvalue())


def test_half_a_photo_is_refused() -> None:
    photo = a_photo(size=(800, 600))

    with pytest.raises(Unfit, match="不完整"):
        look(photo[: len(photo) // 2])


def test_a_heic_photo_is_refused_with_the_setting_that_helps() -> None:
    with pytest.raises(Unfit, match="JPEG"):
        look(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")


def test_a_pdf_is_counted_by_its_pages() -> None:
    seen = look(a_pdf(pages=3))

    assert (seen.media_type, seen.pages) == ("application/pdf", 3)


def test_a_pdf_that_our_own_press_made_is_taken(tmp_path: Path) -> None:
    source = tmp_path / "paper.typ"
    source.write_text("#set page(height: 5cm)\n" + "line\n\n" * 30)

    seen = look(typeset(str(source)))

    assert seen.pages is not None
    assert seen.pages > 1


@pytest.mark.parametrize(
    "content",
    [
        a_pdf(catalog=b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"),
        a_pdf(catalog=b"/OpenAction << /S /Java#53cript /JS (app.alert\\(1\\)) >>"),
        a_pdf(catalog=b"/OpenAction " + LAUNCHES),
        a_pdf(b"100 0 obj\n" + LAUNCHES + b"\nendobj\n", catalog=b"/OpenAction 100 0 R"),
        a_pdf(an_object_stream(LAUNCHES), catalog=b"/OpenAction 101 0 R"),
        a_pdf(an_object_stream(LAUNCHES, entries=b"/DecodeParms << /Predictor 12 >>")),
        a_pdf(an_object_stream(b"<< >>").replace(b"/FlateDecode", b"/LZWDecode")),
        a_pdf(catalog=b"/Names << /EmbeddedFiles << /Names [(a) 100 0 R] >> >>"),
        a_pdf(catalog=b"/AcroForm << /XFA [] >>"),
    ],
)
def test_a_pdf_that_does_something_by_itself_is_refused(content: bytes) -> None:
    with pytest.raises(Unfit, match="脚本"):
        look(content)


def test_an_object_stream_of_nothing_harmful_is_taken() -> None:
    assert look(a_pdf(an_object_stream(b"<< /Title (x) >>"))).pages == 1


def test_half_a_pdf_is_refused() -> None:
    content = a_pdf(pages=5)

    with pytest.raises(Unfit, match="不完整"):
        look(content[: len(content) // 2])


def test_a_pdf_with_an_archive_behind_it_is_refused() -> None:
    with pytest.raises(Unfit):
        look(a_pdf() + a_package("word/document.xml", content=b"<xml/>" * 2_000) + b"\0" * 2_000)


def test_a_locked_workbook_is_refused_with_what_helps() -> None:
    with pytest.raises(Unfit, match="密码"):
        look(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))


@pytest.mark.parametrize(
    ("part", "ending"),
    [("word/document.xml", "document"), ("xl/workbook.xml", "sheet"), ("OFD.xml", "ofd")],
)
def test_documents_are_told_by_what_they_hold(part: str, ending: str) -> None:
    assert look(a_package(part)).media_type.endswith(ending)


def test_an_archive_a_bomb_and_macros_are_refused() -> None:
    with pytest.raises(Unfit, match="逐个上传"):
        look(a_package("readme.txt"))
    with pytest.raises(Unfit, match="太大"):
        look(a_package("word/document.xml", content=b"\0" * 20_000_000))
    with pytest.raises(Unfit, match="宏"):
        look(a_package("word/document.xml", "word/vbaProject.bin"))


def test_a_torn_document_is_refused() -> None:
    content = a_package("word/document.xml", content=bytes(range(256)) * 40)

    with pytest.raises(Unfit, match="不完整"):
        look(content[: len(content) - 30])


@pytest.mark.parametrize("content", [b"<html><script>1</script></html>", b"MZ\x90", b"GIF89a", b"<svg/>"])
def test_nothing_else_is_taken(content: bytes) -> None:
    with pytest.raises(UnfitFile, match="只收"):
        inspect(uploaded(content))


def test_the_refusal_stands_at_the_field_it_came_in() -> None:
    with pytest.raises(UnfitFile, match="空") as empty:
        inspect(uploaded(b""), field="plan")
    with pytest.raises(UnfitFile, match="最多 20 MB"):
        inspect(uploaded(b"\0" * (MOST_BYTES + 1)))

    assert empty.value.field == "plan"
