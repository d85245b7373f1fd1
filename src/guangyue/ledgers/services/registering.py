"""登记: a problem enters its ledger once; what it says is corrected, a double is merged."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.kit.clocks import local_day
from guangyue.kit.numbers import next_number
from guangyue.kit.refusals import Refused
from guangyue.ledgers.declared import campaign_plans
from guangyue.ledgers.fields import BadFact, Said, read_facts
from guangyue.ledgers.flow import WRITABLE, State
from guangyue.ledgers.models import Campaign, Problem
from guangyue.ledgers.plans import CampaignPlan, Judged, Proposal
from guangyue.ledgers.refusals import AlreadyListed, FoundAgain
from guangyue.ledgers.services.moving import Changed, hold, move, note
from guangyue.organisations.models import Organisation, Region


@dataclass(frozen=True)
class ProblemSaid:
    """What is said of a problem when it is registered or corrected."""

    region: Region
    organisation: Organisation
    subject: str
    place: str
    source: str
    found_on: date
    kind: str = ""
    zone: str = ""
    old_number: str = ""
    description: str = ""
    longitude: Decimal | None = None
    latitude: Decimal | None = None
    facts: Mapping[str, object] = field(default_factory=dict)


@transaction.atomic
def register_problem(*, campaign: Campaign, said: ProblemSaid, by: User | None, at: datetime) -> Problem:
    """登记: what was cleared and is found again is begun anew there, and not listed twice (R4)."""
    plan = campaign_plans()[campaign.key]
    facts = _checked(plan, campaign, said, at=at)
    _refuse_double(campaign, said)
    problem = Problem(
        **{**vars(said), "facts": facts},
        campaign=campaign,
        number=next_number("WT", "ledgers_problem_number", at=at),
        registered_by=by,
        registered_at=at,
        begun_on=local_day(at),
    )
    settle_long_stop(problem, plan)
    problem.save()
    note(problem, "登记", by=by, at=at, said=said.source)
    return problem


@transaction.atomic
def correct_problem(*, problem: Problem, said: ProblemSaid, by: User, at: datetime) -> Problem:
    """更正: until its lists are drawn up; every changed word is kept with what stood before."""
    held = hold(problem, *WRITABLE)
    plan = campaign_plans()[held.campaign_id]
    facts = _checked(plan, held.campaign, said, at=at)
    _refuse_double(held.campaign, said, but=held)
    new = {**vars(said), "facts": facts}
    changes = list(_changes(held, new, plan))
    for name, value in new.items():
        setattr(held, name, value)
    settle_long_stop(held, plan)
    held.save()
    if changes:
        note(held, "更正", by=by, at=at, changes=changes)
    return held


@transaction.atomic
def merge_problem(*, problem: Problem, into: Problem, said: str, by: User, at: datetime) -> Problem:
    """并入: one problem that stands in the ledger twice under different names."""
    held = hold(problem, State.REGISTERED)
    if into.campaign_id != held.campaign_id or into.pk == held.pk or into.state == State.MERGED.name:
        raise Refused("只能并入同一次整治的另一个问题。", field="into")
    held.merged_into = into
    held.due = held.latest = None
    return move(held, State.MERGED, what=f"并入 {into.number}", by=by, at=at, said=said)


def proposal_of(problem: Problem) -> Proposal:
    """整改建议 from what is known of it."""
    return campaign_plans()[problem.campaign_id].propose(judged(problem))


def judged(problem: Problem) -> Judged:
    return Judged(problem.kind, problem.zone, problem.source, problem.found_on, problem.facts)


def settle_long_stop(problem: Problem, plan: CampaignPlan) -> None:
    """最迟期限 of this round; without deadlines of its own a problem is due by then."""
    proposal = plan.propose(judged(problem))
    stop = proposal.long_stop
    problem.long_stop = stop.on if stop else None
    problem.latest = plan.latest(proposal, begun_on=problem.begun_on)
    problem.due = problem.latest


def _checked(plan: CampaignPlan, campaign: Campaign, said: ProblemSaid, *, at: datetime) -> dict[str, Said]:
    """The facts as they are kept, after all that the campaign asks of a problem."""
    if said.found_on > local_day(at):
        raise Refused("发现日期不能晚于今天。", field="found_on")
    if plan.regions and said.region.code not in plan.regions:
        raise Refused(f"{campaign.title}的范围不含{said.region}。", field="region")
    for name, offered in (("kind", plan.classes), ("zone", plan.zones), ("source", plan.sources)):
        value = getattr(said, name)
        if value and value not in offered:
            raise Refused(f"只能是{'、'.join(offered) or '空'}。", field=name)
    if (said.longitude is None) != (said.latitude is None):
        raise Refused("经度和纬度要一起填写。", field="latitude")
    try:
        return read_facts(plan.fields, said.facts)
    except BadFact as fault:
        raise Refused(str(fault), field=fault.field.key) from None


def _refuse_double(campaign: Campaign, said: ProblemSaid, *, but: Problem | None = None) -> None:
    standing = campaign.problems.exclude(state=State.MERGED.name)
    if but is not None:
        standing = standing.exclude(pk=but.pk)
    found = standing.filter(region=said.region, place=said.place, subject=said.subject).first()
    if found is None and said.old_number:
        found = standing.filter(old_number=said.old_number).first()
    if found is None:
        return
    raise FoundAgain(found.number) if found.in_state is State.SIGNED_OFF else AlreadyListed(found.number)


def _changes(problem: Problem, new: Mapping[str, object], plan: CampaignPlan) -> list[Changed]:
    """What is said otherwise now, field by field."""
    titles = {one.name: one.verbose_name for one in Problem._meta.concrete_fields}
    told: list[Changed] = []
    for name, after in new.items():
        before = getattr(problem, name)
        if name == "facts":
            assert isinstance(after, dict)
            told += [
                (one.title, one.said(before.get(one.key)), one.said(after.get(one.key)))
                for one in plan.fields
                if before.get(one.key) != after.get(one.key)
            ]
        elif before != after:
            told.append((str(titles[name]), str(before or ""), str(after or "")))
    return told
