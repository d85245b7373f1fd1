"""标注的解析: from the words of a note to its leaders, its units by role, and its day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from guangyue.tasks.reading.carrying import Carried, read_carried
from guangyue.tasks.reading.names import is_collective, is_name, split_names
from guangyue.tasks.reading.notes import FoundNote
from guangyue.tasks.reading.roles import DUE, LABEL, LEADERS, TAIL, VERB, meaning_of_label, role_of_verb
from guangyue.tasks.reading.shapes import Flaw, ReadUnit
from guangyue.tasks.states import Role

Fault = tuple[Flaw, str]


@dataclass
class Noted:
    """What a note says."""

    leaders: list[str] = field(default_factory=list)
    units: list[ReadUnit] = field(default_factory=list)
    due: str = ""
    carried: Carried = field(default_factory=Carried)
    faults: list[Fault] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not self.units and not self.leaders

    def with_more(self, more: "Noted") -> "Noted":
        """A note that goes on in a second bracket or on the next line."""
        mine, other = self.carried, more.carried
        return Noted(
            leaders=[*self.leaders, *more.leaders],
            units=[*self.units, *more.units],
            due=self.due or more.due,
            carried=Carried(
                names=mine.names or other.names,
                first_leads=mine.first_leads or other.first_leads,
                same_below=mine.same_below or other.same_below,
            ),
            faults=[*self.faults, *more.faults],
        )


def read_note(note: FoundNote) -> Noted:
    carried, words = read_carried(note.words)
    noted = Noted(carried=carried)
    if not note.closed:
        noted.faults.append((Flaw.UNBALANCED, "责任标注的括号不配对，请核对标注到哪里为止。"))
        words = words.rstrip("）)】］]")
    if note.rests:
        noted.due = _day_of(words)
        return noted
    labels = [found for found in LABEL.finditer(words) if _is_outside(words, found.start())]
    if labels:
        _read_labels(words, labels, noted)
    else:
        _read_verbs(words, noted)
    _check(noted)
    return noted


def _read_labels(words: str, labels: list[re.Match[str]], noted: Noted) -> None:
    """牵头单位：甲；责任单位：乙、丙；完成时限：…"""
    if before := words[: labels[0].start()].strip(" ，；。"):
        _read_verbs(before, noted)
    ends = [found.start() for found in labels[1:]] + [len(words)]
    for found, end in zip(labels, ends, strict=True):
        value = words[found.end() : end].strip(" ；;。，,")
        meaning = meaning_of_label(found["label"])
        if meaning == DUE:
            noted.due = value
        elif meaning == LEADERS:
            noted.leaders.extend(name for name in re.split(r"[、，,；;\s]+", value) if name)
        elif isinstance(meaning, Role):
            _add(noted, value, meaning, label=found["label"])
        else:
            noted.faults.append((Flaw.UNKNOWN_LABEL, f"不识“{found['label']}”是什么职责，请指明。"))


def _read_verbs(words: str, noted: Noted) -> None:
    """甲牵头，乙、丙按职责分工负责；丁参与."""
    done = 0
    for found in _verbs(words):
        names = words[done : found.start()].strip(" ，,；;。")
        if names:
            qualifier = found["qualifier"]
            role = role_of_verb(found["verb"], qualifier)
            _add(noted, names, role, qualifier=f"{qualifier}{found['verb']}" if qualifier else "")
        done = found.end()
    if rest := words[done:].strip(" ，,；;。"):
        if done and not any(is_name(name) for name in split_names(rest)):
            noted.due = noted.due or _day_of(rest)
            return
        _add(noted, rest, Role.RESPONSIBLE)
        noted.faults.append((Flaw.NO_ROLE, f"“{_short(rest)}”没有写明是牵头、配合还是负责，请指明。"))


def _verbs(words: str) -> Iterator[re.Match[str]]:
    return (found for found in VERB.finditer(words) if _is_outside(words, found.start()))


def _add(noted: Noted, value: str, role: Role, *, qualifier: str = "", label: str = "") -> None:
    tail = TAIL.search(value) if label else None
    if tail:
        value, qualifier = value[: tail.start()], tail[0] if tail[0] != "负责" else ""
    names = list(split_names(value))
    if not names:
        noted.faults.append((Flaw.NO_UNIT, f"“{label or value}”后面没有单位名称，请补上。"))
    for name in names:
        noted.units.append(ReadUnit(name, role, qualifier, is_collective(name)))


def _check(noted: Noted) -> None:
    for unit in noted.units:
        if not is_name(unit.name):
            noted.faults.append((Flaw.NOT_A_UNIT, f"“{_short(unit.name)}”不像单位名称，请核对。"))
    if noted.is_empty and not noted.faults and not noted.due and not noted.carried.names:
        noted.faults.append((Flaw.NO_UNIT, "责任标注里没有读出单位，请补上。"))


def _day_of(words: str) -> str:
    found = LABEL.search(words)
    return (words[found.end() :] if found else words).strip(" ；;。，,")


def _is_outside(words: str, at: int) -> bool:
    return words.count("（", 0, at) == words.count("）", 0, at)


def _short(words: str) -> str:
    return words if len(words) <= 20 else f"{words[:20]}…"
