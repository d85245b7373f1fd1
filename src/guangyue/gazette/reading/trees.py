"""条款树: paragraphs put under one another by the rank of their labels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Optional

from guangyue.gazette.reading.headings import has_note, is_bare
from guangyue.gazette.reading.labels import RANKS, Label, sign_of
from guangyue.gazette.reading.paragraphs import Paragraph
from guangyue.gazette.reading.shapes import Level

ON_ITS_FELLOWS = re.compile(r".{0,4}(?:上述|以上|前款)")
ON_THE_WHOLE = re.compile(
    r"本(?:意见|方案|办法|通知|计划|预案|制度|措施|规定|细则|规划|决定)|各(?:级|县|市|区|地|有关|相关|部门|单位|镇|乡)|特此"
)
SHORTEST = 6  # a shorter paragraph without a label is a fragment


@dataclass(eq=False)
class Node:
    """A clause while the tree grows. `body` keeps its paragraphs and the clauses within it in order."""

    level: Level
    label: Label | None = None
    parent: Optional["Node"] = None
    body: list["Paragraph | Node"] = field(default_factory=list)

    @property
    def rank(self) -> float:
        return self.label.rank if self.label else -1.0

    @property
    def own(self) -> list[Paragraph]:
        return [part for part in self.body if isinstance(part, Paragraph)]

    @property
    def inner(self) -> list["Node"]:
        return [part for part in self.body if isinstance(part, Node)]

    @property
    def has_words(self) -> bool:
        """Says something beyond its heading. A short sentence is words when the clause before is one too."""
        if len(self.own) != 1 or not is_bare(self.own[0].words):
            return bool(self.own)
        before = self.before
        single = before is not None and len(before.body) == 1 and _is_short_sentence(before.own[0])
        return single and _is_short_sentence(self.own[0])

    @property
    def before(self) -> Optional["Node"]:
        """The clause before this one, the last of its list so far."""
        fellows = reversed(self.parent.body) if self.parent else iter(())
        return next((one for one in fellows if isinstance(one, Node) and one is not self), None)

    def add(self, node: "Node") -> "Node":
        node.parent = self
        self.body.append(node)
        return node


def _is_short_sentence(paragraph: Paragraph) -> bool:
    return paragraph.text.endswith(("。", "；")) and is_bare(paragraph.words)


def grow(paragraphs: Sequence[Paragraph]) -> Node:
    """Twice: at first only to learn at which levels a clause has more than one paragraph."""
    several: set[Level] = set()
    _grow(paragraphs, several, learn=True)
    return _grow(paragraphs, several, learn=False)


def _grow(paragraphs: Sequence[Paragraph], several: set[Level], *, learn: bool) -> Node:
    root = Node(Level.PREAMBLE)
    top = root
    waiting: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.rows:
            top.body.extend(waiting)
            waiting = []
            top.add(Node(Level.TABLE, body=[paragraph]))
            continue
        if paragraph.label is None:
            waiting.append(paragraph)
            continue
        label = _placed(paragraph.label, top)
        paragraph.label = label
        if learn and waiting and top.has_words and label.rank == top.rank:
            several.add(top.level)
        _settle(waiting, top, label, several)
        waiting = []
        while top.parent and top.rank >= label.rank:
            top = top.parent
        node = top.add(Node(label.level, label, body=[paragraph]))
        if label.level is Level.DASH:
            node.label = _counted(label, node.before)
        top = node
    _settle(waiting, top, None, several)
    return root


def _placed(label: Label, top: Node) -> Label:
    """1.1 below 1. in a text that numbers by 一、（一）1. stands within it."""
    if label.level is not Level.DECIMAL or "." not in label.sign:
        return label
    node: Node | None = top
    while node:
        if node.label and node.level is Level.NUMBER and label.sign.startswith(f"{node.label.number}."):
            rank = RANKS[Level.NUMBER] + label.sign.count(".") / 10
            return Label(label.level, label.number, label.printed, label.sign, rank, label.end)
        node = node.parent
    return label


def _counted(label: Label, before: Node | None) -> Label:
    """A dash says no number: its place in the list is one."""
    goes_on = before is not None and before.label is not None and before.level is Level.DASH
    number = before.label.number + 1 if goes_on and before and before.label else 1
    return replace(label, number=number, sign=sign_of(label.level, number))


def _settle(waiting: Sequence[Paragraph], top: Node, label: Label | None, several: set[Level]) -> None:
    """Paragraphs without a label are of the clause before them, or of one around it when a list is over."""
    owner, heads = top, bool(waiting) and not top.has_words
    for at, paragraph in enumerate(waiting):
        if top.parent is None or (heads and not (at and label is None and _is_closing(paragraph, top))):
            top.body.append(paragraph)
            continue
        owner = _owner(paragraph, owner, label, several)
        if owner.parent is None:
            owner.add(Node(Level.CLOSING, body=[paragraph]))
        elif len(paragraph.text) < SHORTEST:
            owner.add(Node(Level.TEXT, body=[paragraph]))
        else:
            owner.body.append(paragraph)


def _owner(paragraph: Paragraph, owner: Node, label: Label | None, several: set[Level]) -> Node:
    if label is None and _is_closing(paragraph, owner):
        return _root(owner)
    if label is not None and label.rank >= owner.rank:
        return owner  # its list goes on
    within = owner.parent is not None and owner.parent.parent is not None
    if within and owner.parent and ON_ITS_FELLOWS.match(paragraph.text):
        return owner.parent
    if has_note(paragraph.text) and _lacks_note(owner):
        return owner
    while owner.level not in several and not _is_outermost(owner, label):
        owner = owner.parent or owner
    return owner


def _is_outermost(node: Node, label: Label | None) -> bool:
    """Its list goes on after the paragraph, or it is in no other clause, or an article with paragraphs."""
    alone = node.parent is None or node.parent.parent is None
    return alone or node.level is Level.ARTICLE or (label is not None and label.rank >= node.rank)


def _is_closing(paragraph: Paragraph, owner: Node) -> bool:
    """The last words of a text are of no clause in it."""
    if owner.parent is None or owner.parent.parent is None or _has_article(owner):
        return False
    noted = any(has_note(part.text) for part in owner.own[-1:])
    return bool(ON_THE_WHOLE.match(paragraph.text)) or (noted and not has_note(paragraph.text))


def _lacks_note(node: Node) -> bool:
    """It names no one responsible, and the clause before it does."""
    before = node.before
    return (
        before is not None
        and bool(before.own)
        and has_note(before.own[-1].text)
        and not has_note(node.own[-1].text)
    )


def _has_article(node: Node | None) -> bool:
    while node:
        if node.level is Level.ARTICLE:
            return True
        node = node.parent
    return False


def _root(node: Node) -> Node:
    while node.parent:
        node = node.parent
    return node
