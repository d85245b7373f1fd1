"""What is drawn from what: subjects and their weights, inspectors, who may not visit whom. Plain values."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from guangyue.kit.identities import ID_LENGTH, id_check_character

MARKS = frozenset("|;")  # these and the end of a line part what is hashed
BIRTH_CENTURIES = ("19", "20")  # where an ID number says them, a 统一社会信用代码 has the end of a region
MOST_BY_COUNTER = 1 << 16  # RFC 3797 counts selections in two octets


class Algorithm(Enum):
    """抽取算法. The value opens what is committed to, so that it cannot be chosen afterwards."""

    GYDRAW = "GYDRAW-1"
    NOMCOM = "RFC-3797"


@dataclass(frozen=True, slots=True)
class Target:
    """检查对象: a weight of 8 is drawn eight times as readily as a weight of 1."""

    id: str
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Inspector:
    """执法人员: of a department, with qualifications, for so many visits of one batch at most."""

    id: str
    department: str
    qualifications: frozenset[str]
    max_load: int


@dataclass(frozen=True, slots=True)
class Slot:
    """检查岗位: a place in every team, and what it takes to fill it."""

    department: str
    qualification: str

    def fits(self, inspector: Inspector) -> bool:
        return inspector.department == self.department and self.qualification in inspector.qualifications


@dataclass(frozen=True, slots=True)
class Terms:
    """抽取条件: all that a draw depends on but the salt and the public value.

    However the lists are handed in, they stand by id: in the order of code points, which is that of UTF-8.
    """

    batch: str
    n: int
    targets: tuple[Target, ...]
    inspectors: tuple[Inspector, ...] = ()
    recusals: frozenset[tuple[str, str]] = frozenset()
    """回避: inspector, target."""
    slots: tuple[Slot, ...] = ()
    algorithm: Algorithm = Algorithm.GYDRAW

    def __post_init__(self) -> None:
        object.__setattr__(self, "targets", tuple(sorted(self.targets, key=lambda one: one.id)))
        object.__setattr__(self, "inspectors", tuple(sorted(self.inspectors, key=lambda one: one.id)))
        self._check_texts()
        _refuse_repeated("检查对象", (one.id for one in self.targets), len(self.targets))
        _refuse_repeated("执法人员", (one.id for one in self.inspectors), len(self.inspectors))
        self._check_numbers()

    def _check_texts(self) -> None:
        """Two different lists must never be hashed as the same text; and what is drawn from is published."""
        _refuse_unreadable([self.batch])
        _refuse_id_numbers(one.id for one in self.targets)
        _refuse_id_numbers(one.id for one in self.inspectors)
        _refuse_unreadable(one.id for one in self.targets)
        for one in self.inspectors:
            _refuse_unreadable([one.id, one.department, *one.qualifications])
        for recusal in self.recusals:
            _refuse_unreadable(recusal)

    def _check_numbers(self) -> None:
        if not 1 <= self.n <= len(self.targets):
            raise ValueError(f"抽取数量应当在 1 和名单上的 {len(self.targets)} 个之间。")
        for target in self.targets:
            if target.weight < 1:
                raise ValueError(f"{target.id} 的权重应当是不小于 1 的整数，任何对象都不能免于抽取。")
        for inspector in self.inspectors:
            if inspector.max_load < 1:
                raise ValueError(f"{inspector.id} 的检查户数上限应当不小于 1。")
        if self.algorithm is Algorithm.NOMCOM:
            self._check_what_counters_hold()

    def _check_what_counters_hold(self) -> None:
        if self.n > MOST_BY_COUNTER:
            raise ValueError(f"RFC 3797 一次最多抽取 {MOST_BY_COUNTER} 个。")
        if any(target.weight != 1 for target in self.targets):
            raise ValueError("RFC 3797 不分权重，各对象的权重应当都是 1。")


def is_readable(text: str) -> bool:
    """Whether it can stand in a line that is hashed, without being taken for anything else."""
    return bool(text) and text.isprintable() and MARKS.isdisjoint(text)


def _refuse_unreadable(texts: Iterable[str]) -> None:
    for text in texts:
        if not is_readable(text):
            raise ValueError(f"编号、部门和资质不能为空，也不能有竖线、分号或者换行：{text!r}")


def _refuse_repeated(what: str, ids: Iterable[str], many: int) -> None:
    seen = set(ids)
    if len(seen) != many:
        raise ValueError(f"{what}名单上有 {many - len(seen)} 个编号重复。")


def _refuse_id_numbers(ids: Iterable[str]) -> None:
    for text in ids:
        if len(text) != ID_LENGTH or not text[:-1].isdecimal() or text[6:8] not in BIRTH_CENTURIES:
            continue
        if text[-1] == id_check_character(text[:-1]):
            raise ValueError("名单要公开，编号不能用身份证号码。")
