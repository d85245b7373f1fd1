"""核定: judging with what is known now, and keeping all that was judged on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.grants.cases import APPLICANT, OFFICIAL, KnownCase, registered_case
from guangyue.grants.models import Application, Decision
from guangyue.grants.refusals import (
    CorrectedAlready,
    MovedOn,
    NotInForce,
    ReasonMissing,
    RestrictionDoubted,
    StillUnknown,
)
from guangyue.grants.restricting import BY_CREDIT, CreditRestriction, restrictions_on
from guangyue.grants.services.applications import (
    move_application,
    refuse_own,
    rule_applied_for,
    subjects_of_application,
)
from guangyue.kit.numbers import next_number
from guangyue.policies.figures import standing_table
from guangyue.policies.telling import asks_told
from guangyue.registries.models import Person
from guangyue.rules.authoring import Rule
from guangyue.rules.frozen import Consulted, Frozen, freeze, freeze_verdict, hash_of
from guangyue.rules.parameters import Table
from guangyue.rules.verdicts import Status, Verdict, judge
from guangyue.systems.today import day_of_the_city

State = Application.State
Outcome = Decision.Outcome
SHORTEST_REASON = 6


@dataclass(frozen=True)
class Judged:
    """判定, with the figures that were looked up on the way, and what credit has against the payee."""

    case: KnownCase
    verdict: Verdict
    figures: list[Frozen]
    restrictions: list[CreditRestriction] = field(default_factory=list)

    @property
    def refused_by_credit(self) -> bool:
        """Whoever the rule itself refuses is refused by the rule."""
        return bool(self.restrictions) and self.verdict.status is not Status.INELIGIBLE


def judge_case(*, rule: Rule, case: KnownCase, on: date, table: Table) -> Judged:
    figures = Consulted(table)
    verdict = judge(rule, *case.subjects, on=on, lookup=figures)
    return Judged(case, verdict, figures.freeze())


def case_now(
    *, application: Application, rule: Rule, at: datetime, established: Sequence[Mapping[str, object]] = ()
) -> KnownCase:
    """What the registers say now; beside it what officials have established, and what the applicant said."""
    offered = application.offered
    assert offered is not None
    handed_in = subjects_of_application(application, rule)
    known = registered_case(
        offered=offered,
        rule=rule,
        payee=application.payee,
        item=application.item,
        on=application.on,
        known_at=at,
    ).with_said(handed_in.said(APPLICANT), who=APPLICANT)
    return known.with_said(established, who=OFFICIAL) if established else known


@transaction.atomic
def decide_application(
    *,
    application: Application,
    established: Sequence[Mapping[str, object]],
    granted: bool | None,
    reason: str,
    by: User,
    at: datetime,
) -> Decision:
    """作出核定: the engine judges; only what it leaves to a person the official decides, with a reason."""
    rows = Application.objects.select_related("person", "firm__legal_representative", "region")
    application = rows.select_for_update(of=("self",)).get(pk=application.pk)
    if not application.is_waiting:
        raise MovedOn
    refuse_own(application, by)
    judged = _judged(application, established, at)
    decision = _record(application, judged, granted=granted, reason=reason, corrects=None, by=by, at=at)
    to = State.APPROVED if decision.granted else State.REFUSED
    move_application(application=application, to=to, by=by, at=at, said=decision.number)
    return decision


@transaction.atomic
def correct_decision(
    *,
    decision: Decision,
    established: Sequence[Mapping[str, object]],
    granted: bool | None,
    reason: str,
    by: User,
    at: datetime,
) -> Decision:
    """更正: another decision on the same application, which says which it corrects, and why."""
    rows = Application.objects.select_related("person", "firm__legal_representative", "region")
    if decision.application_id is None:
        raise MovedOn("名册的核定请用新的名册更正。")
    application = rows.select_for_update(of=("self",)).get(pk=decision.application_id)
    refuse_own(application, by)
    if application.state not in (State.APPROVED, State.REFUSED):
        raise MovedOn("已经拨付的，请先追回，再作更正。")
    if Decision.objects.filter(corrects=decision).exists():
        raise CorrectedAlready
    if len(reason.strip()) < SHORTEST_REASON:
        raise ReasonMissing("请写明为什么更正。")
    judged = _judged(application, established, at)
    made = _record(application, judged, granted=granted, reason=reason, corrects=decision, by=by, at=at)
    to = State.APPROVED if made.granted else State.REFUSED
    move_application(
        application=application, to=to, by=by, at=at, said=f"{made.number} 更正 {decision.number}"
    )
    return made


def outcome_of(verdict: Verdict, *, granted: bool | None, reason: str) -> Decision.Outcome:
    """What follows from the verdict, or from the official where the clause leaves it open."""
    match verdict.status:
        case Status.ELIGIBLE:
            return Outcome.GRANTED
        case Status.INELIGIBLE:
            return Outcome.REFUSED
        case Status.FOR_A_PERSON:
            if granted is None or len(reason.strip()) < SHORTEST_REASON:
                raise ReasonMissing
            return Outcome.GRANTED if granted else Outcome.REFUSED
        case Status.NEEDS_INFO:
            raise StillUnknown(asks_told(verdict))
    assert verdict.on is not None
    raise NotInForce(verdict.rule.title, verdict.on)


def _refused_by_credit(judged: Judged) -> Decision.Outcome:
    """Not on records that their subject objects to alone, as long as nobody has answered."""
    if all(one.doubted for one in judged.restrictions):
        raise RestrictionDoubted
    return Outcome.REFUSED


def decision_of(
    judged: Judged, *, number: str, outcome: Decision.Outcome, known_at: datetime, **whose: object
) -> Decision:
    """A decision that is not in the database yet, with its hash."""
    verdict, rule = judged.verdict, judged.verdict.rule
    assert verdict.on is not None
    granted = outcome == Outcome.GRANTED
    decision = Decision(
        number=number,
        on=verdict.on,
        known_at=known_at,
        facts=[freeze(subject) for subject in judged.case.subjects],
        sources=judged.case.sources,
        figures=judged.figures,
        restrictions=[one.freeze() for one in judged.restrictions],
        fingerprint=rule.fingerprint,
        rule_key=rule.key,
        rule_since=rule.since,
        rule_until=rule.until,
        verdict=freeze_verdict(verdict),
        status=verdict.status.name,
        outcome=outcome,
        amount=verdict.amount if granted else None,
        cites=judged.restrictions[0].basis if judged.refused_by_credit else str(verdict.cites),
        **whose,
    )
    decision.hash = hash_of(decision.content)
    return decision


def _judged(application: Application, established: Sequence[Mapping[str, object]], at: datetime) -> Judged:
    offered = application.offered
    if offered is None:
        raise MovedOn("这项政策已经不再施行。")
    rule = rule_applied_for(offered=offered, payee=application.payee, on=application.judged_on)
    case = case_now(application=application, rule=rule, at=at, established=established)
    judged = judge_case(rule=rule, case=case, on=application.judged_on, table=standing_table(known_at=at))
    held = restrictions_on(offered=offered, payee=application.payee, on=day_of_the_city())
    return replace(judged, restrictions=held)


def _record(
    application: Application,
    judged: Judged,
    *,
    granted: bool | None,
    reason: str,
    corrects: Decision | None,
    by: User,
    at: datetime,
) -> Decision:
    payee = application.payee
    if judged.refused_by_credit:
        outcome, reason = _refused_by_credit(judged), reason.strip() or BY_CREDIT
    else:
        outcome = outcome_of(judged.verdict, granted=granted, reason=reason)
    decision = decision_of(
        judged,
        number=next_number("HD", "grants_decision_number", at=at),
        outcome=outcome,
        known_at=at,
        application=application,
        corrects=corrects,
        code=application.code,
        item=application.item,
        person=application.person,
        firm=application.firm,
        payee_name=payee.name,
        payee_number=payee.id_number if isinstance(payee, Person) else payee.credit_code,
        region=application.region,
        reason=reason.strip(),
        decided_by=by,
        decided_at=at,
    )
    decision.save(force_insert=True)
    return decision
