"""一套材料、一张表单、一个流程: what the matters of a theme come to together. Knows no database.

A material is asked once, in its stricter form; nothing is asked that an earlier matter of the theme brings
forth or that is fetched. What is not asked says why.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property

from guangyue.bundles.pieces import Piece
from guangyue.cases.planning import GoesRound, Part, Plan, plan
from guangyue.matters.declaration import FormField, Material, Source

FORM_WORDS = ("申请表", "申请书", "登记表", "报名表")  # what the one form takes the place of
NOTHING_FETCHED: Mapping[str, str] = {}


class Why(Enum):
    """为什么不用交."""

    DUPLICATE = "重复"
    PRODUCED = "前一事项办出"
    FETCHED = "数据共享"


@dataclass(frozen=True)
class Removal:
    """不用交的材料: of which matter, why, and by whom it is brought instead."""

    code: str
    title: str
    of: Piece
    why: Why
    instead: str

    def __str__(self) -> str:
        match self.why:
            case Why.DUPLICATE:
                return f"“{self.instead}”已经要求提交，只交一次"
            case Why.PRODUCED:
                return f"由“{self.instead}”办出，不用交"
            case Why.FETCHED:
                return f"从{self.instead}取得，不用交"


@dataclass(frozen=True)
class MergedMaterial:
    """合并后的材料: in the stricter form of those that ask for it."""

    material: Material
    used_by: tuple[Piece, ...]

    @property
    def is_form(self) -> bool:
        return is_form(self.material)


@dataclass(frozen=True)
class MergedField:
    """合并后的表单项."""

    field: FormField
    used_by: tuple[Piece, ...]


@dataclass(frozen=True)
class Conflict:
    """定义不一致: one key, defined in different ways."""

    key: str
    defined: tuple[tuple[Piece, FormField], ...]

    def __str__(self) -> str:
        ways = "，".join(f"“{piece.title}”里是{_kind(field)}" for piece, field in self.defined)
        return f"表单项“{self.defined[0][1].title}”定义不一致：{ways}"


@dataclass(frozen=True)
class Merged:
    """合并的结果. Without a plan the matters wait for each other in a circle, whose members it names."""

    pieces: tuple[Piece, ...]
    materials: tuple[MergedMaterial, ...]
    removals: tuple[Removal, ...]
    fields: tuple[MergedField, ...]
    conflicts: tuple[Conflict, ...]
    waits: Mapping[str, tuple[str, ...]]
    plan: Plan | None
    circle: tuple[str, ...] = ()

    @property
    def uploads(self) -> tuple[MergedMaterial, ...]:
        """What is handed in beside the one form."""
        return tuple(one for one in self.materials if not one.is_form)

    @property
    def forms(self) -> tuple[MergedMaterial, ...]:
        """The forms that the one form takes the place of."""
        return tuple(one for one in self.materials if one.is_form)

    @property
    def has_one_form(self) -> bool:
        return not self.conflicts

    @cached_property
    def stages(self) -> tuple[tuple[Piece, ...], ...]:
        """并联 and 串联: those of one stage run beside each other, a later stage waits for an earlier one."""
        if self.plan is None:
            return ()
        depth: dict[str, int] = {}
        waiting = list(self.pieces)
        while waiting:
            for piece in [one for one in waiting if depth.keys() >= set(self.waits[one.key])]:
                depth[piece.key] = max((depth[key] + 1 for key in self.waits[piece.key]), default=0)
            waiting = [one for one in waiting if one.key not in depth]
        return tuple(
            tuple(one for one in self.pieces if depth[one.key] == stage)
            for stage in range(max(depth.values(), default=-1) + 1)
        )


def merge(pieces: Sequence[Piece], *, fetched: Mapping[str, str] = NOTHING_FETCHED) -> Merged:
    """`fetched` are codes of materials that are had from somewhere, beside those a matter itself fetches."""
    waits = {piece.key: _waits(piece, pieces) for piece in pieces}
    earlier = {piece.key: _all_before(piece.key, waits) for piece in pieces}
    materials, removals = _materials(pieces, earlier, fetched)
    fields, conflicts = _fields(pieces)
    circle: tuple[str, ...] = ()
    together: Plan | None = None
    try:
        together = plan([Part(piece.key, piece.days, waits[piece.key]) for piece in pieces])
    except GoesRound as round_:
        circle = round_.members
    return Merged(tuple(pieces), materials, removals, fields, conflicts, waits, together, circle)


def is_form(material: Material) -> bool:
    return any(word in material.title for word in FORM_WORDS)


def _waits(piece: Piece, pieces: Iterable[Piece]) -> tuple[str, ...]:
    """What it is declared to come after, and whatever brings forth what it needs and does not renew."""
    needs = {one.code for one in piece.materials} - set(piece.produces)
    feeders = (one.key for one in pieces if one.key != piece.key and needs & set(one.produces))
    return tuple(dict.fromkeys((*piece.after, *feeders)))


def _all_before(key: str, waits: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    found: set[str] = set()
    ahead = list(waits[key])
    while ahead:
        one = ahead.pop()
        if one not in found:
            found.add(one)
            ahead += waits[one]
    return frozenset(found - {key})


def _materials(
    pieces: Sequence[Piece], earlier: Mapping[str, frozenset[str]], fetched: Mapping[str, str]
) -> tuple[tuple[MergedMaterial, ...], tuple[Removal, ...]]:
    had = dict(fetched)
    for material in (one for piece in pieces for one in piece.materials):
        if material.source is not Source.APPLICANT:
            had[material.code] = material.fetched_from or material.source.value
    kept: dict[str, MergedMaterial] = {}
    removals = []
    for piece in pieces:
        for material in piece.materials:
            code = material.code
            before = next((one for one in pieces if _brings(one, code, piece, earlier)), None)
            if before:
                removals.append(Removal(code, material.title, piece, Why.PRODUCED, before.title))
            elif code in had:
                removals.append(Removal(code, material.title, piece, Why.FETCHED, had[code]))
            elif code in kept:
                removals.append(
                    Removal(code, material.title, piece, Why.DUPLICATE, kept[code].used_by[0].title)
                )
                both = (*kept[code].used_by, piece)
                kept[code] = MergedMaterial(_stricter(kept[code].material, material), both)
            else:
                kept[code] = MergedMaterial(material, (piece,))
    return tuple(kept.values()), tuple(removals)


def _brings(one: Piece, code: str, piece: Piece, earlier: Mapping[str, frozenset[str]]) -> bool:
    return one.key in earlier[piece.key] and code in one.produces and code not in piece.produces


def _stricter(one: Material, other: Material) -> Material:
    """Originals rather than copies, as many as either wants, and owed only where both allow it."""
    days = [each.supply_days for each in (one, other) if each.supply_days is not None]
    return replace(
        one,
        originals=max(one.originals, other.originals),
        copies=max(one.copies, other.copies),
        deferrable=one.deferrable and other.deferrable,
        supply_days=min(days, default=None),
    )


def _fields(pieces: Sequence[Piece]) -> tuple[tuple[MergedField, ...], tuple[Conflict, ...]]:
    defined: dict[str, list[tuple[Piece, FormField]]] = {}
    for piece in pieces:
        for field in piece.fields:
            defined.setdefault(field.key, []).append((piece, field))
    conflicts = (
        Conflict(key, tuple(ways))
        for key, ways in defined.items()
        if len({(field.entry, field.choices) for _, field in ways}) > 1
    )
    merged = (
        MergedField(_together([field for _, field in ways]), tuple(piece for piece, _ in ways))
        for ways in defined.values()
    )
    return tuple(merged), tuple(conflicts)


def _together(ways: Sequence[FormField]) -> FormField:
    """Required where one matter requires it, known where one knows it."""
    first = ways[0]
    return replace(
        first,
        required=any(one.required for one in ways),
        help=next((one.help for one in ways if one.help), ""),
        known_as=next((one.known_as for one in ways if one.known_as), ""),
    )


def _kind(field: FormField) -> str:
    choices = f"（{'、'.join(field.choices)}）" if field.choices else ""
    return f"{field.entry.value}{choices}"


@dataclass(frozen=True)
class Measure:
    """办理成本: what a wish costs whoever has it."""

    windows: int
    forms: int
    materials: int
    days: int
    visits: int

    def rows(self, other: "Measure") -> Iterator[tuple[str, int, int, str]]:
        """Title, here, there, unit."""
        yield "跑的窗口", self.windows, other.windows, "个"
        yield "填的表单", self.forms, other.forms, "张"
        yield "交的材料", self.materials, other.materials, "份"
        yield "办理时限", self.days, other.days, "个工作日"
        yield "跑动次数", self.visits, other.visits, "次"


def apart(pieces: Sequence[Piece]) -> Measure:
    """单独办: each matter by itself, one after the other."""
    asked = (one for piece in pieces for one in piece.materials if one.source is Source.APPLICANT)
    return Measure(
        windows=len(pieces),
        forms=len(pieces),
        materials=sum(not is_form(one) for one in asked),
        days=sum(piece.days for piece in pieces),
        visits=sum(not piece.wholly_online for piece in pieces),
    )


def together(merged: Merged) -> Measure:
    """一起办."""
    return Measure(
        windows=1,
        forms=1,
        materials=len(merged.uploads),
        days=merged.plan.days if merged.plan else 0,
        visits=int(not all(piece.wholly_online for piece in merged.pieces)),
    )
