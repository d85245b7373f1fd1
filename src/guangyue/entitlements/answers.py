"""答案: what somebody has said of themselves. The address of the page carries it, and nothing else does."""

from collections.abc import Iterable
from fractions import Fraction

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from guangyue.entitlements.inquiry import Pairs
from guangyue.kit.wording import said
from guangyue.policies.fact_forms import MOST_ROWS, NO, NONE, NOT_KNOWN, YES, RowForms, field_for
from guangyue.rules.facts import UNKNOWN
from guangyue.rules.questions import Question
from guangyue.rules.ratios import ratio_said
from guangyue.rules.tree import Kind
from guangyue.systems.offered import offered

SOME = "some"
OTHER = "其他"


class QuestionForm:
    """One question, as far as the address answers it: `said` is what it answers, None while it does not."""

    def __init__(self, question: Question, data: QueryDict) -> None:
        self.question, self.data = question, data
        self.field = field_for(question.as_field()) if question.kind is not Kind.ROWS else None
        self.rows: RowForms | None = None
        self.error = ""
        self.said = self._read()

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What can be chosen; nothing where something is to be typed."""
        match self.question.kind:
            case Kind.FLAG:
                return [(YES, "是"), (NO, "否")]
            case Kind.ROWS:
                return [(NONE, "没有"), (SOME, "有")]
            case Kind.WORDS:
                return [*((word, word) for word in self.question.words), (NONE, "以上都不是")]
            case Kind.TEXT if self.question.compared:
                return names_of(self.question)
        return [(word, word) for word in self.question.words]

    @property
    def chosen(self) -> list[str]:
        """Of the choices, those that are ticked."""
        return self.sent if self.said is not UNKNOWN else []

    @property
    def sent(self) -> list[str]:
        return self.data.getlist(self.question.key)

    @property
    def count(self) -> str:
        """How many rows, as it was sent."""
        return str(self.data.get(f"{self.question.key}-count", ""))

    def pairs(self) -> Pairs:
        """What the address says in answer to it."""
        key = self.question.key
        with_rows = self.sent == [SOME]
        return [
            (name, value)
            for name in self.data
            if name == key or (with_rows and name.startswith(f"{key}-") and name != f"{key}-add")
            for value in self.data.getlist(name)
        ]

    @property
    def is_being_written(self) -> bool:
        """Whether it is a list of which the rows are still to come, with nothing wrong so far."""
        wrong = self.error or (self.rows and any(form.errors for form in self.rows.forms))
        return self.question.kind is Kind.ROWS and self.sent == [SOME] and self.said is None and not wrong

    def told(self) -> str:
        """The answer, as people read it."""
        match self.said:
            case frozenset():
                return "、".join(word for word in self.question.words if word in self.said) or "都不是"
            case tuple():
                return f"{len(self.said)} 笔" if self.said else "没有"
            case Fraction():
                return ratio_said(self.said)
            case str() if self.question.kind is Kind.TEXT:
                return dict(self.choices).get(self.said, self.said)
        return NOT_KNOWN if self.said is UNKNOWN else said(self.said)

    def _read(self) -> object | None:
        if self.question.key not in self.data:
            return None
        if self.sent == [""]:
            return UNKNOWN
        if self.field is None:
            return self._read_rows()
        try:
            sent = self.field.widget.value_from_datadict(self.data, {}, self.question.key)
            answer: object = self.field.clean(sent)
        except ValidationError as error:
            self.error = error.messages[0].removeprefix(f"{self.question.title}：")
            return None
        return answer

    def _read_rows(self) -> object | None:
        if self.sent == [NONE]:
            return ()
        if self.sent != [SOME]:
            self.error = "请选有或者没有。"
            return None
        return self._read_each() if self.question.rows else self._read_count()

    def _read_each(self) -> object | None:
        key = self.question.key
        sent = self.data if f"{key}-rows" in self.data else None
        self.rows = RowForms(self.question.as_field(), data=sent, prefix=key, only=None, initial=None)
        for form in self.rows.forms:
            _offer_names(form, self.question)
        if sent is None or f"{key}-add" in sent or not self.rows.is_valid():
            return None
        listed = self.rows.rows()
        if listed is UNKNOWN:
            self.error = "请至少填一笔，或者改选“没有”。"
            return None
        return tuple(dict(row.values) for row in listed)

    def _read_count(self) -> object | None:
        """Of a list whose rows no rule looks into, how many there are."""
        sent = self.count
        if f"{self.question.key}-count" not in self.data:
            return None
        if not (sent.isascii() and sent.isdecimal() and len(sent) <= 2 and 0 < int(sent) <= MOST_ROWS):
            self.error = f"请填 1 到 {MOST_ROWS} 之间的整数。"
            return None
        return ({},) * int(sent)


def names_of(question: Question) -> list[tuple[str, str]]:
    """What a name is held against: rules name other policies by their keys, people by their titles."""
    titles = {one.offer.key: one.title for one in offered()}
    return [*((name, titles.get(name, name)) for name in sorted(question.compared)), (OTHER, OTHER)]


def question_forms(questions: Iterable[Question], data: QueryDict) -> list[QuestionForm]:
    """Those that the address answers, well or badly, in its order."""
    by_key = {question.key: question for question in questions}
    return [QuestionForm(by_key[name], data) for name in data if name in by_key]


def _offer_names(form: forms.Form, question: Question) -> None:
    for one in question.rows:
        if one.kind is Kind.TEXT and one.compared:
            form.fields[one.key].widget = forms.Select(choices=[("", NOT_KNOWN), *names_of(one)])
