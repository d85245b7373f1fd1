"""Official papers: what a clerk would measure on the page, and what the file must be to be kept."""

import io
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

import docx
import pypdfium2
import pypdfium2.raw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from guangyue.kit.typesetting import (
    Attachment,
    Bars,
    CharactersMissing,
    Minutes,
    NoChineseFont,
    OfficialPaper,
    Part,
    Seal,
    Table,
    UnreadableSeal,
    answer_with,
    as_docx,
    typeset,
)
from guangyue.kit.typesetting.fonts import choose_faces
from guangyue.kit.typesetting.titles import FULL_LINE, title_lines, width_of

OF_NO_FONT = "\N{SIGNWRITING HAND-FIST INDEX}"
SENTENCE = "请各单位结合实际认真组织实施并按时报送进展情况"  # 23 characters, none of them a mark

NOTICE = OfficialPaper(
    issuer="聊城市人民政府",
    number="聊政任〔2026〕5号",
    title="聊城市人民政府关于任免张骉等工作人员职务的通知",
    dated=date(2026, 3, 2),
    addressed_to="各县（市、区）人民政府",
    body=["市人民政府决定，任命：", "张骉为聊城市教育考试院副院长（试用期一年）。"],
)


class Pages:
    """A PDF as its reader meets it; lengths in millimetres from the upper left corner."""

    def __init__(self, content: bytes) -> None:
        self.document = pypdfium2.PdfDocument(content)

    def __len__(self) -> int:
        return len(self.document)

    @property
    def texts(self) -> list[str]:
        return [page.get_textpage().get_text_range() for page in self.document]

    @property
    def text(self) -> str:
        return "".join("".join(self.texts).split())

    def box(self, words: str, page: int = 0) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the words where they first stand."""
        textpage = self.document[page].get_textpage()
        found = textpage.search(words).get_next()
        assert found, f"{words} does not stand on page {page + 1}"
        boxes = [textpage.get_charbox(index, loose=True) for index in range(found[0], sum(found))]
        height = self.document[page].get_height()
        left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
        top, bottom = max(box[3] for box in boxes), min(box[1] for box in boxes)
        return left / MM, (height - top) / MM, right / MM, (height - bottom) / MM


MM = 72 / 25.4


def paper(*body: Part) -> Pages:
    return Pages(typeset(replace(NOTICE, body=body)))


def seal() -> Seal:
    file = io.BytesIO()
    Image.new("RGBA", (42, 42), (220, 0, 20, 128)).save(file, "PNG")
    return Seal(file.getvalue())


# What stands where


def test_a_notice_says_all_that_it_is_given() -> None:
    text = Pages(typeset(NOTICE)).text

    for words in (
        "聊城市人民政府文件",
        "聊政任〔2026〕5号",
        "各县（市、区）人民政府：",
        "张骉为聊城市教育考试院副院长（试用期一年）。",
        "2026年3月2日",
        "2026年3月2日印发",
    ):
        assert words in text


def test_the_page_is_a4_and_the_text_keeps_within_156_by_225_millimetres() -> None:
    pages = paper(*[SENTENCE * 3] * 30)

    width, height = pages.document[1].get_size()
    assert (round(width / MM), round(height / MM)) == (210, 297)
    lefts, tops, rights, bottoms = zip(
        *(pages.box(line[:5], 1) for line in lines_of(pages, 1)[:-1]), strict=True
    )
    assert min(lefts) >= 28 - 0.5
    assert max(rights) <= 210 - 26 + 0.5
    assert min(tops) >= 37 - 1
    assert max(bottoms) <= 297 - 35 + 1


def lines_of(pages: Pages, page: int) -> list[str]:
    return [line for line in pages.texts[page].splitlines() if line.strip()]


def test_a_full_page_has_22_lines_of_28_characters() -> None:
    *lines, number = lines_of(paper(SENTENCE * 80), 1)

    assert number.strip() == "— 2 —"
    assert [len(line.strip()) for line in lines] == [28] * 22


def test_page_numbers_stand_outward_7_millimetres_below_the_text() -> None:
    pages = paper(*[SENTENCE * 3] * 30)

    odd, even = pages.box("— 1 —", 0), pages.box("— 2 —", 1)
    assert odd[2] == pytest.approx(210 - 26 - 14 / MM, abs=1.5)
    assert even[0] == pytest.approx(28 + 14 / MM, abs=1.5)
    assert (odd[1] + odd[3]) / 2 == pytest.approx(297 - 35 + 7, abs=1.5)


def test_under_a_seal_the_day_ends_four_characters_from_the_right() -> None:
    pages = Pages(typeset(replace(NOTICE, two_sided=False)))

    name, day = pages.box("聊城市人民政府\r\n2026年3月2日"), pages.box("2026年3月2日\r\n")
    assert day[2] == pytest.approx(210 - 26 - 4 * 156 / 28, abs=1)
    assert (name[0] + name[2]) / 2 == pytest.approx((day[0] + day[2]) / 2, abs=1)


def test_the_seal_is_drawn_over_the_name_and_the_day() -> None:
    pages = Pages(typeset(replace(NOTICE, seal=seal())))

    images = [
        item.get_bounds()
        for page in pages.document
        for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
    ]
    ((left, bottom, right, top),) = images
    day = pages.box("2026年3月2日\r\n", 0)
    assert (right - left) / MM == pytest.approx(42, abs=0.5)
    assert (left + right) / 2 / MM == pytest.approx((day[0] + day[2]) / 2, abs=1)
    assert 297 - top / MM < day[1] < 297 - bottom / MM


@pytest.mark.parametrize("lines", range(8, 18))
def test_the_signature_never_stands_on_a_page_without_text(lines: int) -> None:
    pages = paper(*[SENTENCE] * lines)

    (signed,) = [text for text in pages.texts if "2026年3月2日\r\n" in text.replace("印发", "")]
    assert SENTENCE[:6] in signed


def test_the_imprint_stands_at_the_foot_of_the_back_of_a_sheet() -> None:
    short, long = Pages(typeset(NOTICE)), paper(*[SENTENCE * 3] * 10)

    assert len(short) == 2
    assert len(long) % 2 == 0
    assert short.box("2026年3月2日印发", 1)[3] == pytest.approx(297 - 35, abs=3)


def test_a_paper_printed_on_one_side_keeps_its_imprint_on_the_last_page() -> None:
    pages = Pages(typeset(replace(NOTICE, title="关于任免职务的通知", two_sided=False)))

    assert len(pages) == 1
    assert "印发" in pages.text


def test_an_empty_page_before_the_imprint_bears_no_number() -> None:
    for count in range(1, 60):
        pages = paper(*[SENTENCE] * count)
        if len(pages) == 4 and "印发" in pages.texts[3] and not pages.texts[2].strip():
            assert "—" not in pages.texts[3]
            return
    pytest.fail("no paper of these lengths has an empty page")


def test_attachments_are_named_under_the_text_and_begin_pages_of_their_own() -> None:
    listed = Attachment("成员单位名单（略）")
    printed = Attachment("任务分工表", [Table(["序号", "任务"], [["1", "建立台账"], ["2", "按月更新"]])])

    pages = Pages(typeset(replace(NOTICE, attachments=[listed, printed])))

    assert "附件：1.成员单位名单（略）2.任务分工表" in pages.text
    (attached,) = [text for text in pages.texts if text.startswith("附件2")]
    assert "建立台账" in attached


def test_the_head_of_a_table_stands_again_on_the_next_page() -> None:
    rows = [[str(number), "建立台账"] for number in range(60)]

    pages = paper(Table(["序号", "任务"], rows, title="任务分工", widths=(1, 4)), SENTENCE)

    assert sum("序号" in text for text in pages.texts) > 1


def test_bars_say_their_labels_and_numbers_and_the_word_file_says_what_the_paper_says() -> None:
    bars = Bars(
        "各单位负责的事项", ("东昌府区", "茌平区"), (("已销号", (3, 0)), ("逾期", (1, 2))), stacked=True
    )
    table = Table(("单位", "逾期"), (("东昌府区", "1"), ("茌平区", "2")))
    made = replace(NOTICE, body=("一、总体情况", bars, table))

    said = Pages(typeset(made)).text
    written = docx.Document(io.BytesIO(as_docx(made)))

    assert all(word in said for word in ("各单位负责的事项", "已销号", "茌平区", "4"))
    assert [line.text for line in written.paragraphs if line.text][:3] == [
        made.title,
        "各县（市、区）人民政府：",
        "一、总体情况",
    ]
    assert [[cell.text for cell in row.cells] for row in written.tables[0].rows][1:] == [
        ["东昌府区", "1"],
        ["茌平区", "2"],
    ]
    assert len(written.inline_shapes) == 1


def test_a_paper_that_goes_upward_names_its_signatory() -> None:
    pages = Pages(typeset(replace(NOTICE, signatory="王某某", sealed=False)))

    number, signatory = pages.box("聊政任〔2026〕5号"), pages.box("签发人：王某某")
    assert number[0] == pytest.approx(28 + 156 / 28, abs=1)
    assert signatory[2] == pytest.approx(210 - 26 - 156 / 28, abs=1)
    assert number[1] == pytest.approx(signatory[1], abs=1)


def test_minutes_say_who_was_there_and_bear_no_signature() -> None:
    minutes = Minutes(
        meeting="聊城市全民健身工作联席会议",
        number="〔2026〕1号",
        office="联席会议办公室",
        dated=date(2026, 12, 20),
        body=["会议听取了全年工作情况。", "一、关于明年安排", SENTENCE],
        present=["市教育体育局 甲", "市财政局 乙"],
        observing=["市体育中心 丙"],
    )

    text = Pages(typeset(minutes)).text

    assert text.startswith("聊城市全民健身工作联席会议纪要〔2026〕1号联席会议办公室2026年12月20日会议听取了")
    assert "出席：市教育体育局甲、市财政局乙列席：市体育中心丙" in text
    assert "请假" not in text


# What the file is


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert typeset(NOTICE) == typeset(replace(NOTICE))


def test_the_file_is_pdf_a_with_its_title_and_author() -> None:
    content = typeset(NOTICE)

    described = pypdfium2.PdfDocument(content).get_metadata_dict()
    assert described["Title"] == NOTICE.title
    assert described["Author"] == NOTICE.issuer
    assert b"<pdfaid:part>2</pdfaid:part>" in content
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in content


def test_every_font_is_embedded() -> None:
    pages = paper(SENTENCE, "一、要求", "（一）分工。" + SENTENCE, Table(["甲"], [["乙"]]))

    raw = pypdfium2.raw
    words = [item for page in pages.document for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])]
    assert words
    assert all(raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(item)) for item in words)


def test_rare_characters_of_names_are_set() -> None:
    assert "骉①㎡〔〕堃喆㸆" in paper("骉①㎡〔〕堃喆㸆").text


def test_a_character_that_no_font_has_is_named() -> None:
    with pytest.raises(CharactersMissing, match=f"已安装的字体里没有“{OF_NO_FONT}”"):
        paper(f"张{OF_NO_FONT}")


@pytest.mark.parametrize(
    "words", ['#read("/etc/passwd")', "$x^2$ *粗* _斜_ @引 <标> \\ // /* */", "[#panic()]"]
)
def test_markup_in_the_words_stays_words(words: str) -> None:
    assert "".join(words.split()) in paper(words).text


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(max_codepoint=0x2FF, exclude_categories=("L", "M", "S", "N"))))
def test_control_characters_and_marks_break_nothing(words: str) -> None:
    with suppress(CharactersMissing):
        typeset(replace(NOTICE, title=words, body=[words, Table([words], [[words]])]))


def test_a_word_longer_than_a_line_is_broken() -> None:
    pages = paper("见 http://127.0.0.1/" + "a" * 200)

    assert all(pages.box(line[:3])[2] <= 210 - 26 for line in lines_of(pages, 0) if "aaa" in line)


def test_a_picture_that_is_none_is_refused() -> None:
    with pytest.raises(UnreadableSeal):
        typeset(replace(NOTICE, seal=Seal(b"no picture")))


def test_the_browser_opens_the_paper_under_its_number_and_title() -> None:
    response = answer_with(NOTICE)

    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("inline; filename*=utf-8''%E8%81%8A%E6%94%BF")


# Faces and titles


def test_the_citys_own_fonts_come_before_the_free_ones() -> None:
    office = choose_faces(
        frozenset({"FangSong", "SimSun", "SimHei", "KaiTi", "FZXiaoBiaoSong-B05S", "Noto Serif SC"})
    )

    assert office.fangsong[0] == "FangSong"
    assert office.title[0] == "FZXiaoBiaoSong-B05S"
    assert office.missing == ()


def test_a_machine_with_free_fonts_only_says_what_they_stand_in_for() -> None:
    free = choose_faces(frozenset({"Noto Serif SC", "Noto Sans SC", "DejaVu Sans"}))

    assert free.fangsong == ("Noto Serif SC",)
    assert free.hei == ("Noto Sans SC", "Noto Serif SC")
    assert free.missing == ("仿宋", "小标宋", "楷体")


def test_a_machine_without_a_chinese_font_is_told_so_in_one_line() -> None:
    with pytest.raises(NoChineseFont, match="没有可用的中文字体"):
        choose_faces(frozenset({"DejaVu Sans"}))


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("关于年度考核结果的通知", ["关于年度考核结果的通知"]),
        (
            "聊城市人民政府关于任免张骉等工作人员职务的通知",
            ["聊城市人民政府", "关于任免张骉等工作人员职务的通知"],
        ),
        ("聊城市人民政府\n关于任免职务的通知", ["聊城市人民政府", "关于任免职务的通知"]),
    ],
)
def test_a_title_breaks_between_words(title: str, lines: Sequence[str]) -> None:
    assert title_lines(title) == lines


@given(st.text("聊城市人民政府办公室关于印发实施方案的通知〔2026〕《》、", min_size=1, max_size=70))
def test_no_title_loses_a_character_or_overruns_its_line(title: str) -> None:
    lines = title_lines(title)

    assert "".join(lines) == title
    assert all(width_of(line) <= FULL_LINE for line in lines)
