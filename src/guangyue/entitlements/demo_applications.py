"""The demonstration's applications: handed in, decided, paid and made public by its people, each step through
the service that the page of that step calls."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta

from django.db import transaction
from django.db.models import Count, QuerySet
from django.utils import timezone

from guangyue.accounts.demo import somebody_allowed
from guangyue.accounts.models import User
from guangyue.disclosure.permissions import REVIEW_NOTICES
from guangyue.disclosure.services import publish_notice, review_notice
from guangyue.disclosure.services.notices import Content
from guangyue.entitlements.models import Match
from guangyue.entitlements.services.runs import refresh_matches
from guangyue.entitlements.states import State
from guangyue.funds.models import Batch, Source
from guangyue.funds.permissions import CONSENT_PAYMENTS
from guangyue.funds.services.disclosing import disclose_batch, notice_table
from guangyue.funds.services.payments import consent_batch, pay_batch, prepare_batch
from guangyue.funds.services.years import plan_service, set_fund
from guangyue.grants.models import Application, Decision
from guangyue.grants.permissions import REVIEW_APPLICATIONS
from guangyue.grants.services.applications import (
    accept_application,
    ask_for_supplement,
    save_application,
    submit_application,
)
from guangyue.grants.services.decisions import decide_application
from guangyue.kit.money import Money
from guangyue.organisations.models import Region
from guangyue.registries.permissions import LOOK_AT_PERSONS
from guangyue.systems.offered import Offered, offered
from guangyue.systems.today import day_of_the_city

Say = Callable[[str], None]

EACH = 5  # applications of a policy, of as many districts
POLICIES = 4
ON_SHOW = timedelta(days=30)
FROM_ABOVE, OWN, FAIR = Money.yuan(30_000_000), Money.yuan(10_000_000), Money.yuan(200_000)


@transaction.atomic
def load(say: Say) -> None:
    """Once: of four policies a batch made public, one that waits for consent, decisions that wait for a
    batch, and applications that wait for a decision."""
    if Application.objects.exists():
        return
    clerk, reviewer, finance, chief = map(
        somebody_allowed, (LOOK_AT_PERSONS, REVIEW_APPLICATIONS, CONSENT_PAYMENTS, REVIEW_NOTICES)
    )
    policies = _policies()
    if clerk is None or reviewer is None or finance is None or chief is None or len(policies) < POLICIES:
        say("政策兑现：没有办理的人，或者没有可以申领的政策，没有载入演示申请")
        return
    published, waiting, decided, handed_in = policies
    _enter_fund(published, by=finance, planner=reviewer)
    batch = _batch(_granted(published, clerk, reviewer), by=reviewer)
    _pay_and_publish(batch, preparer=reviewer, finance=finance, reviewer=chief)
    for early in _handed_in(published, State.UPCOMING, by=clerk, many=1):
        _decide(early, by=reviewer)
    _batch(_granted(waiting, clerk, reviewer), by=reviewer)
    _granted(decided, clerk, reviewer, many=3)
    _take_up(list(_handed_in(handed_in, State.ENTITLED, by=clerk)), by=reviewer)
    for firm, person in Application.objects.values_list("firm", "person"):
        refresh_matches.defer(kind="firm" if firm else "person", number=firm or person)
    asked, made = Application.objects.count(), Decision.objects.count()
    say(f"政策兑现：申请 {asked} 件，核定 {made} 份，拨付批次 2 个，公示 1 份")


def _policies() -> list[Offered]:
    """Those that most could ask for, of which everything that must be public stands in the ledger."""
    many = dict(_claimable(State.ENTITLED).values_list("code").annotate(Count("pk")))
    fit = [one for one in offered() if one.code in many and _is_plain(one)]
    return sorted(fit, key=lambda one: (-many[one.code], one.code))[:POLICIES]


def _is_plain(one: Offered) -> bool:
    funding = one.system.funding
    return not one.offer.sensitive and funding is not None and not funding.also_published.get(one.offer.key)


def _claimable(state: State) -> QuerySet[Match]:
    """Of payees whom no visitor steps in as: those find theirs not asked for yet."""
    rows = Match.objects.filter(state=state, amount__gt=0)
    return rows.filter(person__account=None, firm__account=None)


def _handed_in(one: Offered, state: State, *, by: User, many: int = EACH) -> Iterator[Application]:
    """At the counter, one of each district."""
    rows = _claimable(state).filter(code=one.code).select_related("person", "firm")
    for match in rows.order_by("district_id", "pk").distinct("district_id")[:many]:
        at, on = timezone.now(), day_of_the_city()
        said: list[dict[str, object]] = [{} for _ in one.versions[-1].subjects]
        draft = save_application(offered=one, payee=match.payee, item=match.item, on=on, said=said, at=at)
        yield submit_application(application=draft, consent=True, by=by, at=at)


def _granted(one: Offered, clerk: User, reviewer: User, *, many: int = EACH) -> list[Decision]:
    return [
        _decide(each, by=reviewer, reason="与登记信息核对一致")
        for each in _handed_in(one, State.ENTITLED, by=clerk, many=many)
    ]


def _decide(application: Application, *, by: User, reason: str = "") -> Decision:
    """As the engine judges by the registers; what it leaves to a person is granted, with the reason."""
    return decide_application(
        application=application,
        established=[],
        granted=True,
        reason=reason,
        by=by,
        at=timezone.now(),
    )


def _take_up(applications: Sequence[Application], *, by: User) -> None:
    """The first lacks something, the second is being looked at; the others wait."""
    first, second, *_ = applications
    at = timezone.now()
    ask_for_supplement(application=first, said="营业执照复印件看不清，请补一份清楚的。", by=by, at=at)
    accept_application(application=second, by=by, at=at)


def _enter_fund(one: Offered, *, by: User, planner: User) -> None:
    at, funding = timezone.now(), one.system.funding
    assert funding is not None
    fund = set_fund(
        system=one.system,
        region=_city(),
        year=timezone.localdate(at).year,
        upper=FROM_ABOVE,
        own=OWN,
        by=by,
        at=at,
    )
    plan_service(fund=fund, funding=funding, purpose="购买招聘会服务", amount=FAIR, by=planner, at=at)


def _batch(decisions: Sequence[Decision], *, by: User) -> Batch:
    at = timezone.now()
    return prepare_batch(
        decisions=decisions,
        region=_city(),
        source=Source.CITY,
        year=timezone.localdate(at).year,
        purpose=decisions[0].title,
        standard=_standard(decisions),
        by=by,
        at=at,
    )


def _standard(decisions: Iterable[Decision]) -> str:
    amounts = {decision.amount for decision in decisions}
    return f"{amounts.pop()}" if len(amounts) == 1 else "按实际缴费核定"


def _pay_and_publish(batch: Batch, *, preparer: User, finance: User, reviewer: User) -> None:
    at = timezone.now()
    today = timezone.localdate(at)
    agreed = consent_batch(batch=batch, by=finance, at=at)
    paid = pay_batch(batch=agreed, voucher=f"GK{today:%Y}0001", paid_on=today, by=finance, at=at)
    columns, rows = notice_table(paid)
    content = Content(f"{paid.region}{paid.title}发放名单（{paid.number}）", "", columns, rows)
    notice = disclose_batch(
        batch=paid, content=content, since=today, until=today + ON_SHOW, by=preparer, at=at
    )
    publish_notice(notice=review_notice(notice=notice, by=reviewer, at=at), by=preparer, at=at)


def _city() -> Region:
    return Region.objects.get(kind=Region.Kind.CITY)
