"""排版差错 within one line: what print, scan and markup leave in a text, found and taken away."""

import html
import re
import unicodedata
from collections.abc import Callable

from guangyue.gazette.reading.shapes import Line, Noise, Repair, Span

HAN = "\u3400-\u9fff"
OF_CHINESE = f"[{HAN}，。；：！？、（）《》〈〉“”‘’〔〕〇％—…]"

UNSEEN = re.compile(r"[\r\n\f\v\x00\u2028\u2029\x1c-\x1e\x85\u3000\xa0\ufeff\u200b]")
HEADING = re.compile(r"^\s*(?:#{1,6}|>)\s+")
EMPHASIS = re.compile(r"\*\*|__")
ESCAPED = re.compile(r"\\([\\.*_#()\[\]+~-])")
BULLET = re.compile(
    r"^\s*[-*•●]\s+(?=[（(]?[一二三四五六七八九十百\d]+[）)、.．]|第[一二三四五六七八九十百]+[章节条]|附件)"
)
TAG = re.compile(r"</?[A-Za-z][^<>]{0,60}>|<!--.*?-->|!\[[^\]]*\]\([^)]*\)")
SUBSCRIPT = re.compile(r"(?<=[A-Za-z])[_^](?:\{(\w{1,4})\}|(\w))(?![A-Za-z])")
FOREIGN_AND = re.compile(rf"(?<={OF_CHINESE})\s*\band\b\s*(?={OF_CHINESE})", re.ASCII)
COMMA = re.compile(r"(?<![0-9A-Za-z]),|,(?![0-9A-Za-z])")
COLON = re.compile(r"(?<!\d):(?!//)|:(?![\d/])")
AFTER_MARK = re.compile(rf"(?<=[，；：！？])[ \t]+(?=[{HAN}（《“\d])")
HALF_WIDTH = str.maketrans("();!?", "（）；！？")
VARIANTS = str.maketrans(
    "辦暫號財會發業務區縣國際實關於與為個從來對開門間問長東車馬農產監項頁領導題願總標構樣機權條"
    "術設計許評試該說請調論證議護貫質資購費賃貸環現規視覺觀補裝複見訂記託處備復應戰據損換擔擬擴類繼續經"
    "給統維網線綠績級約組細終結絡縮職聯聽臨舉興舊藝節蘇藥蟲衛聲陽陰陸陳險隊階隨難電靜頓須預頒額飲館驗體點",
    "办暂号财会发业务区县国际实关于与为个从来对开门间问长东车马农产监项页领导题愿总标构样机权条"
    "术设计许评试该说请调论证议护贯质资购费赁贷环现规视觉观补装复见订记托处备复应战据损换担拟扩类继续经"
    "给统维网线绿绩级约组细终结络缩职联听临举兴旧艺节苏药虫卫声阳阴陆陈险队阶随难电静顿须预颁额饮馆验体点",
)
STRAY = re.compile(r"[-—–_=*·•.~\s]{3,}|[-—–·•]+\s*\d{1,4}\s*[-—–·•]+|第\s*\d{1,4}\s*页")
NOT_WRITTEN = re.compile(r"[\W_]")
SPACES = re.compile(r"\s+")


def tidy(number: int, printed: str) -> tuple[Line, list[Repair]]:
    """The line as it is read, and what was repaired to get there."""
    text, repairs = _plain(printed), []
    for noise, repair in REPAIRS:
        repaired = repair(text).strip(" ")
        if repaired != text:
            before, after = _difference(text, repaired)
            repairs.append(Repair(noise, Span(number, number), before, after))
            text = repaired
    return Line(number, text), repairs


def unmarked(printed: str) -> str:
    """As printed, without what only the conversion of the file has put there."""
    return _without_markup(_without_remnants(_plain(printed))).strip(" ")


def is_stray(text: str) -> bool:
    """Nothing that was written: a rule, the number of a page, or what is empty without its markup."""
    return not text.strip() or STRAY.fullmatch(text) is not None


def squeezed(text: str) -> str:
    """Without the spaces that a broken or spread title leaves between its characters."""
    return SPACES.sub("", text)


def folded(text: str) -> str:
    """The same however a title was printed: its characters, without marks, widths and variants."""
    return NOT_WRITTEN.sub("", unicodedata.normalize("NFKC", text)).translate(VARIANTS)


def _plain(printed: str) -> str:
    return UNSEEN.sub(" ", printed).strip(" ")


def _without_remnants(text: str) -> str:
    if "<" in text or "![" in text:
        text = TAG.sub("", text)
    if "&" in text:
        text = html.unescape(text)
    return SUBSCRIPT.sub(lambda match: match[1] or match[2], text) if "_" in text or "^" in text else text


def _without_markup(text: str) -> str:
    text = EMPHASIS.sub("", HEADING.sub("", text))
    return ESCAPED.sub(r"\1", text) if "\\" in text else text


def _without_bullet(text: str) -> str:
    return BULLET.sub("", text)


def _with_wide_marks(text: str) -> str:
    """Half-width marks in Chinese text; in figures and addresses they stay."""
    if text.isascii():
        return text
    wide = COLON.sub("：", COMMA.sub("，", text.translate(HALF_WIDTH)))
    return AFTER_MARK.sub("", wide) if wide != text else text


def _with_chinese_and(text: str) -> str:
    return FOREIGN_AND.sub("和", text) if "and" in text else text


def _without_variants(text: str) -> str:
    return text.translate(VARIANTS)


REPAIRS: tuple[tuple[Noise, Callable[[str], str]], ...] = (
    (Noise.MARKUP_REMNANT, _without_remnants),
    (Noise.MARKUP, _without_markup),
    (Noise.BULLET, _without_bullet),
    (Noise.MARKUP, _with_wide_marks),
    (Noise.FOREIGN_AND, _with_chinese_and),
    (Noise.VARIANT_CHARACTER, _without_variants),
)


def _difference(before: str, after: str) -> tuple[str, str]:
    """Both without what they begin and end with in common."""
    start, shorter = 0, min(len(before), len(after))
    while start < shorter and before[start] == after[start]:
        start += 1
    end = 0
    while end < shorter - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return before[start : len(before) - end], after[start : len(after) - end]
