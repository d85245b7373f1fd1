"""立法项目目录: the annex of a plan as it is printed, with its counts held against what is listed.

Knows no database and no city: a heading that says how many there are, and under it titles in 《》 with
whoever drafts them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from guangyue.gazette.document import Clause
from guangyue.kit.refusals import Refused
from guangyue.legislation.kinds import Category, RuleKind

NUMERALS = "一二三四五六七八九十"
PART = re.compile(rf"^(?P<label>[{NUMERALS}]+)、(?P<title>.+?)[（(]\s*(?P<count>\d+)\s*件\s*[）)]$")
GROUP = re.compile(rf"^(?P<label>[（(][{NUMERALS}]+[）)])(?P<title>.+?)[（(]\s*(?P<count>\d+)\s*件\s*[）)]$")
LISTED = re.compile(r"^《(?P<name>[^》]+)》[（(](?P<unit>.+?)(?:负责)?起草[）)]$")


class WrongHeaderCount(Refused):
    """The printed count and the list do not agree: nothing is taken."""

    advice = "请核对目录的标题件数和所列项目，改正以后再导入。"

    def __init__(self, heading: str, said: int, listed: int) -> None:
        super().__init__(f"“{heading}”写的是 {said} 件，列出的是 {listed} 件，没有导入。", field="catalogue")


class UnreadableCatalogue(Refused):
    """A line is neither heading nor project."""

    advice = "项目要写成：《名称》（单位起草），每行一个。"


@dataclass(frozen=True)
class ListedProject:
    """所列项目."""

    name: str
    unit: str  # as printed
    serves: Clause | None = None  # of another document that wants it


@dataclass(frozen=True)
class ListedGroup:
    """计划分组: （一）…（3 件）, and what stands under it."""

    kind: RuleKind
    category: Category
    label: str  # 附件一（一）
    title: str
    count: int
    projects: tuple[ListedProject, ...]

    def check(self) -> None:
        if self.count != len(self.projects):
            raise WrongHeaderCount(f"{self.label}{self.title}", self.count, len(self.projects))


@dataclass
class _Part:
    """One of 一、二、, while it is read."""

    label: str
    title: str
    count: int
    kind: RuleKind
    groups: list[ListedGroup] = field(default_factory=list)

    def check(self) -> None:
        listed = sum(len(group.projects) for group in self.groups)
        if self.count != listed:
            raise WrongHeaderCount(f"{self.label}、{self.title}", self.count, listed)


def check_groups(groups: Iterable[ListedGroup]) -> None:
    """Every header count equals what is listed under it."""
    for group in groups:
        group.check()


def read_catalogue(text: str) -> tuple[ListedGroup, ...]:
    """The annex as it is pasted; a count that is wrong, of a part or of a group, refuses it whole."""
    parts: list[_Part] = []
    for line in filter(None, (raw.strip() for raw in text.splitlines())):
        if found := PART.match(line):
            parts.append(_Part(found["label"], found["title"], int(found["count"]), _kind_of(found["title"])))
        elif found := GROUP.match(line):
            part = _last(parts, line)
            label = f"附件{part.label}{_full_width(found['label'])}"
            category = _category_of(found["title"])
            part.groups.append(
                ListedGroup(part.kind, category, label, found["title"], int(found["count"]), ())
            )
        elif found := LISTED.match(line):
            _add(_last(parts, line), ListedProject(found["name"], found["unit"]), line)
        else:
            raise UnreadableCatalogue(f"这一行读不懂：{line[:60]}", field="catalogue")
    if not parts:
        raise UnreadableCatalogue("没有读到任何项目。", field="catalogue")
    groups = tuple(group for part in parts for group in part.groups)
    check_groups(groups)
    for part in parts:
        part.check()
    return groups


def names_twice(groups: Sequence[ListedGroup]) -> Iterator[str]:
    seen: set[str] = set()
    for project in (project for group in groups for project in group.projects):
        if project.name in seen:
            yield project.name
        seen.add(project.name)


def _add(part: _Part, project: ListedProject, line: str) -> None:
    if not part.groups:
        raise UnreadableCatalogue(f"这个项目上面没有分组标题：{line[:60]}", field="catalogue")
    group = part.groups[-1]
    part.groups[-1] = ListedGroup(
        group.kind, group.category, group.label, group.title, group.count, (*group.projects, project)
    )


def _last(parts: Sequence[_Part], line: str) -> _Part:
    if not parts:
        raise UnreadableCatalogue(f"这一行上面没有“一、…（几件）”：{line[:60]}", field="catalogue")
    return parts[-1]


def _kind_of(title: str) -> RuleKind:
    return RuleKind.REGULATION if "法规" in title else RuleKind.RULE


def _category_of(title: str) -> Category:
    if "提请" in title:
        return Category.SUBMIT
    return Category.COMPLETE if "完成" in title else Category.STUDY


def _full_width(label: str) -> str:
    return label.replace("(", "（").replace(")", "）")
