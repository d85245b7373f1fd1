"""Matters for programs: the list, one matter with its situations, and the situation that answers lead to."""

from datetime import date
from typing import Annotated

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from ninja import Query, Router, Schema
from pydantic import Field

from guangyue.kit.access import open_to_all
from guangyue.matters.choosing import choose
from guangyue.matters.declaration import Declaration, Material, Source, Variant
from guangyue.matters.forms import LONGEST
from guangyue.matters.models import Matter

router = Router(tags=["政务服务事项"])

MOST = 100


class AskedFor(Schema):
    """申请材料."""

    code: str
    title: str
    deferrable: bool
    supply_days: int | None
    asked_of_applicant: bool
    fetched_from: str


class Situation(Schema):
    """办理情形, with the papers of its fixed list."""

    key: str
    title: str
    promised_days: int
    materials: list[AskedFor]
    guide: str


class ListedMatter(Schema):
    """事项 among others."""

    code: str
    name: str
    kind: str
    owner: str
    audience: str
    promised_days: int
    flags: list[str]
    link: str


class WholeMatter(ListedMatter):
    """事项, with its version, bases, situations and questions."""

    version: int
    since: date | None
    bases: list[str]
    levels: list[str]
    conditions: str
    statutory_days: int | None
    fees: list[str]
    aliases: list[str]
    situations: list[Situation]
    first_question: str


class Next(Schema):
    """What comes next: a question with its answers, or the situation."""

    question: str = ""
    key: str = ""
    answers: list[str] = Field(default_factory=list)
    situation: Situation | None = None


class ListQuery(Schema):
    q: Annotated[str, Field(max_length=LONGEST, description="名称、别名里的字")] = ""
    after: Annotated[str, Field(max_length=40, description="上一页最后一个的编码")] = ""
    limit: Annotated[int, Field(ge=1, le=MOST)] = MOST


class ChooseQuery(Schema):
    """回答, each written 问题的标识:回答."""

    answer: Annotated[list[str], Field(max_length=50)] = Field(default_factory=list)


@router.get("/matters", response=list[ListedMatter], auth=None, summary="查找可以申请的事项")
@open_to_all
def list_matters(request: HttpRequest, asked: Query[ListQuery]) -> list[ListedMatter]:
    rows = Matter.objects.open().select_related("owner")
    rows = rows.found(asked.q) if asked.q else rows.filter(code__gt=asked.after).order_by("code")
    return [_listed(request, matter) for matter in rows[: asked.limit]]


@router.get("/matters/{code}", response=WholeMatter, auth=None, summary="一个事项的全部内容")
@open_to_all
def one_matter(request: HttpRequest, code: str) -> WholeMatter:
    matter = _open(code)
    declared, version = _declared(matter), matter.current
    since = version.since if version else None
    return WholeMatter(
        **_listed(request, matter).dict(),
        version=version.number if version else 0,
        since=since,
        bases=[f"《{one.title}》{one.article}" for one in declared.bases],
        levels=[one.value for one in declared.levels],
        conditions=declared.conditions,
        statutory_days=declared.statutory_days,
        fees=[f"{one.item}：{one.standard}" for one in declared.fees],
        aliases=list(declared.aliases),
        situations=[_situation(request, declared, one) for one in declared.variants],
        first_question=declared.questions[0].key if declared.questions else "",
    )


@router.get("/matters/{code}/next", response=Next, auth=None, summary="按回答找办理情形")
@open_to_all
def choose_situation(request: HttpRequest, code: str, asked: Query[ChooseQuery]) -> Next:
    declared = _declared(_open(code))
    choice = choose(declared, dict(_pair(one) for one in asked.answer))
    if choice.variant:
        return Next(situation=_situation(request, declared, choice.variant))
    assert choice.question is not None
    answers = [one.title for one in choice.question.answers]
    return Next(question=choice.question.title, key=choice.question.key, answers=answers)


def _pair(said: str) -> tuple[str, str]:
    key, _, answer = said.partition(":")
    return key, answer


def _open(code: str) -> Matter:
    return get_object_or_404(Matter.objects.open().select_related("owner", "current"), code=code)


def _declared(matter: Matter) -> Declaration:
    assert matter.current is not None  # it is in force
    return matter.current.declared


def _listed(request: HttpRequest, matter: Matter) -> ListedMatter:
    return ListedMatter(
        code=matter.code,
        name=matter.name,
        kind=matter.power.value,
        owner=matter.owner.name,
        audience=matter.get_audience_display(),
        promised_days=matter.promised_days,
        flags=[one.value for one in matter.tags],
        link=request.build_absolute_uri(matter.get_absolute_url()),
    )


def _situation(request: HttpRequest, declared: Declaration, variant: Variant) -> Situation:
    guide = reverse("matters:guide", args=[declared.code, variant.key])
    return Situation(
        key=variant.key,
        title=variant.title,
        promised_days=declared.promised(variant),
        materials=[_asked_for(one) for one in declared.materials_of(variant)],
        guide=request.build_absolute_uri(guide),
    )


def _asked_for(one: Material) -> AskedFor:
    return AskedFor(
        code=one.code,
        title=one.title,
        deferrable=one.deferrable,
        supply_days=one.supply_days,
        asked_of_applicant=one.source is Source.APPLICANT,
        fetched_from=one.fetched_from,
    )
