"""A whole city elsewhere: a rule as one statement of SQL, for duckdb and for Spark. Null stands for unknown.

The tables are those of `columns`, under the same column names: `cases` with a row for each case, and for each
list a table of its own (`list_table`). The statement finds what `columns.verdicts` finds, cell by cell.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from guangyue.kit.money import Rounding
from guangyue.rules.authoring import Rule
from guangyue.rules.columns import (
    DAY,
    KEY,
    NO_TABLE,
    Place,
    around_rows,
    bits,
    by_list,
    column_of,
    doubt,
    open_of,
)
from guangyue.rules.dialects import Dialect
from guangyue.rules.folding import folded
from guangyue.rules.parameters import Table
from guangyue.rules.spans import Spans
from guangyue.rules.tree import (
    All,
    Among,
    Asked,
    Below,
    Choose,
    Count,
    End,
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
    Total,
    UpTo,
    YearOf,
)

CASES = "cases"
OPPOSITES = {
    Rounding.STANDARD: Rounding.STANDARD,
    Rounding.AT_MOST: Rounding.AT_LEAST,
    Rounding.AT_LEAST: Rounding.AT_MOST,
}


def list_table(place: int, name: str) -> str:
    """名单: the table of a list's rows, each with the key of its case."""
    return f"list_{place}_{name}"


def verdicts_sql(
    rule: Rule,
    *,
    on: date | None,
    dialect: Dialect,
    table: Table = NO_TABLE,
    lists: Collection[Place] = (),
) -> str:
    """The statement for one day; without one, for cases with a day of their own in the column `on`.

    `lists` are those that have a table; any other is unknown.
    """
    conditions = [folded(one.node, on) for one in rule.conditions]
    amount = folded(rule.amount, on) if rule.amount is not None else Literal(Kind.MONEY, 0)
    select = _Select(rule, dialect, table)
    select.join_lists((*conditions, amount), lists)
    select.name_what_is_said_again((*conditions, amount))
    needs = [dialect.name(f"need.{place}") for place in range(len(conditions))]
    answers = (f"{select.write(one)} AS {need}" for one, need in zip(conditions, needs, strict=True))
    columns = _lines((KEY, *answers, f"{select.write(amount)} AS amount"))
    select.step("judged", f"SELECT {columns} FROM {select.source} WHERE {_in_force(rule, on, dialect)}")
    unknown = (
        f"CASE WHEN {need} IS NULL THEN {dialect.value(2**place)} ELSE {dialect.value(0)} END"
        for place, need in enumerate(needs)
    )
    columns = _lines((KEY, "amount", f"{' + '.join(unknown) or dialect.value(0)} AS unknown"))
    not_refused = " AND ".join(f"{need} IS NOT FALSE" for need in needs) or "TRUE"
    select.step("found", f"SELECT {columns} FROM judged WHERE {not_refused}")
    steps = ",\n".join(select.steps)
    return (
        f"WITH {steps}\n"
        f"SELECT {KEY}, unknown = 0 AND amount IS NOT NULL AS settled,\n"
        "  CASE WHEN unknown = 0 THEN amount END AS amount, unknown FROM found"
    )


def _lines(columns: Iterable[str]) -> str:
    return ",\n    ".join(columns)


def _in_force(rule: Rule, on: date | None, dialect: Dialect) -> str:
    if on is not None:
        return dialect.value(rule.in_force(on))
    day = dialect.name(DAY)
    since = [f"{day} >= {dialect.value(rule.since)}"] if rule.since else []
    until = [f"{day} <= {dialect.value(rule.until)}"] if rule.until else []
    return f"({' AND '.join((*since, *until)) or 'TRUE'}) IS NOT FALSE"


