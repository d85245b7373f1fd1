"""问卷: what to ask whoever is not known to the registers, and no more than can still change a verdict."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from inspect import getdoc
from typing import Any

from guangyue.rules.authoring import Rule
from guangyue.rules.cases import Lookup
from guangyue.rules.facts import UNKNOWN, FactRefused, Facts, Field
from guangyue.rules.prospects import Text, text_on, turning_days
from guangyue.rules.sanity import contradictions
from guangyue.rules.tree import ROW, Among, Count, Fact, Kind, Literal, Node, Same, Total
from guangyue.rules.verdicts import Status, Verdict, judge, no_parameters

# What was said so far, by the key of its question: a value as `Facts` takes it, of a list a tuple of such
# mappings, one a row. `UNKNOWN` is 不知道: it was asked, and is not asked again.
Answers = Mapping[str, object]


@dataclass(frozen=True, eq=False)
class Question:
    """提问: one thing that people are asked once, in however many classes it is a fact."""

    title: str
    kind: Kind
    fields: tuple[Field[Any], ...]
    compared: frozenset[str] = frozenset()  # the words that rules hold it against
    rows: tuple["Question", ...] = ()  # what is asked of each row of a list
    about: str = ""  # what the class it comes from is about, as it says of itself

    @cached_property
    def key(self) -> str:
        """Short, and the same wherever the question is put."""
        return hashlib.blake2s(f"{self.kind.name} {self.title}".encode(), digest_size=4).hexdigest()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of all its fields. Of several at once, only those that some rule speaks of."""
        union = dict.fromkeys(word for one in self.fields for word in one.words)
        return tuple(word for word in union if self.kind is Kind.WORD or word in self.compared)

    def as_field(self) -> Field[Any]:
        """A field that takes whatever one of its fields does."""
        merged = Field[Any](
            self.title,
            self.kind,
            self.words,
            rows=type(self.title, (Facts,), {one.key: one.as_field() for one in self.rows})
            if self.rows
            else None,
            may_be_negative=any(one.may_be_negative for one in self.fields),
        )
        merged.__set_name__(Question, self.key)
        return merged


@dataclass(frozen=True)
class Questionnaire:
    """问卷: the rules it is about, on a day; up to a horizon also what time will bring."""

    rules: tuple[Rule, ...]
    on: date
    lookup: Lookup = field(default=no_parameters, compare=False)
    horizon: date | None = None
    texts: Mapping[Rule, Text | None] = field(default_factory=dict, compare=False)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """All it could ask, in the order in which the facts are declared."""
        return questions_of(self.rules)

    def verdicts(self, answers: Answers) -> tuple[Verdict, ...]:
        """What each rule says, with what was answered."""
        return tuple(
            judge(rule, *self.subjects(rule, answers), on=self.on, lookup=self.lookup) for rule in self.rules
        )

    def subjects(self, rule: Rule, answers: Answers) -> tuple[Facts, ...]:
        return tuple(_told(subject, self._by_field, answers) for subject in rule.subjects)

    def nearest(self, answers: Answers) -> tuple[Verdict, ...]:
        """As `verdicts`; of a rule that refuses on the day, what it says on the first on which it may not."""
        verdicts = self.verdicts(answers)
        if self.horizon is None:
            return verdicts
        return tuple(
            self._ahead(one, answers, self.horizon) if one.status is Status.INELIGIBLE else one
            for one in verdicts
        )

    def _ahead(self, refused: Verdict, answers: Answers, horizon: date) -> Verdict:
        rule, subjects = refused.rule, self.subjects(refused.rule, answers)
        text = self.texts.get(rule) or text_on((rule,), self.on)
        if text is None:
            return refused
        days = turning_days(
            text, lambda version, day: subjects, on=self.on, horizon=horizon, lookup=self.lookup
        )
        coming = (day for day in sorted(days) if self.on < day <= horizon and text.reading.in_force(day))
        verdicts = (judge(text.reading, *subjects, on=day, lookup=self.lookup) for day in coming)
        return next((one for one in verdicts if one.status is not Status.INELIGIBLE), refused)

    def open(self, answers: Answers) -> tuple[Question, ...]:
        """What can still change a verdict: first that for which most verdicts wait."""
        waiting = Counter(
            question
            for verdict in self.nearest(answers)
            if verdict.status is Status.NEEDS_INFO
            for question in self.asked_by(verdict)
            if question.key not in answers
        )
        place = {question: number for number, question in enumerate(self.questions)}
        return tuple(sorted(waiting, key=lambda question: (-waiting[question], place[question])))

    def next(self, answers: Answers) -> Question | None:
        """The next question; none when no answer would change anything."""
        return next(iter(self.open(answers)), None)

    def contradiction(self, answers: Answers) -> FactRefused | None:
        """What cannot be so together, or not yet."""
        for rule in self.rules:
            for _, refusal in contradictions(*self.subjects(rule, answers), on=self.on):
                return refusal
        return None

    def asked_by(self, verdict: Verdict) -> set[Question]:
        """The questions a verdict waits for. What only a notice can say is no question to the public."""
        return {self._by_field[one] for one in verdict.asks if isinstance(one, Field)}

    @cached_property
    def _by_field(self) -> Mapping[Field[Any], Question]:
        """The question behind each field; behind a row's field, its list."""
        found = {}
        for question in self.questions:
            for one in (question, *question.rows):
                found.update(dict.fromkeys(one.fields, question))
        return found


