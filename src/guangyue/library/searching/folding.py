"""归一: what is written in several ways is searched in one, and found where it stands."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

# Forms that the variants of a printed text take: 管理辦法 is searched as 管理办法.
VARIANTS = str.maketrans(
    dict(
        zip(
            "辦暫規劃區縣鎮鄉務員會議關於實施發與業產資財稅費補貼單責錄電機車質標準級環農糧醫藥衛學術導領組織網絡"
            "數據報檢驗監測評審計統訊號種類從爲為無後時間開設應對當長來個們這進遠還過運達適選連邊書寫讀證許認"
            "處備點線紀約給結經續縮總編條體國際團圍園圖場備況產減歲歷歸臺壓廳廣慶憲戶擬據擴換損擇轉輪軟",
            "办暂规划区县镇乡务员会议关于实施发与业产资财税费补贴单责录电机车质标准级环农粮医药卫学术导领组织网络"
            "数据报检验监测评审计统讯号种类从为为无后时间开设应对当长来个们这进远还过运达适选连边书写读证许认"
            "处备点线纪约给结经续缩总编条体国际团围园图场备况产减岁历归台压厅广庆宪户拟据扩换损择转轮软",
            strict=True,
        )
    )
)
BRACKETS = str.maketrans("[]【】〖〗{}", "〔〕〔〕〔〕〔〕")
MARKUP = re.compile(r"</?su[bp]>|[#*_`|~$\\]+|^[ \t]*[-+>][ \t]+", re.IGNORECASE | re.MULTILINE)
AND = re.compile(r"(?<=[\u4e00-\u9fff]) *and *(?=[\u4e00-\u9fff])", re.IGNORECASE)
WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff〇]")


@dataclass(frozen=True)
class Folded:
    """归一后的文字, and for each of its characters the place in the text it was made from."""

    text: str
    places: tuple[int, ...]

    def origin(self, first: int, end: int) -> tuple[int, int]:
        """Where the stretch from `first` up to `end` stands in the original."""
        return self.places[first], self.places[end - 1] + 1


def fold(text: str) -> str:
    """As `trace`, for who does not ask where."""
    return trace(text).text


def trace(text: str) -> Folded:
    """Half-width, simplified, without markup, `and` as 和, and without the spaces that print puts between
    Chinese characters."""
    characters: list[str] = []
    places: list[int] = []
    skipped = {place for markup in MARKUP.finditer(text) for place in range(*markup.span())}
    ands = {found.start(): found.end() for found in AND.finditer(text)}
    joined_up_to = 0
    for place, character in enumerate(text):
        if place in ands:
            joined_up_to = ands[place]
            characters.append("和")
            places.append(place)
        if place < joined_up_to or place in skipped:
            continue
        for folded in _fold_character(character):
            characters.append(folded)
            places.append(place)
    return _without_loose_spaces(characters, places)


@cache
def _fold_character(character: str) -> str:
    if character in "〔〕":
        return character
    folded = unicodedata.normalize("NFKC", character).translate(VARIANTS).translate(BRACKETS)
    shown = "".join(one if unicodedata.category(one)[0] != "C" else " " for one in folded)
    return re.sub(r"\s+", " ", shown).lower()


def _without_loose_spaces(characters: list[str], places: list[int]) -> Folded:
    """One space between words of letters; none beside a Chinese character."""
    text: list[str] = []
    kept: list[int] = []
    for index, character in enumerate(characters):
        if character == " ":
            before = text[-1] if text else " "
            after = next((later for later in characters[index + 1 : index + 9] if later != " "), " ")
            if before == " " or after == " " or WIDE.match(before) or WIDE.match(after):
                continue
        text.append(character)
        kept.append(places[index])
    return Folded("".join(text), tuple(kept))
