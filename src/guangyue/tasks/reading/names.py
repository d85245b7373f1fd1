"""单位名称: a list of names taken apart, none of them in the middle."""

import re
from collections.abc import Iterator

from guangyue.gazette.reading.digest.passages import Passage, closed, split_outside_brackets

SEPARATORS = "、，,；;"
ORGAN = re.compile(
    r"(?:局|委|办|厅|院|会|部|署|部门|机构|中心|政府|公司|集团|社|银行|行|支队|大队|总队|室|单位|处|队|段|站|所|库|台|校|院校|专班|机关|馆|联|中队"
    r"|指挥部|街道|街道办|乡镇|镇|乡|企业|人大|政协|妇联|工会|团委|残联|科协|侨联|文联|县|市|区|组|园区|开发区|高新区|景区|医院|海关|协会|商会|联盟)"
    r"(?:[（(][^（()）]*[）)])?$"
)
JOINTS = re.compile(r"以及|和|及|与")
AND_OTHERS = re.compile(r"等(?:市直|有关|相关|各)*(?:部门|单位|机构|企业)?$")
COLLECTIVE = re.compile(
    r"^各|^沿线|^相关|^有关|^全市|成员单位$|(?:属|直|市|县|区|级|府)各(?:有关|相关)?[^、]*$"
    r"|(?:有关|相关|各|直属|所属|驻地)(?:县|市|区|乡|镇|街道|（|\().*(?:政府|管委会|部门|单位)$"
    r"|(?:有关|相关|各)(?:部门|单位|企业|机构|委员会)+(?:、|和)?(?:单位)?$|[市省县区]属(?!国).*(?:管委会|企业|单位|学校)$"
    r"|[市省县区]直(?:部门|单位|机关)+$"
)
CLAUSE_WORDS = re.compile(r"[。：:！？“”]|以下|列出|完成|推进|加强|任务")
LONGEST = 36


def split_names(text: str) -> Iterator[str]:
    """At 、 and ，, and at 和 where whole names stand on both sides."""
    for piece in split_outside_brackets(Passage(text, 0), SEPARATORS):
        for words in _split_joined(closed(piece.words)):
            if name := AND_OTHERS.sub("", words).strip("*.。·"):
                yield name


def is_collective(name: str) -> bool:
    """集合名称: not one organisation but several, to be expanded by whoever keeps their members."""
    return COLLECTIVE.search(name) is not None


def is_name(name: str) -> bool:
    """Whether it could be called so: an organ by its last word, and no sentence."""
    whole = is_collective(name) or ORGAN.search(name) is not None
    return whole and len(name) <= LONGEST and not CLAUSE_WORDS.search(name)


def _split_joined(words: str) -> list[str]:
    for joint in JOINTS.finditer(words):
        left, right = words[: joint.start()], words[joint.end() :]
        if len(left) > 2 and len(right) > 2 and _is_whole(left) and _is_whole(right):
            return [left, *_split_joined(right)]
    return [words]


def _is_whole(words: str) -> bool:
    outside = words.count("（") == words.count("）") and words.count("(") == words.count(")")
    last = JOINTS.split(words)[-1]
    return outside and ORGAN.search(words) is not None and len(last) > 1
