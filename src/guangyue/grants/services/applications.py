"""申请: keeping a draft, handing it in, taking it up, asking once for more, taking it back."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.cases.flow import Actor
from guangyue.cases.models import Case
from guangyue.cases.services.moving import move_case
from guangyue.cases.services.opening import hand_in, open_case
from guangyue.grants.cases import APPLICANT, AUDIENCES, KnownCase, Payee, day_of_occasion, registered_case
from guangyue.grants.flow import ACCEPTED_FROM, ARROWS, ENTRANCE, ONLY, matter_code
from guangyue.grants.models import Application, Move
from guangyue.grants.models.applications import GRANTED
from guangyue.grants.periods import same_period
from guangyue.grants.refusals import (
    AppliedAlready,
    ConsentMissing,
    HadAlready,
    MovedOn,
    NoApplicationNeeded,
    NotForThem,
    NotInForce,
    OwnCase,
    SupplementedOnce,
)
from guangyue.kit.numbers import next_number
from guangyue.kit.refusals import Refused
from guangyue.matters.models import Matter
from guangyue.notifications.services import notify
from guangyue.registries.models import Firm, Person
from guangyue.rules.authoring import Rule
from guangyue.rules.frozen import freeze, thaw
from guangyue.systems.offered import Offered

State = Application.State
CHANGEABLE = (State.DRAFT, State.SUPPLEMENT)
SHORTEST_SUPPLEMENT = 6
Said = Sequence[Mapping[str, object]]

# What the applicant is told beside the moves of the case; the policy is named on the page, after signing in.
TOLD = {
    State.SUBMITTED: "已经收到，等待审核",
    State.PAID: "已经拨付",
    State.DISCLOSED: "已经按规定公开",
}


def rule_applied_for(*, offered: Offered, payee: Payee, on: date) -> Rule:
    """The version in force, if such a payee may apply for it at all."""
    if offered.offer.audience is not AUDIENCES[type(payee)]:
        raise NotForThem
    if offered.offer.automatic:
        raise NoApplicationNeeded
    rule = offered.in_force(on)
    if rule is None:
        raise NotInForce(offered.title, on)
    return rule


def own_draft(*, payee: Payee, code: str, item: str) -> Application | None:
    """What the applicant can still change: a draft, or what is to be supplemented."""
    rows = Application.objects.of_payee(payee).filter(code=code, item=item)
    return rows.filter(state__in=CHANGEABLE).first()


@transaction.atomic
def save_application(
    *, offered: Offered, payee: Payee, item: str, on: date, said: Said, at: datetime
) -> Application:
    """保存草稿: what was said so far, beside what the registers say now."""
    _hold(payee)
    judged_on = day_of_occasion(offered=offered, payee=payee, item=item, on=on, known_at=at)
    rule = rule_applied_for(offered=offered, payee=payee, on=judged_on)
    application = own_draft(payee=payee, code=offered.code, item=item)
    if application is None:
        _refuse_another(offered=offered, payee=payee, item=item, on=on)
        application = Application(
            code=offered.code,
            item=item,
            **{payee.about.value: payee},
            region_id=payee.region_id,
            case=_open_case(offered, payee, at=at),
        )
    else:
        application = _locked(application)
        if application.state not in CHANGEABLE:  # handed in while this waited
            raise AppliedAlready
    if application.state == State.DRAFT:
        application.on, application.judged_on = on, judged_on
    known = registered_case(
        offered=offered, rule=rule, payee=payee, item=item, on=application.on, known_at=at
    ).with_said(said, who=APPLICANT)
    _keep(application, known)
    application.saved_at = at
    application.save()
    return application


@transaction.atomic
def submit_application(*, application: Application, consent: bool, by: User, at: datetime) -> Application:
    """提交: only with the applicant's own yes; what was to be supplemented goes back to whoever asked."""
    application = _locked(application)
    if application.state not in CHANGEABLE:
        raise MovedOn
    if not consent:
        raise ConsentMissing
    application.consent_at = at
    application.submitted_by = by
    if application.state == State.SUPPLEMENT:
        return move_application(application=application, to=State.ACCEPTED, by=by, at=at, said="已补正")
    application.submitted_at = at
    application.number = next_number("SQ", "grants_application_number", at=at)
    if application.case:
        hand_in(case=application.case, consent=consent, by=by, actor=Actor.APPLICANT, at=at)
    return move_application(application=application, to=State.SUBMITTED, by=by, at=at)


