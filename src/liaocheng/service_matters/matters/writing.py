"""How the matters of the demonstration are written down: by their situations, each with its papers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from guangyue.matters.declaration import (
    Basis,
    Declaration,
    Explanation,
    FormField,
    Material,
    Variant,
)
from guangyue.matters.releasing import ASKED_OF_EVERYBODY
from guangyue.organisations.facts import OrganisationFact

ADJUSTED = date(2019, 11, 30)  # by then every guide was to be adjusted, 聊政办字〔2019〕35号（九）
CIVIL_CODE = date(2021, 1, 1)

LAW, REGULATION, LOCAL, RULE, NORM = "法律", "行政法规", "地方性法规", "规章", "规范性文件"


@dataclass(frozen=True)
class Offered:
    """A matter, the department that answers for it, and since when it is offered so."""

    owner: OrganisationFact
    declaration: Declaration
    since: date = ADJUSTED


@dataclass(frozen=True)
class Situation:
    """A situation with its own papers; what it leaves out is as the matter says."""

    key: str
    title: str
    papers: tuple[Material, ...]
    days: int | None = None
    conditions: str = ""
    fields: tuple[FormField, ...] = ()
    points: tuple[str, ...] = ()
    faqs: tuple[Explanation, ...] = ()


def matter(
    *,
    situations: tuple[Situation, ...],
    days: int,
    statutory: int | None = None,
    points: tuple[str, ...] = (),
    faqs: tuple[Explanation, ...] = (),
    terms: tuple[Explanation, ...] = (),
    fields: tuple[FormField, ...] = (),
    **said: Any,
) -> Declaration:
    """The declaration: its papers and fields are those that some situation needs, each once."""
    every_field = (*fields, *(field for one in situations for field in one.fields))
    return Declaration(
        **said,
        promised_days=days,
        statutory_days=statutory,
        materials=_each_once(paper for one in situations for paper in one.papers),
        fields=_each_once(every_field),
        variants=tuple(
            Variant(
                key=one.key,
                title=one.title,
                materials=tuple(paper.code for paper in one.papers),
                fields=tuple(field.key for field in (*fields, *one.fields)),
                conditions=one.conditions,
                promised_days=one.days,
                review_points=one.points or points,
                samples=_form_sample((*fields, *one.fields)),
                terms=terms,
                faqs=(*one.faqs, *faqs),
            )
            for one in situations
        ),
    )


def law(title: str, article: str) -> Basis:
    return Basis(title, article, LAW)


def regulation(title: str, article: str) -> Basis:
    return Basis(title, article, REGULATION)


def rule(title: str, article: str) -> Basis:
    return Basis(title, article, RULE)


def norm(title: str, article: str) -> Basis:
    return Basis(title, article, NORM)


def asked(question: str, said: str) -> Explanation:
    return Explanation(question, said)


def _form_sample(fields: tuple[FormField, ...]) -> tuple[Explanation, ...]:
    titles = "、".join((*(one.title for one in fields), ASKED_OF_EVERYBODY))
    return (Explanation("申请表", f"写明{titles}，和证件上的一致；网上办理的由系统带出已有的信息。"),)


def _each_once(things: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(things))