def questions_of(rules: Iterable[Rule]) -> tuple[Question, ...]:
    """Fields with one title and kind are one question; a field that no rule stands on is none."""
    rules = tuple(rules)
    spoken: dict[Field[Any], set[str]] = defaultdict(set)
    for rule in rules:
        for one, words in _spoken_of(rule):
            spoken[one] |= words
    subjects = dict.fromkeys(subject for rule in rules for subject in rule.subjects)
    return tuple(_questions(subjects, spoken))


def _questions(subjects: Iterable[type[Facts]], spoken: Mapping[Field[Any], set[str]]) -> Iterator[Question]:
    alike: dict[tuple[str, Kind], dict[Field[Any], type[Facts]]] = defaultdict(dict)
    for subject in subjects:
        for one in subject.fields.values():
            if one in spoken:
                alike[one.title, one.kind].setdefault(one, subject)
    for (title, kind), fields in alike.items():
        rows = dict.fromkeys(one.rows for one in fields if one.rows)
        yield Question(
            title,
            kind,
            tuple(fields),
            frozenset().union(*(spoken[one] for one in fields)),
            tuple(_questions(rows, spoken)),
            _about(next(iter(fields.values()))),
        )


def _about(subject: type[Facts]) -> str:
    """The Chinese words that open the docstring of a domain concept."""
    return (getdoc(subject) or "").partition(":")[0].rstrip(".")


def _spoken_of(rule: Rule) -> Iterator[tuple[Field[Any], frozenset[str]]]:
    """The fields a rule stands on, each with words it is held against."""
    nodes = [one.node for one in (*rule.conditions, *rule.remarks)]
    for node in nodes if rule.amount is None else (*nodes, rule.amount):
        yield from _spoken_in(rule, node, None)


def _spoken_in(
    rule: Rule, node: Node, row: type[Facts] | None
) -> Iterator[tuple[Field[Any], frozenset[str]]]:
    match node:
        case Fact():
            yield _field(rule, node, row), frozenset()
        case Among(word=Fact() as fact, words=words):
            yield _field(rule, fact, row), words
        case Same(left=Fact() as fact, right=Literal(value=str() as word)):
            yield _field(rule, fact, row), frozenset({word})
        case Count(rows=rows) | Total(rows=rows):
            listed = _field(rule, rows, None)
            yield listed, frozenset()
            for part in node.parts:
                if part is not rows:
                    yield from _spoken_in(rule, part, listed.rows)
        case _:
            for part in node.parts:
                yield from _spoken_in(rule, part, row)


def _field(rule: Rule, fact: Fact, row: type[Facts] | None) -> Field[Any]:
    if fact.place == ROW and row is not None:
        return row.fields[fact.name]
    return rule.field(fact)


def _told(subject: type[Facts], questions: Mapping[Field[Any], Question], answers: Answers) -> Facts:
    """What was answered, as the facts of one class."""
    values = {}
    for name, one in subject.fields.items():
        question = questions.get(one)
        if question is not None and (answer := answers.get(question.key, UNKNOWN)) is not UNKNOWN:
            values[name] = _value(one, question, answer)
    return subject(**values)


def _value(of: Field[Any], question: Question, answer: Any) -> object:
    """An answer as one of the question's fields takes it: of the words, those that it knows."""
    match of.kind:
        case Kind.WORD:
            return answer if answer in of.words else UNKNOWN
        case Kind.WORDS:
            return frozenset(answer) & frozenset(of.words)
        case Kind.ROWS:
            assert of.rows is not None
            inner = {one: asked for asked in question.rows for one in asked.fields}
            return tuple(_told(of.rows, inner, row) for row in answer)
    return answer