@transaction.atomic
def accept_application(*, application: Application, by: User, at: datetime) -> Application:
    """受理: an official takes it up."""
    application = _locked(application)
    if application.state != State.SUBMITTED:
        raise MovedOn
    refuse_own(application, by)
    return move_application(application=application, to=State.ACCEPTED, by=by, at=at)


@transaction.atomic
def ask_for_supplement(*, application: Application, said: str, by: User, at: datetime) -> Application:
    """一次性补正: all that is missing, told once."""
    application = _locked(application)
    if not application.is_waiting:
        raise MovedOn
    refuse_own(application, by)
    if len(said.strip()) < SHORTEST_SUPPLEMENT:
        raise Refused("请写明要补正什么，一次性告知。", field="said")
    if application.moves.filter(to=State.SUPPLEMENT).exists():
        raise SupplementedOnce
    return move_application(application=application, to=State.SUPPLEMENT, by=by, at=at, said=said.strip())


@transaction.atomic
def withdraw_application(*, application: Application, by: User, at: datetime) -> Application:
    """撤回, by the applicant, as long as nothing is decided."""
    application = _locked(application)
    if not application.is_open:
        raise MovedOn("已经作出核定，不能撤回。")
    return move_application(application=application, to=State.WITHDRAWN, by=by, at=at)


def move_application(
    *, application: Application, to: str, by: User | None, at: datetime, said: str = ""
) -> Application:
    """The application comes to a state; the row says who and when, and the applicant is told."""
    before, application.state = application.state, to
    application.save()
    _move_case(application, before, by=by, at=at, said=said)
    move = Move.objects.create(application=application, to=to, by=by, at=at, said=said)
    account = application.payee.account
    if account and to in TOLD:
        notify(
            to=account,
            title=f"申请 {application.number} {TOLD[State(to)]}",
            body="详细情况请登录以后查看。",
            link=reverse("grants:own_application", args=[application.key]),
            key=f"grants.move.{move.pk}",
            at=at,
        )
    return application


def subjects_of_application(application: Application, rule: Rule) -> KnownCase:
    """What the application was handed in with."""
    facts = application.facts or [{} for _ in rule.subjects]
    subjects = tuple(thaw(kind, kept) for kind, kept in zip(rule.subjects, facts, strict=True))
    return KnownCase(subjects, application.sources or [{} for _ in rule.subjects])


def refuse_own(application: Application, by: User) -> None:
    """Nobody decides for themselves: not as the person, and not as who leads the firm."""
    leads = application.firm.legal_representative if application.firm else None
    accounts = {
        application.payee.account_id,
        application.submitted_by_id,
        leads.account_id if leads else None,
    }
    if by.pk in accounts:
        raise OwnCase


def _open_case(offered: Offered, payee: Payee, *, at: datetime) -> Case:
    """办件 of the application, a draft like it."""
    return open_case(
        matter=Matter.objects.get(code=matter_code(offered.code)),
        variant=ONLY,
        region=payee.region,
        applicant=payee,
        channel=Case.Channel.ONLINE,
        at=at,
        through=ENTRANCE,
    )


def _move_case(application: Application, before: str, *, by: User | None, at: datetime, said: str) -> None:
    """The case goes the same way; whoever judged and decided stands in both."""
    arrows = ACCEPTED_FROM if application.state == State.ACCEPTED else ARROWS
    found = arrows.get(State(before if arrows is ACCEPTED_FROM else application.state))
    if application.case and application.case.number and found:
        move_case(case=application.case, arrow=found, by=by, actor=Actor.SYSTEM, at=at, said=said)


def _keep(application: Application, known: KnownCase) -> None:
    application.facts = [freeze(subject) for subject in known.subjects]
    application.sources = known.sources


def _locked(application: Application) -> Application:
    rows = Application.objects.select_related("person", "firm").select_for_update(of=("self",))
    return rows.get(pk=application.pk)


def _hold(payee: Payee) -> None:
    """One at a time for one payee, so that two windows open at once make no second application."""
    rows = Person.objects if isinstance(payee, Person) else Firm.objects
    rows.select_for_update(of=("self",), no_key=True).get(pk=payee.pk)


def _refuse_another(*, offered: Offered, payee: Payee, item: str, on: date) -> None:
    theirs = Application.objects.of_payee(payee).filter(code=offered.code, item=item)
    if theirs.open().exists():
        raise AppliedAlready
    granted = theirs.filter(state__in=GRANTED).values_list("on", flat=True)
    if any(same_period(offered.code, before, on) for before in granted):
        raise HadAlready
