"""事实的表单: what a `Facts` class declares as a form; what is refused stands at its field, what is blank is
unknown."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from guangyue.kit.money import Money
from guangyue.rules.facts import UNKNOWN, FactRefused, Facts, Field, Partly
from guangyue.rules.ratios import ratio_said, read_ratio
from guangyue.rules.sanity import contradictions
from guangyue.rules.tree import Kind

YES, NO, NONE = "yes", "no", "none"
NOT_KNOWN = "不知道"
MOST_ROWS = 30


class FactField(forms.Field):
    """One fact, typed or chosen. Its value is one that `Facts` takes, or `UNKNOWN`."""

    def __init__(self, of: Field[Any]) -> None:
        super().__init__(label=of.title, required=False, widget=WIDGETS[of.kind](of))
        self.of = of

    def prepare_value(self, value: Any) -> Any:
        return shown_value(value)

    def clean(self, value: Any) -> Any:
        if value is None or value == [] or (isinstance(value, str) and not value.strip()):
            return UNKNOWN
        try:
            said = READERS[self.of.kind](value)
            self.of.carried(said)
        except FactRefused as refusal:
            raise ValidationError(refusal.sentence, code="refused") from refusal
        except ValueError as error:
            raise ValidationError(f"{self.of.title}：{error}", code="unreadable") from error
        return said


def field_for(of: Field[Any]) -> forms.Field:
    """The form field of a fact; the rows of a list have forms of their own, see `FactsForm`."""
    return FactField(of)


class FactsForm(forms.Form):
    """事实: those of one subject, or `only` some of them, `workers.wage` being one of a list's rows. What is
    not shown stays as it was in `initial`.

    A list has a form for each of its rows, and one for a row to come; a name of the form `prefix-list-add` in
    what was sent shows one more.
    """

    def __init__(
        self,
        subject: type[Facts],
        *,
        data: Any = None,
        prefix: str = "",
        only: Collection[str] | None = None,
        initial: Facts | None = None,
    ) -> None:
        values = initial.values if initial else {}
        super().__init__(data=data, prefix=prefix or None, initial=dict(values), use_required_attribute=False)
        self.subject, self.known = subject, initial
        shown = [one for one in subject.fields.values() if only is None or one.name in only]
        self.fields.update({one.name: field_for(one) for one in shown if one.kind is not Kind.ROWS})
        self.lists = [
            RowForms(
                one,
                data=data,
                prefix=self.add_prefix(one.name),
                only=_inside(one.name, only),
                initial=values.get(one.name),
            )
            for one in shown
            if one.kind is Kind.ROWS
        ]

    def is_valid(self) -> bool:
        lists = [one.is_valid() for one in self.lists]
        return super().is_valid() and all(lists)

    def clean(self) -> dict[str, Any]:
        """Nothing that contradicts itself: refused at the field that cannot be so."""
        said = super().clean() or {}
        if not self.errors:
            for _, refusal in contradictions(self._told(said)):
                self.refuse(refusal)
        return self.cleaned_data

    def refuse(self, refusal: FactRefused) -> None:
        """What was found against a fact after all, at its field where that is shown."""
        self.add_error(refusal.field if refusal.field in self.fields else None, refusal.sentence)

    def facts(self) -> Facts:
        """What was said, after `is_valid`."""
        lists = {one.of.name: one.rows() for one in self.lists}
        return self._told({**self.cleaned_data, **lists})

    def _told(self, said: Mapping[str, Any]) -> Facts:
        kept = self.known.values if self.known else {}
        values = {**kept, **said}
        return self.subject(**{name: value for name, value in values.items() if value is not UNKNOWN})


class RowForms:
    """名单: the rows of one list, each a form. All blank is unknown; an empty list is ticked as such."""

    def __init__(
        self, of: Field[Any], *, data: Any, prefix: str, only: Collection[str] | None, initial: Any
    ) -> None:
        assert of.rows is not None
        self.of, self.prefix, self.kind = of, prefix, of.rows
        listed = tuple(initial) if initial not in (None, UNKNOWN) else None
        self.none = f"{prefix}-{NONE}" in data if data is not None else listed == ()
        self.count = _count(data, prefix) if data is not None else len(listed or ()) + 1
        self.forms = [
            FactsForm(
                of.rows,
                data=data,
                prefix=f"{prefix}-{place}",
                only=only,
                initial=listed[place] if data is None and listed and place < len(listed) else None,
            )
            for place in range(self.count)
        ]
        self.error = ""

    def is_valid(self) -> bool:
        valid = [one.is_valid() for one in self.forms]  # each, so that every row says what is wrong with it
        if all(valid) and self.none and self._filled():
            self.error = f"{self.of.title}：已经填了内容，又选了没有。"
        return all(valid) and not self.error

    def rows(self) -> Any:
        return () if self.none else self._filled() or UNKNOWN

    def _filled(self) -> tuple[Facts, ...]:
        return tuple(row for one in self.forms if (row := one.facts()).values)


def _inside(list_: str, only: Collection[str] | None) -> Collection[str] | None:
    """What `only` says of a list's rows: nothing is all of them."""
    return [name.partition(".")[2] for name in only or () if name.startswith(f"{list_}.")] or None


