"""The search itself: the documents that answer a question, each with its best clauses, quoted and marked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import F, Func, IntegerField, Value
from django.utils import timezone

from guangyue.gazette.models import PrintedClause, PrintedDocument
from guangyue.library.clause_words import words_of
from guangyue.library.models import Lexeme, Passage
from guangyue.library.searching import sql
from guangyue.library.searching.asking import AskedNumber, Question
from guangyue.library.searching.marking import Marked, mark, quote
from guangyue.library.standing import Validity, validity_of

DOCUMENTS_A_PAGE = 10
CLAUSES_OF_A_DOCUMENT = 3
MOST_NEAR = 5


@dataclass(frozen=True)
class Ranked:
    """A passage as it was judged; without a clause it is the document's head."""

    document: int
    clause: int | None
    score: float


@dataclass(frozen=True)
class Quotation:
    """引文: a clause, with what was asked for marked where it stands."""

    clause: PrintedClause
    marked: Sequence[Marked]


@dataclass(frozen=True)
class Hit:
    """检索结果: a document and those of its clauses that answer best."""

    document: PrintedDocument
    validity: Validity
    title: Sequence[Marked]
    quotations: Sequence[Quotation]
    more: int  # further clauses that answer too


@dataclass(frozen=True)
class Answer:
    """The documents of one page of the answer, and how many there are."""

    hits: Sequence[Hit]
    documents: int
    cut: bool  # there may be more: only so many passages are judged


def rank_passages(question: Question) -> list[Ranked]:
    """Passages that answer, the best first."""
    if not question:
        return []
    asked = question.conditions
    parameters = {
        "words": list(question.words),
        "phrases": list(question.phrases),
        "together": list(question.together),
        "issuer": asked.issuer,
        "series": asked.series,
        "year": asked.year,
        "on": asked.in_force_on,
        "of_a_stage": sql.OF_A_STAGE,
        "of_all": sql.OF_ALL,
        "few": sql.FEW,
    }
    if question.phrases and (found := _ranked(question, {**parameters, "whole": True})):
        return found  # a phrase that is cut into other words where it stands is looked for below
    return _ranked(question, {**parameters, "whole": False})


def _ranked(question: Question, parameters: Mapping[str, Any]) -> list[Ranked]:
    with connection.cursor() as cursor:
        cursor.execute(sql.RANK.format(columns=sql.COLUMNS, conditions=_conditions(question)), parameters)
        return [Ranked(*row) for row in cursor.fetchall()]


def answer_question(question: Question, *, page: int = 1) -> Answer:
    ranked = rank_passages(question)
    by_document: dict[int, list[Ranked]] = {}  # the document with the best passage first
    for passage in ranked:
        by_document.setdefault(passage.document, []).append(passage)
    groups = list(by_document.values())
    start = (page - 1) * DOCUMENTS_A_PAGE
    shown = groups[start : start + DOCUMENTS_A_PAGE]
    return Answer(list(_hits(shown, question)), len(groups), len(ranked) >= sql.OF_A_STAGE)


def near_numbers(asked: AskedNumber) -> list[PrintedDocument]:
    """Documents whose number is near to one that nothing has: of the same letters and year, or of the same
    year and serial."""
    numbered = PrintedDocument.objects.released().filter(year=asked.year).defer("parts", "annexes", "pieces")
    distance = Func(F("serial") - Value(asked.serial), function="ABS", output_field=IntegerField())
    same_letters = (
        numbered.filter(number__startswith=f"{asked.series}〔") if asked.series else numbered.none()
    )
    near = list(same_letters.order_by(distance, "serial")[:MOST_NEAR])
    return near or list(numbered.filter(serial=asked.serial).order_by("number")[:MOST_NEAR])


def unknown_words(question: Question) -> list[str]:
    """Words of the question that stand in no passage at all: the answer leaves them out."""
    known = Lexeme.objects.filter(word__in=question.words, passages__gt=0).values_list("word", flat=True)
    return [word for word in question.words if word not in set(known)]


def _conditions(question: Question) -> str:
    asked = question.conditions
    held = (
        (asked.issuer, sql.ISSUER),
        (asked.series, sql.SERIES),
        (asked.year, sql.YEAR),
        (asked.in_force_on, sql.IN_FORCE),
    )
    of_document = " ".join(statement for value, statement in held if value)
    return " ".join(
        (
            sql.PHRASES if question.phrases else "",
            sql.OF_DOCUMENT.format(of_document=of_document) if of_document else "",
        )
    )


def _hits(groups: Sequence[Sequence[Ranked]], question: Question) -> Iterable[Hit]:
    best = {
        group[0].document: [passage.clause for passage in group if passage.clause][:CLAUSES_OF_A_DOCUMENT]
        for group in groups
    }
    documents = (
        PrintedDocument.objects.released()
        .select_related("term__repealed_by")
        .defer("parts", "annexes", "pieces")
        .in_bulk(list(best))
    )
    today = timezone.localdate()
    shown = [pk for pks in best.values() for pk in pks]
    clauses = PrintedClause.objects.in_bulk(shown)
    otherwise = Passage.objects.filter(clause__in=shown).exclude(printed="")
    printed = dict(otherwise.values_list("clause", "printed"))
    for group in groups:
        document = documents.get(group[0].document)
        if document is None:
            continue
        quoted = [clauses[pk] for pk in best[document.pk]]
        for clause in quoted:
            clause.document = document
        yield Hit(
            document,
            validity_of(document, today),
            mark(document.title, question.marked),
            [
                Quotation(clause, quote(printed.get(clause.pk) or words_of(clause), question.marked))
                for clause in quoted
            ],
            more=sum(1 for passage in group if passage.clause) - len(quoted),
        )
