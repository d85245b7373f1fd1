"""One case, fast: all that a rule asks as one Python function, made from its tree; None stands for unknown.

It says what the steps of `cases` say, node by node. A node that stands twice in the rule is worked out once.
Lists are left to those steps.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any

from guangyue.kit.limits import months_after
from guangyue.rules.authoring import Rule
from guangyue.rules.cases import Case, step
from guangyue.rules.tree import (
    All,
    Among,
    Asked,
    Below,
    Choose,
    Fact,
    Greatest,
    Kind,
    Known,
    Later,
    Least,
    Literal,
    Minus,
    Node,
    Not,
    Parameter,
    Plus,
    Same,
    Settled,
    Some,
    Times,
    UpTo,
    YearOf,
)

Values = tuple[object, ...]
# Of each condition in order its answer, the amount, and what each was judged on.
Answers = tuple[tuple[bool | None, ...], Any, tuple[Values, ...]]
OPERATORS = {Below: "<", UpTo: "<=", Same: "==", Plus: "+", Minus: "-"}


@cache
def answers_of(rule: Rule) -> Callable[[Case], Answers]:
    """The function that answers all conditions of the rule, and works out its amount."""
    writing = _Writing()
    conditions = [writing.name_of(one.node) for one in rule.conditions]
    amount = writing.name_of(rule.amount) if rule.amount is not None else "None"
    values = [_several(map(writing.name_of, facts_of(one.node))) for one in rule.conditions]
    subjects = (f"    subject{place} = case.subjects[{place}]" for place in range(len(rule.subjects)))
    lines = [
        "def answers(case):",
        *subjects,
        "    on, lookup = case.on, case.lookup",
        *writing.lines,
        f"    return {_several(conditions)}, {amount}, {_several(values)}",
    ]
    exec("\n".join(lines), writing.known)  # noqa: S102, the text is ours, and no fact or title stands in it
    made: Callable[[Case], Answers] = writing.known["answers"]
    return made


def facts_of(node: Node) -> tuple[Fact, ...]:
    """What a condition is judged on, but for the rows of a list, which have many; each once."""
    facts = (one for one in node.walk() if isinstance(one, Fact) and one.place >= 0)
    return tuple(dict.fromkeys(one for one in facts if one.of is not Kind.ROWS))


@dataclass
class _Writing:
    """The lines of a function, a name for each node that has one, and what the names outside it stand for."""

    lines: list[str] = field(default_factory=list)
    names: dict[Node, str] = field(default_factory=dict)
    known: dict[str, Any] = field(default_factory=lambda: {"later": _later})

    def name_of(self, node: Node) -> str:
        """The node is worked out in the lines so far, under this name."""
        if isinstance(node, Literal) and node.of is not Kind.DAY and isinstance(node.value, int):
            return repr(node.value)
        if node not in self.names:
            said = self.expression(node)
            self.names[node] = name = f"v{len(self.names)}"
            self.lines.append(f"    {name} = {said}")
        return self.names[node]

    def expression(self, node: Node) -> str:
        match node:
            case Asked():
                return "on"
            case Fact(place=place, name=name) if place >= 0:
                return f"subject{place}.get({name!r})"
            case Not(of=part):
                return self.strict("not {}", part)
            case Known(of=part):
                return f"{self.name_of(part)} is not None"
            case All(of=parts):
                return self.logic(parts, settles=False)
            case Some(of=parts):
                return self.logic(parts, settles=True)
            case Settled(yes=yes, no=no):
                return f"True if {self.name_of(yes)} else False if {self.name_of(no)} else None"
            case Below() | UpTo() | Same() | Plus() | Minus():
                return self.strict(f"{{}} {OPERATORS[type(node)]} {{}}", node.left, node.right)
            case Among(word=word, words=words) if word.kind is not Kind.WORDS:
                return self.strict(f"{{}} in {self.constant(words)}", word)
            case Least(of=parts):
                return self.strict(f"min({', '.join('{}' for _ in parts)})", *parts)
            case Greatest(of=parts):
                return self.strict(f"max({', '.join('{}' for _ in parts)})", *parts)
            case Later(day=day, months=months, days=days):
                return self.strict(f"later({{}}, {months}, {days})", day)
            case YearOf(day=day):
                return self.strict("{}.year", day)
            case Times():
                return self.product(node)
            case Choose():
                return self.choice(node)
            case Parameter(key=key, at=at, region=region):
                if region is None:
                    return self.strict(f"lookup({key!r}, None, {{}})", at)
                return self.strict(f"lookup({key!r}, {{}}, {{}})", region, at)
            case Literal(value=value):
                return self.constant(value)
        return f"{self.constant(step(node))}(case)"

    def strict(self, said: str, *parts: Node) -> str:
        """Unknown as soon as one part is."""
        names = [self.name_of(part) for part in parts]
        open_ones = (one for one, part in zip(names, parts, strict=True) if not isinstance(part, Literal))
        unknown = " or ".join(f"{name} is None" for name in open_ones)
        return f"None if {unknown} else {said.format(*names)}" if unknown else said.format(*names)

    def logic(self, parts: Iterable[Node], *, settles: bool) -> str:
        """What settles it settles it, whatever the others are."""
        names = [self.name_of(part) for part in parts]
        if not names:
            return repr(not settles)
        settled = " or ".join(f"{name} is {settles}" for name in names)
        unknown = " or ".join(f"{name} is None" for name in names)
        return f"{settles} if {settled} else None if {unknown} else {not settles}"

    def product(self, node: Times) -> str:
        above, below = node.factor.numerator, node.factor.denominator
        said = " * ".join("{}" for _ in (node.base, *node.by)) + (f" * {above}" if above != 1 else "")
        if below != 1:
            said = f"{self.constant(node.rounding.quotient)}({said}, {below})"
        return self.strict(said, node.base, *node.by)

    def choice(self, node: Choose) -> str:
        said = self.name_of(node.otherwise)
        for holds, value in reversed(node.cases):
            asked = self.name_of(holds)
            said = f"None if {asked} is None else {self.name_of(value)} if {asked} else {said}"
        return said

    def constant(self, value: object) -> str:
        name = f"k{len(self.known)}"
        self.known[name] = value
        return name


def _several(names: Iterable[str]) -> str:
    return f"({''.join(f'{name}, ' for name in names)})"


def _later(day: date, months: int, days: int) -> date:
    return months_after(day, months) + timedelta(days=days) if days else months_after(day, months)
