"""Plans, projects, drafts and consultations for tests."""

from datetime import date, datetime, timedelta
from typing import Any

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.kit.clocks import SHANGHAI
from guangyue.legislation.kinds import Audience, Category, RuleKind, Speaker, Stance
from guangyue.legislation.models import (
    Comment,
    LawProject,
    LegislativePlan,
    LegislativeTerms,
    PublicConsultation,
)
from guangyue.legislation.obligations import Flag
from guangyue.legislation.services.commenting import Author, Said, comment
from guangyue.legislation.services.consulting import open_consultation, prepare_consultation
from guangyue.legislation.services.drafting import decide_impact, submit_draft
from guangyue.legislation.services.moving import Recorded, move_project
from guangyue.legislation.services.planning import set_terms
from guangyue.organisations.models import Organisation

AT = datetime(2020, 6, 1, 10, tzinfo=SHANGHAI)
OPENS, CLOSES = date(2020, 6, 1), date(2020, 7, 1)
AFTER = datetime(2020, 7, 2, 10, tzinfo=SHANGHAI)
TEXT = """第一章 总则
第一条 为了示例，制定本办法。
第二条 违反的，处二百元罚款。
第二章 附则
第三条 自公布之日起施行。"""


def a_plan(year: int = 2020) -> LegislativePlan:
    plan, _ = LegislativePlan.objects.get_or_create(
        year=year,
        defaults={"title": f"{year}年立法工作计划", "number": "示例", "adopted_on": date(year, 3, 1)},
    )
    return plan


def a_project(unit: Organisation, **fields: Any) -> LawProject:
    number = LawProject.objects.count() + 1
    defaults = {
        "number": f"LF{number:04d}",
        "name": f"示例办法{number}",
        "kind": RuleKind.RULE,
        "category": Category.COMPLETE,
        "plan": a_plan(),
        "due": date(2020, 12, 31),
    }
    return LawProject.objects.create(unit=unit, **{**defaults, **fields})


def some_terms(min_days: int | None = 30) -> LegislativeTerms:
    return set_terms(
        since=date(2020, 3, 1),
        min_days=min_days,
        review_days=45,
        approval_days=30,
        opposing_percent=30,
        many_comments=3,
        ground="测试",
        by=None,
        at=AT,
    )


def go(project: LawProject, key: str, by: User, *, at: datetime = AT, **recorded: Any) -> LawProject:
    """One step, on the day it is taken."""
    record = Recorded(at.astimezone(SHANGHAI).date(), **recorded)
    return move_project(project=project, key=key, recorded=record, by=by, at=at)


def a_drafted(unit: Organisation, by: User, *, explanation: str = "说明", **fields: Any) -> LawProject:
    project = go(a_project(unit, **fields), "draft", by)
    submit_draft(project=project, text=TEXT, explanation=explanation, creates_powers=False, by=by, at=AT)
    return project


def an_open_consultation(unit: Organisation, by: User, **fields: Any) -> PublicConsultation:
    if not LegislativeTerms.objects.exists():
        some_terms()
    prepared = prepare_consultation(
        project=a_drafted(unit, by, **fields),
        audiences=[Audience.PUBLIC, Audience.EXPERTS],
        channels="来信",
        by=by,
        at=AT,
    )
    return open_consultation(consultation=prepared, opens=OPENS, closes=CLOSES, by=by, at=AT)


def a_comment(
    consultation: PublicConsultation,
    *,
    article: str = "",
    speaker: Speaker = Speaker.PERSON,
    stance: Stance = Stance.AMEND,
    text: str = "建议写明期限",
    **author: Any,
) -> Comment:
    place = consultation.draft.articles.get(label=article) if article and consultation.draft else None
    return comment(
        consultation=consultation,
        said=[Said(place, stance, text)],
        author=Author(speaker, **author),
        at=AT,
        taken_by=None if consultation.is_open(AT.date()) else a_user(),
    )


def all_flags(project: LawProject, by: User, *held: Flag) -> None:
    for flag in Flag:
        decide_impact(
            project=project, flag=flag, holds=flag in held, reason="示例", corrects=False, by=by, at=AFTER
        )


def days_after(days: int) -> datetime:
    return AFTER + timedelta(days=days)
