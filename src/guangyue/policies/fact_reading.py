"""事实 as programs send them: a JSON object for each subject, read by its fields, refused at the field."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from guangyue.kit.money import Money
from guangyue.rules.facts import FactRefused, Facts, Field
from guangyue.rules.ratios import read_ratio
from guangyue.rules.sanity import contradictions
from guangyue.rules.tree import Kind


def read_subjects(
    kinds: Sequence[type[Facts]], said: Sequence[Mapping[str, Any]], *, on: date, at: str
) -> list[Facts]:
    """The subjects of a rule in its order, on a day; `at` is where they stand in what was sent."""
    if len(said) != len(kinds):
        raise FactRefused(f"这条规则要 {len(kinds)} 组事实，收到 {len(said)} 组。", field=at)
    subjects = [
        _facts(kind, one, f"{at}.{place}") for place, (kind, one) in enumerate(zip(kinds, said, strict=True))
    ]
    for place, refusal in contradictions(*subjects, on=on):
        raise FactRefused(refusal.sentence, field=f"{at}.{place}.{refusal.field}")
    return subjects


def _facts(kind: type[Facts], said: Mapping[str, Any], at: str) -> Facts:
    for name in said:
        if name not in kind.fields:
            raise FactRefused(f"没有“{name}”这项事实。", field=f"{at}.{name}")
    values = {name: _value(kind.fields[name], value, f"{at}.{name}") for name, value in said.items()}
    return kind.said(**values)


def _value(of: Field[Any], value: Any, at: str) -> Any:
    """What `Facts` takes; None stays unknown."""
    if value is None:
        return None
    try:
        read = _rows(of, value, at) if of.kind is Kind.ROWS else READERS[of.kind](value)
        of.carried(read)
    except FactRefused as refusal:
        raise FactRefused(refusal.sentence, field=at if refusal.field == of.name else refusal.field) from None
    except ValueError as error:
        raise FactRefused(f"{of.title}：{error}", field=at) from None
    return read


def _rows(of: Field[Any], value: Any, at: str) -> tuple[Facts, ...]:
    assert of.rows is not None
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise ValueError("请填名单，每行一个对象。")
    rows = tuple(_facts(of.rows, row, f"{at}.{place}") for place, row in enumerate(value))
    for place, row in enumerate(rows):
        for _, refusal in contradictions(row):
            raise FactRefused(refusal.sentence, field=f"{at}.{place}.{refusal.field}")
    return rows


def _money(value: Any) -> Money:
    """As a text: a number of JSON has no exact 分."""
    if isinstance(value, int) and not isinstance(value, bool):
        return Money.yuan(value)
    if not isinstance(value, str):
        raise ValueError('金额写成文字，单位为元，例如 "1234.50"。')
    return Money.parse(value)


def _ratio(value: Any) -> Fraction:
    if not isinstance(value, str):
        raise ValueError('比例写成文字，例如 "50%" 或者 "0.5"。')
    return read_ratio(value)


def _day(value: Any) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError('没有这一天，请写成 "2021-04-30" 的样子。') from None


def _words(value: Any) -> frozenset[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ValueError("请填类别的名单。")
    return frozenset(value)


def _as_it_is(value: Any) -> Any:
    """The field itself says whether it can be."""
    return value


READERS: Mapping[Kind, Callable[[Any], Any]] = {
    Kind.FLAG: _as_it_is,
    Kind.MONEY: _money,
    Kind.NUMBER: _as_it_is,
    Kind.RATIO: _ratio,
    Kind.DAY: _day,
    Kind.WORD: _as_it_is,
    Kind.TEXT: _as_it_is,
    Kind.WORDS: _words,
}