def shown_value(value: Any) -> Any:
    """A fact as its field shows it."""
    match value:
        case bool():
            return YES if value else NO
        case Money():
            return value.plain()
        case Fraction():
            return ratio_said(value)
        case date():
            return value.isoformat()
        case frozenset():
            return sorted(value) or [NONE]
        case Partly(certain=certain):
            return sorted(certain)
        case _ if value is UNKNOWN:
            return None
    return value


def _count(data: Mapping[str, Any], prefix: str) -> int:
    """How many rows were sent, and one more where that was asked for."""
    sent = str(data.get(f"{prefix}-rows", ""))
    rows = int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 4 else 1
    return min(rows + (f"{prefix}-add" in data), MOST_ROWS)


def _flag(sent: Any) -> bool:
    if sent not in (YES, NO):
        raise ValueError("请选是或否。")
    return bool(sent == YES)


def _whole(sent: Any) -> int:
    text = str(sent).strip()
    if not (text.isascii() and text.isdigit()) or len(text) > 10:
        raise ValueError("请填不小于零的整数。")
    return int(text)


def _day(sent: Any) -> date:
    try:
        return date.fromisoformat(str(sent).strip())
    except ValueError:
        raise ValueError("没有这一天，请写成 2021-04-30 的样子。") from None


def _words(sent: Any) -> frozenset[str]:
    chosen = frozenset([sent] if isinstance(sent, str) else sent)
    if NONE in chosen and len(chosen) > 1:
        raise ValueError("选了“以上都不是”，又选了别的。")
    return chosen - {NONE}


READERS: Mapping[Kind, Callable[[Any], Any]] = {
    Kind.FLAG: _flag,
    Kind.MONEY: lambda sent: Money.parse(str(sent)),
    Kind.NUMBER: _whole,
    Kind.RATIO: lambda sent: read_ratio(str(sent)),
    Kind.DAY: _day,
    Kind.WORD: str,
    Kind.TEXT: str,
    Kind.WORDS: _words,
}


def _typed(**attributes: str) -> Callable[[Field[Any]], forms.Widget]:
    return lambda of: forms.TextInput(attrs={"autocomplete": "off", **attributes})


WIDGETS: Mapping[Kind, Callable[[Field[Any]], forms.Widget]] = {
    Kind.FLAG: lambda of: forms.RadioSelect(choices=[(YES, "是"), (NO, "否"), ("", NOT_KNOWN)]),
    Kind.MONEY: _typed(inputmode="decimal"),
    Kind.NUMBER: _typed(inputmode="numeric"),
    Kind.RATIO: _typed(inputmode="decimal"),
    Kind.DAY: lambda of: forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    Kind.WORD: lambda of: forms.Select(choices=[("", NOT_KNOWN), *((one, one) for one in of.words)]),
    Kind.TEXT: _typed(list="names"),  # a page may have a datalist of the names that a rule knows
    Kind.WORDS: lambda of: forms.CheckboxSelectMultiple(
        choices=[*((one, one) for one in of.words), (NONE, "以上都不是")]
    ),
}
