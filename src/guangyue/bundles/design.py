"""主题的设计 as it is declared: which matters, in which situations, in what order. Knows no database."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum

from guangyue.gazette.document import Clause


class Circle(Enum):
    """面向: whose wish it is."""

    ENTERPRISE = "企业"
    PUBLIC = "群众"


class Origin(Enum):
    """来源: the menus that were there before, and the only two ways by which a theme comes about."""

    MENU = "服务菜单"
    SOCIETY = "社会征集"
    DEPARTMENT = "部门提报"


@dataclass(frozen=True)
class ThemeQuestion:
    """情形问题: asked once for the whole theme; the first answer is what most people say."""

    key: str
    title: str
    answers: tuple[str, ...]
    help: str = ""


@dataclass(frozen=True)
class When:
    """What must be answered to a question of the theme."""

    question: str
    answer: str


@dataclass(frozen=True)
class Choice:
    """情形: of the matter this one, when all of that was answered."""

    variant: str
    when: tuple[When, ...] = ()

    def holds(self, answers: Mapping[str, str]) -> bool:
        return all(answers.get(one.question) == one.answer for one in self.when)


@dataclass(frozen=True)
class ThemePart:
    """主题里的事项: the first of its situations that holds is chosen; where none does, it drops out.

    It begins when those it comes `after` are granted; what it needs of another's results makes it wait too.
    """

    matter: str
    choices: tuple[Choice, ...]
    after: tuple[str, ...] = ()

    def chosen(self, answers: Mapping[str, str]) -> Choice | None:
        return next((one for one in self.choices if one.holds(answers)), None)


@dataclass(frozen=True)
class Design:
    """设计: what a version of a theme says. `lead` and `cooperating` are keys of organisations."""

    lead: str
    cooperating: tuple[str, ...] = ()
    parts: tuple[ThemePart, ...] = ()
    questions: tuple[ThemeQuestion, ...] = ()
    conditions: str = ""

    @property
    def departments(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.lead, *self.cooperating)))

    @property
    def matters(self) -> tuple[str, ...]:
        return tuple(part.matter for part in self.parts)


@dataclass(frozen=True)
class DataItem:
    """数据项 that a document wants brought together: which materials it stands in for, and who holds it."""

    name: str
    owner: str
    materials: tuple[str, ...] = ()


@dataclass(frozen=True)
class DataBundle:
    """数据集: for one theme, what a document wants fetched and not asked for."""

    theme: str
    items: tuple[DataItem, ...]
    cites: Clause

    def fetched(self, connected: frozenset[str]) -> Mapping[str, str]:
        """材料编码 by what is connected → who is asked for it."""
        return {code: item.owner for item in self.items if item.name in connected for code in item.materials}


@dataclass(frozen=True)
class Included:
    """应当纳入: what a document wants to be part of a theme, and in how many working days at most."""

    theme: str
    title: str
    matters: tuple[str, ...]
    cites: Clause
    days: int | None = None

    def missing(self, matters: Collection[str]) -> tuple[str, ...]:
        return tuple(code for code in self.matters if code not in matters)


@dataclass(frozen=True)
class Counts:
    """主题的数目: the menus that were there before are counted apart."""

    enterprise: int = 0
    public: int = 0
    menus: int = 0

    def lacking(self, target: "Counts") -> "Counts":
        return Counts(
            max(target.enterprise - self.enterprise, 0),
            max(target.public - self.public, 0),
            max(target.menus - self.menus, 0),
        )

    @property
    def none(self) -> bool:
        return self == Counts()
