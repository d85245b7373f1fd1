"""规则的说法: a rule's tree in Chinese, “出生日期 + 50 年 ≤ 所问日期”, and the values in it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from fractions import Fraction
from typing import Any

from guangyue.kit.money import Money, Rounding
from guangyue.rules.authoring import Condition, Rule
from guangyue.rules.facts import Facts, Partly
from guangyue.rules.ratios import ratio_said
from guangyue.rules.tree import (
    MILLION,
    ROW,
    All,
    Among,
    Asked,
    Below,
    Choose,
    Count,
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

HUNDRED = 100
ROUNDED = {
    Rounding.STANDARD: "",
    Rounding.AT_MOST: "（不足一分的舍去）",
    Rounding.AT_LEAST: "（不足一分的进一）",
}


class Hold(IntEnum):
    """How firmly a phrase holds together: one that holds less than what is around it wants brackets."""

    LOOSE = 0
    OR = 1
    AND = 2
    COMPARED = 3
    ADDED = 4
    MULTIPLIED = 5
    WHOLE = 6


@dataclass(frozen=True)
class Phrase:
    text: str
    hold: Hold = Hold.WHOLE

    def within(self, hold: Hold) -> str:
        return self.text if self.hold >= hold else f"（{self.text}）"


@dataclass(frozen=True)
class RuleInWords:
    """Its conditions and remarks in their order, and the formula of its amount."""

    conditions: tuple[tuple[Condition, str], ...]
    remarks: tuple[tuple[Condition, str], ...]
    amount: str


def rule_in_words(rule: Rule, names: Mapping[str, str] | None = None) -> RuleInWords:
    """`names` are the titles of parameters and of other rules, by their keys."""
    wording = Wording(rule, names or {})
    return RuleInWords(
        conditions=tuple((one, wording.say(one.node).text) for one in rule.conditions),
        remarks=tuple((one, wording.say(one.node).text) for one in rule.remarks),
        amount=wording.say(rule.amount).text if rule.amount is not None else "",
    )


def value_said(kind: Kind, value: Any) -> str:
    """A value as executions carry it, as people read it."""
    match value:
        case bool():
            return "是" if value else "否"
        case date():
            return value.isoformat()
        case frozenset():
            return "、".join(sorted(value)) or "都不是"
        case Partly(certain=certain, possible=possible):
            return (
                f"{'、'.join(sorted(certain)) or '未定'}（可能还有{'、'.join(sorted(possible - certain))}）"
            )
        case tuple():
            return f"{len(value)} 行"
        case int() if kind is Kind.MONEY:
            return str(Money(value)).replace(".00", "")
        case int() if kind is Kind.RATIO:
            return ratio_said(Fraction(value, MILLION))
    return str(value)


@dataclass(frozen=True)
class Wording:
    """Says the nodes of a rule; inside a list, those that are about a row of it."""

    rule: Rule
    names: Mapping[str, str]
    row: type[Facts] | None = None

    def say(self, node: Node) -> Phrase:
        match node:
            case Literal(of=kind, value=value):
                return Phrase(self._named(value) if kind is Kind.TEXT else value_said(kind, value))
            case Asked():
                return Phrase("所问日期")
            case Fact():
                return Phrase(self._fact(node))
            case Parameter():
                return Phrase(self._parameter(node))
            case All(of=parts):
                return self._joined(" 且 ", parts, Hold.AND)
            case Some(of=parts):
                return self._joined(" 或 ", parts, Hold.OR)
            case Not(of=part):
                return self._not(part)
            case Known(of=part):
                return Phrase(f"知道{self._in(part, Hold.WHOLE)}")
            case Settled(yes=yes):  # what is said of the certain count holds of the possible one too
                return self.say(yes)
            case Below(left=left, right=right):
                return self._compared(left, "<", ">", right)
            case UpTo(left=left, right=right):
                return self._compared(left, "≤", "≥", right)
            case Same(left=left, right=right):
                return self._compared(left, "=", "=", right)
            case Among(word=word, words=words):
                return self._among(word, words, "含" if word.kind is Kind.WORDS else "是")
            case _:
                return self._worked_out(node)

    def _worked_out(self, node: Node) -> Phrase:
        """Amounts, numbers and days."""
        match node:
            case Plus(left=left, right=right):
                return Phrase(f"{self._in(left, Hold.ADDED)} + {self._in(right, Hold.ADDED)}", Hold.ADDED)
            case Minus(left=left, right=right):
                return Phrase(
                    f"{self._in(left, Hold.ADDED)} − {self._in(right, Hold.MULTIPLIED)}", Hold.ADDED
                )
            case Times():
                return self._times(node)
            case Least(of=parts):
                return Phrase(f"取低（{self._listed(parts)}）")
            case Greatest(of=parts):
                return Phrase(f"取高（{self._listed(parts)}）")
            case Later(day=day, months=months, days=days):
                return Phrase(f"{self._in(day, Hold.ADDED)}{_span(months, days)}", Hold.ADDED)
            case YearOf(day=day):
                return Phrase(f"{self._in(day, Hold.WHOLE)}的年份")
            case Choose(cases=cases, otherwise=otherwise):
                told = [f"{self.say(holds).text}的，{self.say(value).text}" for holds, value in cases]
                return Phrase("；".join((*told, f"其他，{self.say(otherwise).text}")), Hold.LOOSE)
            case Count(rows=rows, where=where):
                return Phrase(f"{self._rows(rows, where)}个数")
            case Total(value=value, rows=rows, where=where):
                inside = replace(self, row=self.rule.field(rows).rows)
                return Phrase(f"{self._rows(rows, where)}{inside._in(value, Hold.WHOLE)}合计")
        raise TypeError(f"no way to say {type(node).__name__}")

    def _in(self, node: Node, hold: Hold) -> str:
        return self.say(node).within(hold)

    def _listed(self, parts: tuple[Node, ...]) -> str:
        return "，".join(self._in(part, Hold.OR) for part in parts)

    def _joined(self, word: str, parts: tuple[Node, ...], hold: Hold) -> Phrase:
        if len(parts) == 1:
            return self.say(parts[0])
        return Phrase(word.join(self._in(part, Hold.COMPARED) for part in parts), hold)

    def _compared(self, left: Node, sign: str, turned: str, right: Node) -> Phrase:
        """What is asked about stands first: 劳动合同月数 ≥ 12, however the rule has it."""
        if isinstance(left, Literal) and not isinstance(right, Literal):
            left, sign, right = right, turned, left
        return Phrase(f"{self._in(left, Hold.ADDED)} {sign} {self._in(right, Hold.ADDED)}", Hold.COMPARED)

    def _among(self, word: Node, words: frozenset[str], verb: str) -> Phrase:
        listed = "、".join(sorted(map(self._named, words)))
        return Phrase(f"{self.say(word).text}{verb}{listed}{'之一' if len(words) > 1 else ''}", Hold.COMPARED)

    def _not(self, part: Node) -> Phrase:
        """As people say it: not below is at least."""
        match part:
            case Below(left=left, right=right):
                return self._compared(left, "≥", "≤", right)
            case UpTo(left=left, right=right):
                return self._compared(left, ">", "<", right)
            case Same(left=left, right=right):
                return self._compared(left, "≠", "≠", right)
            case Among(word=word, words=words):
                return self._among(word, words, "不含" if word.kind is Kind.WORDS else "不是")
            case Known(of=inner):
                return Phrase(f"不知道{self._in(inner, Hold.WHOLE)}")
            case Settled(yes=yes):
                return self._not(yes)
            case Not(of=inner):
                return self.say(inner)
        return Phrase(f"并非“{self.say(part).text}”")

    def _times(self, node: Times) -> Phrase:
        said = [self._in(node.base, Hold.MULTIPLIED)]
        factor = node.factor
        for by in node.by:
            said.append(self._in(by, Hold.MULTIPLIED))
            if by.kind is Kind.RATIO:
                factor *= MILLION
        if factor.numerator == 1 and factor.denominator != 1 and HUNDRED % factor.denominator:
            text = f"{' × '.join(said)} ÷ {factor.denominator}"
        else:
            text = " × ".join((*said, *_factor(factor)))
        return Phrase(text + ROUNDED[node.rounding], Hold.MULTIPLIED)

    def _parameter(self, node: Parameter) -> str:
        title = self._named(node.key)
        at = "" if isinstance(node.at, Asked) else self.say(node.at).text
        where = self.say(node.region).text if node.region is not None else ""
        told = "，".join(filter(None, (where, at)))
        return f"{title}（{told}）" if told else title

    def _rows(self, rows: Fact, where: Node) -> str:
        list_ = self.rule.field(rows)
        if isinstance(where, All) and not where.of:
            return f"“{list_.title}”的"
        return f"“{list_.title}”中 {replace(self, row=list_.rows)._in(where, Hold.COMPARED)} 的"

    def _fact(self, fact: Fact) -> str:
        if fact.place == ROW and self.row is not None:
            return f"其{self.row.fields[fact.name].title}"
        return self.rule.field(fact).title

    def _named(self, key: object) -> str:
        return self.names.get(str(key), str(key))


def _factor(factor: Fraction) -> tuple[str, ...]:
    if factor == 1:
        return ()
    return (str(factor.numerator) if factor.denominator == 1 else ratio_said(factor),)


def _span(months: int, days: int) -> str:
    """+ 50 年, − 3 个月, + 1 年 6 个月 as 18 个月."""
    long = (months // 12, "年") if months % 12 == 0 else (months, "个月")
    return "".join(
        f" {'−' if many < 0 else '+'} {abs(many)} {unit}" for many, unit in (long, (days, "天")) if many
    )