@dataclass
class _Select:
    """A table that grows step by step, and the nodes that have a column in it by now."""

    rule: Rule
    dialect: Dialect
    table: Table
    source: str = CASES
    steps: list[str] = field(default_factory=list)
    columns: dict[Node, str] = field(default_factory=dict)

    def step(self, name: str, select: str) -> None:
        self.steps.append(f"{name} AS (\n  {select}\n)")
        self.source = name

    def join_lists(self, roots: Iterable[Node], lists: Collection[Place]) -> None:
        """Each list grouped by case once, and joined."""
        found = dict.fromkeys(one for root in roots for one in root.walk() if isinstance(one, Count | Total))
        joined = {node: f"list.{number}" for number, node in enumerate(found)}
        columns, joins = [f"{CASES}.*"], []
        for place, nodes in by_list(joined).items():
            rows = self._grouped(place, nodes).source if place in lists else None
            if rows:
                joins.append(f"LEFT JOIN {rows} ON {rows}.{KEY} = {CASES}.{KEY}")
            columns += (
                f"{self._of_list(node, name, rows)} AS {self.dialect.name(name)}"
                for node, name in nodes.items()
            )
        if joined:
            self.step("counted", f"SELECT {_lines(columns)} FROM {' '.join((CASES, *joins))}")
        self.columns |= {node: self.dialect.name(name) for node, name in joined.items()}

    def name_what_is_said_again(self, roots: Iterable[Node]) -> None:
        """A column for whatever is said more than once: a statement grows no faster than its rule."""
        for nodes in self._said_again(roots):
            names = {
                node: self.dialect.name(f"step.{len(self.columns) + nth}") for nth, node in enumerate(nodes)
            }
            written = (f"{self.write(node)} AS {name}" for node, name in names.items())
            self.step(f"{self.source}_more", f"SELECT *, {_lines(written)} FROM {self.source}")
            self.columns |= names

    def write(self, node: Node) -> str:
        if node in self.columns:
            return self.columns[node]
        match node:
            case Literal(value=value):
                return self.dialect.value(value)
            case Asked():
                return self.dialect.name(DAY)
            case Fact(place=place, name=name):
                return self.dialect.name(column_of(place, name))
            case Parameter():
                return self._parameter(node)
            case All(of=parts):
                return f"({' AND '.join(map(self.write, parts)) or 'TRUE'})"
            case Some(of=parts):
                return f"({' OR '.join(map(self.write, parts)) or 'FALSE'})"
            case Not(of=part):
                return f"(NOT {self.write(part)})"
            case Known(of=part):
                return f"({self.write(part)} IS NOT NULL)"
            case Settled(yes=yes, no=no):
                return f"CASE WHEN {self.write(yes)} THEN TRUE WHEN {self.write(no)} THEN FALSE END"
            case Below(left=left, right=right):
                return f"({self.write(left)} < {self.write(right)})"
            case UpTo(left=left, right=right):
                return f"({self.write(left)} <= {self.write(right)})"
            case Same(left=left, right=right):
                return f"({self.write(left)} = {self.write(right)})"
            case Among(word=word, words=words):
                return self._among(word, words)
            case Plus(left=left, right=right):
                return f"({self.write(left)} + {self.write(right)})"
            case Minus(left=left, right=right):
                return f"({self.write(left)} - {self.write(right)})"
            case Times():
                return self._product(node)
            case Least(of=parts):
                return self._extreme(parts, "LEAST")
            case Greatest(of=parts):
                return self._extreme(parts, "GREATEST")
            case Later(day=day, months=months, days=days):
                return self.dialect.later.format(day=self.write(day), months=months, days=days)
            case YearOf(day=day):
                return f"CAST(year({self.write(day)}) AS BIGINT)"
            case Choose(cases=cases, otherwise=otherwise):
                return self._choose(cases, otherwise)
        raise TypeError(f"no way to write {type(node).__name__} in SQL")

    def _among(self, word: Node, words: frozenset[str]) -> str:
        if word.kind is not Kind.WORDS:
            return f"({self.write(word)} IN ({', '.join(map(self.dialect.value, sorted(words)))}))"
        assert isinstance(word, Fact)
        column = column_of(word.place, word.name)
        wanted = self.dialect.value(bits(self.rule.field(word), words))
        certain, possible = (
            f"(CAST({self.dialect.name(one)} AS BIGINT) & {wanted}) <> 0" for one in (column, open_of(column))
        )
        return f"({certain} OR CASE WHEN {possible} THEN NULL ELSE FALSE END)"

    def _product(self, node: Times) -> str:
        """In whole numbers, never as a float, which is exact up to 2^53 only."""
        kind = "BIGINT" if self.spans.is_long(node) else self.dialect.wide
        figures = (self.write(node.base), str(node.factor.numerator), *map(self.write, node.by))
        product = f"({' * '.join(f'CAST({figure} AS {kind})' for figure in figures)})"
        return f"CAST({self._whole(product, node)} AS BIGINT)"

    def _whole(self, product: str, node: Times) -> str:
        """`Rounding.whole`. The engines divide towards nought, so that up and down change places below it."""
        below = node.factor.denominator
        if below == 1:
            return product
        added = {Rounding.AT_MOST: 0, Rounding.STANDARD: below, Rounding.AT_LEAST: 2 * below - 2}
        up, down = added[node.rounding], added[OPPOSITES[node.rounding]]
        division = f"{self.dialect.divide} {2 * below}"
        if self.spans.unrounded(node).least >= 0:
            return f"((2 * {product} + {up}) {division})"
        return (
            f"CASE WHEN {product} >= 0 THEN (2 * {product} + {up}) {division} "
            f"ELSE - (({down} - 2 * {product}) {division}) END"
        )

    def _extreme(self, parts: tuple[Node, ...], function: str) -> str:
        """The engines pass over nulls; a least of something unknown is unknown."""
        written = [self.write(part) for part in parts]
        unknown = " OR ".join(f"{one} IS NULL" for one in written)
        return f"CASE WHEN {unknown} THEN NULL ELSE {function}({', '.join(written)}) END"

    def _choose(self, cases: tuple[tuple[Node, Node], ...], otherwise: Node) -> str:
        """A case that is unknown matches neither, and leaves the choice unknown."""
        chosen = self.write(otherwise)
        for holds, value in reversed(cases):
            chosen = (
                f"CASE {self.write(holds)} WHEN TRUE THEN {self.write(value)} WHEN FALSE THEN {chosen} END"
            )
        return chosen

    def _parameter(self, node: Parameter) -> str:
        if node.region is None:
            return self._over_time(node, None)
        region = self.write(node.region)
        own = (
            f"WHEN {region} = {self.dialect.value(place)} THEN {self._over_time(node, place)}"
            for place in self.table.regions(node.key)
        )
        return f"CASE WHEN {region} IS NULL THEN NULL {' '.join(own)} ELSE {self._over_time(node, None)} END"

    def _over_time(self, node: Parameter, region: str | None) -> str:
        if isinstance(node.at, Literal):
            assert isinstance(node.at.value, date)
            return self.dialect.value(self.table(node.key, region, node.at.value))
        days = self.table.days(node.key)
        figures = (
            f"WHEN {self.write(node.at)} >= {self.dialect.value(since)} "
            f"THEN {self.dialect.value(self.table(node.key, region, since))}"
            for since in reversed(days)
        )
        return f"CASE {' '.join(figures)} END" if days else self.dialect.value(None)

    def _grouped(self, place: Place, nodes: Mapping[Count | Total, str]) -> "_Select":
        """The rows of a list, counted and added up for each case."""
        rows = replace(self, source=list_table(*place), columns={})
        if around := around_rows(nodes):
            named = ", ".join(map(self.dialect.name, around))
            beside = f"(SELECT {KEY}, {named} FROM {CASES}) AS beside"
            rows.step(f"{rows.source}_beside", f"SELECT * FROM {rows.source} JOIN {beside} USING ({KEY})")
        rows.name_what_is_said_again(part for node in nodes for part in node.parts * 2)  # at least twice
        columns = (
            f"{written} AS {self.dialect.name(column)}"
            for node, name in nodes.items()
            for column, written in rows._aggregates(node, name)
        )
        may_count = " OR ".join(f"{rows.write(node.where)} IS NOT FALSE" for node in nodes)
        rows.step(
            f"{list_table(*place)}_counted",
            f"SELECT {KEY}, {_lines(columns)} FROM {rows.source} WHERE {may_count} GROUP BY {KEY}",
        )
        return rows

    def _aggregates(self, node: Count | Total, name: str) -> Iterable[tuple[str, str]]:
        where = self.write(node.where)
        if isinstance(node, Count):
            counted = where if node.end is End.CERTAIN else f"{where} IS NOT FALSE"
            yield name, f"COUNT(CASE WHEN {counted} THEN 1 END)"
            return
        value = self.write(node.value)
        yield name, f"CAST(SUM(CASE WHEN {where} THEN {value} END) AS BIGINT)"
        yield doubt(name), f"COUNT(CASE WHEN {where} IS NULL OR ({where} AND {value} IS NULL) THEN 1 END) > 0"

    def _of_list(self, node: Count | Total, name: str, rows: str | None) -> str:
        """A known list without rows counts none; of an unknown one none is certain, any number possible."""
        nothing = 0 if isinstance(node, Count) and node.end is End.CERTAIN else None
        if rows is None:
            return self.dialect.value(nothing)
        known = self.dialect.name(column_of(node.rows.place, node.rows.name))
        if isinstance(node, Total):
            known += f" AND {rows}.{self.dialect.name(doubt(name))} IS NOT TRUE"
        counted = f"COALESCE({rows}.{self.dialect.name(name)}, 0)"
        return f"CASE WHEN {known} THEN {counted} ELSE {self.dialect.value(nothing)} END"

    def _said_again(self, roots: Iterable[Node]) -> list[list[Node]]:
        """The nodes that would be written more than once, those that stand on others after them."""
        said: Counter[Node] = Counter()

        def say(node: Node, times: int) -> None:
            if isinstance(node, Literal | Asked | Fact) or node in self.columns:
                return
            if node not in said:
                for part in node.parts:
                    say(part, self._times_said(node))
            said[node] += times

        for root in roots:
            say(root, 1)

        @cache
        def depth(node: Node) -> int:
            return max((depth(part) + (said[part] > 1) for part in node.parts), default=0)

        levels: dict[int, list[Node]] = defaultdict(list)
        for node in said:
            if said[node] > 1:
                levels[depth(node)].append(node)
        return [levels[level] for level in sorted(levels)]

    def _times_said(self, node: Node) -> int:
        """How often what is written of a node says each of its parts."""
        match node:
            case Least() | Greatest() | Parameter():
                return 2
            case Times():
                return 1 if self.spans.unrounded(node).least >= 0 else 2
        return 1

    @property
    def spans(self) -> Spans:
        return Spans(self.rule, self.table)
