"""责任单位: who leads, answers for and supports what a clause asks, by the names that are printed."""

import re
from collections.abc import Iterator

from guangyue.gazette.reading.digest.passages import Passage, closed, split_outside_brackets
from guangyue.gazette.reading.digest.points import Body, Role

LABELS = {
    "牵头单位": Role.LEADS,
    "牵头部门": Role.LEADS,
    "责任单位": Role.ANSWERS,
    "责任部门": Role.ANSWERS,
    "负责单位": Role.ANSWERS,
    "实施单位": Role.ANSWERS,
    "配合单位": Role.SUPPORTS,
    "配合部门": Role.SUPPORTS,
    "参加单位": Role.SUPPORTS,
    "参与单位": Role.SUPPORTS,
}
LABELLED = re.compile(
    rf"(?P<label>{'|'.join(LABELS)})\**\s*[：:]\**\s*(?P<names>(?:[^。；;：:（）()\n]|[（(][^（）()]*[）)])+)"
)
BRACKETED = re.compile(r"[（(](?P<inner>(?:[^（）()。]|[（(][^（）()]*[）)])*)[）)]")
VERB = re.compile(
    r"(?:牵头(?:负责|落实|组织实施)?"
    r"|(?:等)?(?:按照?|根据|依据?)?(?:各自)?(?:职责|职能)?(?:分工)?(?:共同|分别|具体|组织)*负责(?:落实|实施|具体落实)?"
    r"|(?:按照?|根据)(?:各自)?(?:职责|职能)?分工(?:落实|实施)"
    r"|共同落实|(?:具体|组织)*实施|配合|参与|参加|协助)(?=$|[，,；;、）)。\s])"
)
PARTED = re.compile(r"[；;。]")
IN_TEXT = re.compile(
    r"(?:^|[，,。；;：:、\n]|[一二三四五]是)由(?P<names>[^，,。；;：:\n]{2,60}?)(?P<verb>牵头|负责|会同|组织)"
)
NAMED = re.compile(
    r"(?:局|委|办|厅|院|会|部|部门|机构|中心|政府|管委会|公司|集团|社|银行|行|支行|支队|大队|总队|办公室|单位|处|队|站|所|库|台|校|专班|指挥部|街道|乡镇|联社|分局|秘书长|企业)(?:（[^（）]*）|\([^()]*\))?$"
)
JOINED = re.compile(
    r"(?<=[局委办厅院会部心府司团社行队室位处门构班])(?:和|及|与|以及)(?=[市县各区省国人东有相其驻镇乡中聊])"
)
LONGEST_NAME = 40


def find_bodies(text: str, *, is_note: bool = False) -> Iterator[tuple[Passage, Body]]:
    """In a note the names may stand alone; in running text something must say what they are to do."""
    taken: list[tuple[int, int]] = []
    for found in LABELLED.finditer(text):
        taken.append(found.span())
        yield from _names(Passage(found["names"], found.start("names")), LABELS[found["label"]])
    for inner in _brackets(text, is_note):
        if not any(first < inner.end and inner.start < last for first, last in taken):
            yield from _tasks(inner, is_note)
    if not is_note:
        for found in IN_TEXT.finditer(text):
            role = Role.LEADS if found["verb"] == "牵头" else Role.ANSWERS
            yield from _names(Passage(found["names"], found.start("names")), role)


def _brackets(text: str, is_note: bool) -> Iterator[Passage]:
    stripped = text.strip()
    found = [Passage(one["inner"], one.start("inner")) for one in BRACKETED.finditer(text)]
    if is_note and not (len(found) == 1 and stripped[:1] in "（(" and stripped[-1:] in "）)"):
        yield Passage(text, 0).part(0, len(text))
    else:
        yield from found


def _tasks(passage: Passage, is_note: bool) -> Iterator[tuple[Passage, Body]]:
    """甲牵头，乙、丙按职责分工负责."""
    done = 0
    for verb in VERB.finditer(passage.words):
        first = max([done, *(parted.end() for parted in PARTED.finditer(passage.words, done, verb.start()))])
        yield from _names(passage.part(first, verb.start()), _role(verb.group()))
        done = verb.end()
    if is_note and not done:
        yield from _names(passage, Role.ANSWERS)


def _role(verb: str) -> Role:
    if verb.startswith("牵头"):
        return Role.LEADS
    return Role.SUPPORTS if verb in ("配合", "参与", "参加", "协助") else Role.ANSWERS


def _names(passage: Passage, role: Role) -> Iterator[tuple[Passage, Body]]:
    for piece in split_outside_brackets(passage, "、，,；;"):
        for name in _split_joined(piece):
            words = name.words.strip("*. ").removesuffix("等")
            if 1 < len(words) <= LONGEST_NAME and NAMED.search(closed(words)):
                first = name.words.index(words)
                yield name.part(first, first + len(words)), Body(closed(words), role)


def _split_joined(passage: Passage) -> Iterator[Passage]:
    first = 0
    for joint in JOINED.finditer(passage.words):
        yield passage.part(first, joint.start())
        first = joint.end()
    yield passage.part(first, len(passage.words))
