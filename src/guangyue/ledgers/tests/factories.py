"""Campaigns and problems at each step of their road, for tests."""

from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import SHANGHAI, a_user
from guangyue.files.models import File
from guangyue.files.tests.factories import a_photo
from guangyue.ledgers.flow import Side
from guangyue.ledgers.models import Campaign, Measure, Photo, Problem, Responsibility
from guangyue.ledgers.services.accepting import AcceptanceSaid, MemberSaid, accept_problem, sign_off
from guangyue.ledgers.services.listing import (
    MeasureSaid,
    ResponsibilitySaid,
    add_deadline,
    add_measure,
    add_responsibility,
    approve_lists,
    submit_lists,
)
from guangyue.ledgers.services.registering import ProblemSaid, register_problem
from guangyue.ledgers.services.working import apply_for_acceptance, complete_measure, start_work
from guangyue.ledgers.tests.small_city import PLAN
from guangyue.organisations.models import Organisation, Region

AT = datetime(2026, 3, 2, 10, tzinfo=SHANGHAI)
DAY, DUE = AT.date(), date(2026, 5, 1)

_numbers = count(1)


def an_upload(name: str = "现场.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, a_photo(), content_type="image/jpeg")


def a_campaign(*leads: Organisation) -> Campaign:
    said = {"title": PLAN.title, "cites": PLAN.cites, "since": PLAN.since, "until": PLAN.until}
    campaign, _ = Campaign.objects.get_or_create(key=PLAN.key, defaults=said)
    campaign.leads.add(*leads)
    return campaign


def a_problem_said(region: Region, organisation: Organisation, **said: Any) -> ProblemSaid:
    return ProblemSaid(
        **{
            "region": region,
            "organisation": organisation,
            "subject": f"违建{next(_numbers)}",
            "place": "东湖边",
            "source": "排查",
            "found_on": DAY,
            "kind": "违建",
            "zone": "东",
            "description": "临湖搭建",
            "facts": {"owner": "某某", "storeys": "2", "let": "是"},
            **said,
        }
    )


def a_problem(
    region: Region, organisation: Organisation, *, by: User | None = None, at: datetime = AT, **said: Any
) -> Problem:
    said_of = a_problem_said(region, organisation, **said)
    return register_problem(campaign=a_campaign(), said=said_of, by=by or a_user(), at=at)


def fill_lists(problem: Problem, *, by: User, due: date = DUE, at: datetime = AT) -> Problem:
    for kind in ("拆除", "恢复"):
        add_measure(problem=problem, said=MeasureSaid(kind, f"{kind}棚屋", "没有残留"), by=by, at=at)
    roles = Responsibility.Role
    for role, unit, person in ((roles.ANSWERS, "区政府", "张某"), (roles.CARRIES_OUT, "拆迁队", "李某")):
        add_responsibility(
            problem=problem, said=ResponsibilitySaid(role, unit, person, "负责人"), by=by, at=at
        )
    add_deadline(problem=problem, milestone="整改到位", due=due, by=by, at=at)
    return Problem.objects.get(pk=problem.pk)


def list_up(problem: Problem, *, by: User, lead: User, at: datetime = AT) -> Problem:
    """四张清单 approved."""
    fill_lists(problem, by=by, at=at)
    submit_lists(problem=problem, by=by, at=at)
    return approve_lists(problem=problem, by=lead, at=at)


def photograph(problem: Problem, *, by: User, at: datetime = AT) -> Photo:
    """整改后: a row without content, for those who look at no picture."""
    file = File.objects.create(
        name="现场.jpg", media_type="image/jpeg", size=1, sha256="0" * 64, kept_by=by, kept_at=at
    )
    round_ = Problem.objects.get(pk=problem.pk).round
    return problem.photos.create(round=round_, moment=Photo.Moment.AFTER, file=file, by=by, at=at)


def hand_in(problem: Problem, *, by: User, lead: User, at: datetime = AT) -> Problem:
    """Everything done, acceptance asked for."""
    start_work(problem=list_up(problem, by=by, lead=lead, at=at), by=by, at=at)
    for measure in problem.measures.filter(done_on=None):
        complete_measure(measure=measure, on=at.date(), said="已完成", by=by, at=at)
    photograph(problem, by=by, at=at)
    return apply_for_acceptance(problem=problem, said="整改完成", by=by, at=at)


def seen_on_site(problem: Problem, lead: User, *, at: datetime = AT, **said: Any) -> AcceptanceSaid:
    measures = Measure.objects.filter(problem=problem, round=problem.round)
    return AcceptanceSaid(
        **{
            "on": at.date(),
            "on_site": True,
            "members": [
                MemberSaid(Side.LEAD, str(lead.organisation), lead.name, lead.organisation),
                MemberSaid(Side.LOCAL, "区政府办公室", "王某"),
            ],
            "results": dict.fromkeys(measures, (True, "")),
            "said": "达到标准",
            "checks": ("公示",),
            **said,
        }
    )


def clear(problem: Problem, *, by: User, lead: User, at: datetime = AT) -> Problem:
    """All the way to 已销号."""
    problem = hand_in(problem, by=by, lead=lead, at=at)
    later = at + timedelta(days=1)
    accept_problem(problem=problem, said=seen_on_site(problem, lead, at=later), by=lead, at=later)
    sign_off(problem=problem, by=lead, at=later)
    return Problem.objects.get(pk=problem.pk)
