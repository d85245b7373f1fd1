"""Official papers as values: what each says, and how that is laid out for `paper.typ`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from guangyue.kit.codes import qr_picture
from guangyue.kit.typesetting.titles import title_lines

LONGEST_LEAD = 30  # characters; a longer first sentence of （一） is text, not a heading

_NUMERAL = "[一二三四五六七八九十百]+"
_FIRST_LEVEL = re.compile(rf"{_NUMERAL}、")
_SECOND_LEVEL = re.compile(rf"（{_NUMERAL}）")

Side = Literal["left", "center", "right"]
Layout = dict[str, Any]


@dataclass(frozen=True)
class Table:
    """表格: as wide as the text; `widths` are each column's share of that."""

    headers: Sequence[str]
    rows: Sequence[Sequence[str]]
    title: str = ""
    widths: Sequence[float] = ()
    alignments: Sequence[Side] = ()


@dataclass(frozen=True)
class Bars:
    """条形图: a row of lying bars for each label; stacked where the series are parts of a whole."""

    title: str
    labels: Sequence[str]
    series: Sequence[tuple[str, Sequence[int]]]
    stacked: bool = False

    def laid_out(self) -> Layout:
        return {
            "kind": "bars",
            "title": self.title,
            "labels": list(self.labels),
            "series": [{"name": name, "values": list(values)} for name, values in self.series],
            "stacked": self.stacked,
        }


# A paragraph, whose level shows in its number, 一、（一）1.（1）; or a table; or bars.
Part = str | Table | Bars


@dataclass(frozen=True)
class Attachment:
    """附件: named under the text, and set on a page of its own if it has a body."""

    title: str
    body: Sequence[Part] = ()


@dataclass(frozen=True)
class Seal:
    """印章: a picture with a clear ground, and its width in millimetres."""

    picture: bytes
    width: int = 42


@dataclass(frozen=True)
class Check:
    """查验: a QR code of the address where anybody can check the paper, and what stands beside it."""

    address: str
    lines: Sequence[str]

    def laid_out(self) -> Layout:
        return {"picture": list(qr_picture(self.address).encode()), "lines": list(self.lines)}


@dataclass(frozen=True, kw_only=True)
class OfficialPaper:
    """公文: a paper of one office; with a signatory it goes upward."""

    issuer: str
    number: str
    title: str
    dated: date
    body: Sequence[Part]
    banner: str = ""  # else the issuer's name and 文件
    addressed_to: str = ""
    attachments: Sequence[Attachment] = ()
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    signatory: str = ""
    sealed: bool = True  # without a picture, room is left to stamp it by hand
    seal: Seal | None = None
    remark: str = ""
    copied_to: Sequence[str] = ()
    printed_by: str = ""  # else the issuer
    printed_on: date | None = None  # else the day of the paper
    two_sided: bool = True  # the 版记 then stands on the back of a sheet
    check: Check | None = None  # in the place of the 版记
    letter: bool = False  # 10.1 信函格式: a narrower head, with the number under its line

    def laid_out(self) -> Layout:
        marks = [(self.copy_number, "fangsong"), (self.secrecy, "hei"), (self.urgency, "hei")]
        return {
            **_words(self.title, self.issuer, self.dated, self.body, self.attachments),
            **_imprint(self.copied_to, self.printed_by or self.issuer, self.printed_on or self.dated),
            "marks": [{"text": words, "face": face} for words, face in marks if words],
            "banner": self.banner or f"{self.issuer}文件",
            "number": "" if self.signatory else self.number,
            "line": [self.number, "签发人：", self.signatory] if self.signatory else [],
            "addressed-to": self.addressed_to,
            "attendance": [],
            "signed-by": self.issuer,
            "sealed": self.sealed,
            "seal": list(self.seal.picture) if self.seal else [],
            "seal-width": self.seal.width if self.seal else 0,
            "remark": self.remark,
            "two-sided": self.two_sided,
            "check": self.check.laid_out() if self.check else None,
            "letter": self.letter,
        }


