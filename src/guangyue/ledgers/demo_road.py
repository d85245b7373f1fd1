"""The road of one problem of the demonstration, step by step, as far as it is to come."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from guangyue.accounts.models import User
from guangyue.files.models import File
from guangyue.ledgers.declared import campaign_plans
from guangyue.ledgers.flow import Side, State
from guangyue.ledgers.models import Photo, Problem, Responsibility
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
from guangyue.ledgers.services.proposing import FINAL, take_proposal
from guangyue.ledgers.services.working import (
    apply_for_acceptance,
    complete_measure,
    report_progress,
    start_work,
)

ORDER = (
    State.REGISTERED,
    State.DRAWN_UP,
    State.LISTED,
    State.IN_WORK,
    State.APPLIED,
    State.PASSED,
    State.SIGNED_OFF,
)
WORKED = timedelta(days=30)


@dataclass(frozen=True)
class Hands:
    """Who rectifies, and who leads."""

    doer: User
    lead: User


@dataclass
class Road:
    """演示问题的路."""

    problem: Problem
    hands: Hands
    photos: Mapping[Photo.Moment, File]
    days: int

    def walk(self, reached: State, *, at: datetime, until: datetime) -> None:
        """Each step some days after the one before, none after `until`."""
        self._show(Photo.Moment.BEFORE, at=at)
        steps = {
            State.DRAWN_UP: (5, self._draw_up),
            State.LISTED: (3, self._approve),
            State.IN_WORK: (1, self._start),
            State.APPLIED: (WORKED.days, self._finish),
            State.PASSED: (4, self._accept),
            State.SIGNED_OFF: (1, self._clear),
        }
        for state in ORDER[1 : ORDER.index(reached) + 1]:
            days, step = steps[state]
            at = min(at + timedelta(days=days), until)
            step(at)

    def _draw_up(self, at: datetime) -> None:
        by = self.hands.doer
        take_proposal(problem=self.problem, by=by, at=at)
        held = Problem.objects.get(pk=self.problem.pk)
        plan = campaign_plans()[held.campaign_id]
        if not held.measures.exists():
            said = MeasureSaid(plan.measures[0], f"{held.subject}：{plan.measures[0]}", "现场核验达到要求")
            add_measure(problem=held, said=said, by=by, at=at)
        roles = Responsibility.Role
        for role, unit, person, post in (
            (roles.LEADS, str(held.organisation), "张某", "分管负责人"),
            (roles.ANSWERS, str(held.organisation), "李某", "整改责任人"),
            (roles.CARRIES_OUT, "某某镇人民政府（演示）", "赵某", "镇长"),
        ):
            said_of = ResponsibilitySaid(role, unit, person, post, phone="0635-0000000")
            add_responsibility(problem=held, said=said_of, by=by, at=at)
        if not held.deadlines.filter(milestone=FINAL).exists():
            due = at.date() + timedelta(days=self.days)
            add_deadline(problem=held, milestone=FINAL, due=min(due, held.latest or due), by=by, at=at)
        submit_lists(problem=held, by=by, at=at)

    def _approve(self, at: datetime) -> None:
        approve_lists(problem=self.problem, by=self.hands.lead, at=at)

    def _start(self, at: datetime) -> None:
        start_work(problem=self.problem, by=self.hands.doer, at=at)
        report_progress(problem=self.problem, said="已经进场，按清单整改。", by=self.hands.doer, at=at)

    def _finish(self, at: datetime) -> None:
        by = self.hands.doer
        for measure in self.problem.measures.filter(done_on=None):
            complete_measure(measure=measure, on=at.date(), said="对照标准完成", by=by, at=at)
        self._show(Photo.Moment.AFTER, at=at)
        apply_for_acceptance(problem=self.problem, said="措施全部完成，申请现场验收。", by=by, at=at)

    def _accept(self, at: datetime) -> None:
        held = Problem.objects.select_related("campaign", "organisation").get(pk=self.problem.pk)
        lead = self.hands.lead
        said = AcceptanceSaid(
            on=at.date(),
            on_site=True,
            members=[
                MemberSaid(Side.LEAD, str(lead.organisation), "刘某", lead.organisation),
                MemberSaid(Side.LOCAL, str(held.organisation), "陈某", held.organisation),
                MemberSaid(Side.DOER, "某某镇人民政府（演示）", "赵某", signs=False),
            ],
            results=dict.fromkeys(held.measures.filter(round=held.round), (True, "现场核验达到标准")),
            said="联合到现场验收，逐项达到标准，同意通过。",
            checks=campaign_plans()[held.campaign_id].checks,
        )
        accept_problem(problem=held, said=said, by=lead, at=at)

    def _clear(self, at: datetime) -> None:
        sign_off(problem=self.problem, by=self.hands.lead, at=at)

    def _show(self, moment: Photo.Moment, *, at: datetime) -> None:
        self.problem.photos.create(
            round=1, moment=moment, file=self.photos[moment], by=self.hands.doer, at=at
        )