@dataclass(frozen=True, kw_only=True)
class Minutes:
    """会议纪要: what a meeting settled and who was there; it bears no seal."""

    meeting: str  # 聊城市全民健身工作联席会议
    number: str  # 〔2026〕1号
    office: str
    dated: date
    body: Sequence[Part]
    title: str = ""
    present: Sequence[str] = ()
    excused: Sequence[str] = ()
    observing: Sequence[str] = ()
    attachments: Sequence[Attachment] = ()
    copied_to: Sequence[str] = ()
    printed_on: date | None = None
    two_sided: bool = True

    def laid_out(self) -> Layout:
        lists = [("出席", self.present), ("请假", self.excused), ("列席", self.observing)]
        return {
            **_words(
                self.title or f"{self.meeting}纪要", self.office, self.dated, self.body, self.attachments
            ),
            **_imprint(self.copied_to, self.office, self.printed_on or self.dated),
            **({} if self.title else {"title-lines": []}),
            "marks": [],
            "banner": f"{self.meeting}纪要",
            "number": self.number,
            "line": [self.office, "", in_words(self.dated)],
            "addressed-to": "",
            "attendance": [{"label": label, "names": "、".join(names)} for label, names in lists if names],
            "signed-by": "",
            "sealed": False,
            "seal": [],
            "remark": "",
            "two-sided": self.two_sided,
        }


@dataclass(frozen=True, kw_only=True)
class PlainPaper:
    """白头件: a title and a text, without head and imprint."""

    title: str
    dated: date
    body: Sequence[Part]
    author: str = ""
    remark: str = ""
    number: str = ""

    def laid_out(self) -> Layout:
        return {
            **_words(self.title, self.author, self.dated, self.body, ()),
            **_imprint((), "", self.dated),
            "marks": [],
            "banner": "",
            "number": self.number,
            "line": [],
            "addressed-to": "",
            "attendance": [],
            "signed-by": "",
            "sealed": False,
            "seal": [],
            "remark": self.remark,
            "two-sided": False,
        }


Paper = OfficialPaper | Minutes | PlainPaper


def in_words(day: date) -> str:
    """成文日期: 2026年3月2日, months and days without noughts before them."""
    return f"{day.year}年{day.month}月{day.day}日"


def _words(
    title: str, author: str, dated: date, body: Sequence[Part], attachments: Sequence[Attachment]
) -> Layout:
    numbered = len(attachments) > 1
    return {
        "title": title.replace("\n", ""),
        "title-lines": title_lines(title),
        "author": author,
        "year": dated.year,
        "month": dated.month,
        "day": dated.day,
        "dated": in_words(dated),
        "body": [laid_part(part) for part in body],
        "attachment-names": [attachment.title for attachment in attachments],
        "attachments": [
            {
                "label": f"附件{number}" if numbered else "附件",
                "title-lines": title_lines(attachment.title),
                "body": [laid_part(part) for part in attachment.body],
            }
            for number, attachment in enumerate(attachments, start=1)
            if attachment.body
        ],
    }


def _imprint(copied_to: Sequence[str], printed_by: str, printed_on: date) -> Layout:
    return {
        "copied-to": f"{'，'.join(copied_to)}。" if copied_to else "",
        "printed-by": printed_by,
        "printed-on": f"{in_words(printed_on)}印发",
    }


def laid_part(part: Part) -> Layout:
    """A part as `paper.typ` reads it."""
    if isinstance(part, Bars):
        return part.laid_out()
    if isinstance(part, Table):
        count = len(part.headers)
        return {
            "kind": "table",
            "title": part.title,
            "headers": list(part.headers),
            "rows": [list(row) for row in part.rows],
            "widths": list(part.widths) or [1] * count,
            "alignments": list(part.alignments) or ["left"] * count,
        }
    face, lead = _lead_of(part.strip())
    return {"kind": "text", "face": face, "lead": lead, "text": part.strip().removeprefix(lead)}


def _lead_of(paragraph: str) -> tuple[str, str]:
    """The words that name the matter of 一、 or （一）, and the face they are set in."""
    sentence, stop, _ = paragraph.partition("。")
    if _FIRST_LEVEL.match(paragraph):
        return "hei", sentence + stop
    if _SECOND_LEVEL.match(paragraph) and len(sentence) <= LONGEST_LEAD:
        return "kai", sentence + stop
    return "fangsong", ""
