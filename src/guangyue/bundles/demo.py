"""The demonstration's bundles: begun, accepted, decided and delivered by its people through the services that
the pages call, and what people propose."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from guangyue.accounts.demo import somebody_allowed
from guangyue.accounts.models import User
from guangyue.bundles.models import BundleCase, Theme, Wish
from guangyue.bundles.permissions import ANSWER_PROPOSALS
from guangyue.bundles.services.combining import combination_of
from guangyue.bundles.services.handling import accept_bundle, deliver_bundle
from guangyue.bundles.services.opening import hand_in_bundle, open_bundle, save_bundle
from guangyue.bundles.services.papers import add_files
from guangyue.bundles.services.proposals import answer_proposal, raise_proposal
from guangyue.bundles.showing import answers_of
from guangyue.cases.demo import People, prepare_decision
from guangyue.cases.demo_answers import WRITTEN
from guangyue.cases.entries import keep
from guangyue.cases.flow import Actor
from guangyue.cases.intake import Applicant, known_fields
from guangyue.cases.models import Case, Delivered
from guangyue.cases.permissions import DECIDE_CASES, RECEIVE_CASES, REVIEW_CASES
from guangyue.cases.services.delivery import Slip
from guangyue.cases.services.moving import move_case
from guangyue.cases.situations import chosen_region
from guangyue.kit.clocks import SHANGHAI, local_day
from guangyue.kit.models import HolidayNotice
from guangyue.kit.refusals import Refused
from guangyue.registries.models import Firm, Person

Say = Callable[[str], None]
SEED = 12
OPENS = time(9, 30)
VISITORS_FIRST = F("account").asc(nulls_last=True)


@dataclass(frozen=True)
class Story:
    """One bundle: begun so many days ago, with so many of its matters decided, the last perhaps refused."""

    theme: str
    ago: int
    handed_in: bool = True
    accepted: bool = True
    decided: int = 0
    refused: bool = False
    delivered: bool = False


STORIES = (
    Story("birth", 40, decided=4, delivered=True),
    Story("real-estate", 6, decided=1),
    Story("school", 2, handed_in=False),
    Story("marriage", 25, decided=1, refused=True),
    Story("graduate", 9, decided=3),
    Story("company-set-up", 2, accepted=False),
    Story("construction", 12, decided=1),
    Story("power", 50),
    Story("restaurant", 3),
)
PROPOSALS = (
    (
        "退休",
        "要跑社保、医保、公积金三个窗口，材料差不多，能不能一次交。",
        30,
        "已经和三个部门商定，列入下一批。",
    ),
    ("开药店", "执照、药品许可、医保定点要分三次申请。", 26, ""),
    ("二手车过户", "过户、保险、购置税信息变更分别排队。", 4, ""),
)


@transaction.atomic
def load(say: Say) -> None:
    """Once."""
    if BundleCase.objects.exists():
        return
    clerk, reviewer, decider = map(somebody_allowed, (RECEIVE_CASES, REVIEW_CASES, DECIDE_CASES))
    person = Person.objects.select_related("region").order_by(VISITORS_FIRST, "pk").first()
    firms = Firm.objects.select_related("region").filter(status="在营")
    firm = firms.order_by(VISITORS_FIRST, "pk").first()
    if clerk is None or reviewer is None or decider is None or person is None or firm is None:
        say("一件事：没有办理的人或者申请人，没有载入演示办件")
        return
    now, people = timezone.now(), People(clerk, reviewer, decider)
    draw = Random(SEED)  # noqa: S311  the same city each time, and nothing secret
    for story in STORIES:
        theme = Theme.objects.offered().select_related("current").filter(key=story.theme).first()
        if theme is not None:
            _tell(story, theme, (person, firm), people, draw, now)
    _propose(now)
    say(f"一件事 {BundleCase.objects.count()} 件，主题建议 {Wish.objects.count()} 条")


def _tell(
    story: Story,
    theme: Theme,
    applicants: tuple[Applicant, Applicant],
    people: People,
    draw: Random,
    now: datetime,
) -> None:
    at = _working_morning(now, story.ago)
    bundle = _begun(theme, applicants, people.clerk, draw, at)
    if bundle is None or not story.handed_in:
        return
    bundle = hand_in_bundle(bundle=bundle, consent=True, at=at)
    if story.accepted:
        bundle = accept_bundle(bundle=bundle, by=people.clerk, at=at + timedelta(hours=1))
    for number in range(story.decided):
        at = _next_working_day(at)
        _decide(bundle, people, at, refuse=story.refused and number == story.decided - 1)
    bundle.refresh_from_db()
    if story.delivered and bundle.decided_at and not bundle.finished_at:
        deliver_bundle(
            bundle=bundle,
            how=Case.Delivery.PICK_UP,
            slip=Slip(to=bundle.applicant_name, proof=Delivered.Proof.OWN),
            by=people.clerk,
            at=at + timedelta(hours=2),
        )


def _begun(
    theme: Theme, applicants: tuple[Applicant, Applicant], clerk: User, draw: Random, at: datetime
) -> BundleCase | None:
    """At the window, by whichever of the two the theme is for, with everything that it asks."""
    assert theme.current is not None
    situation = answers_of(theme.current.designed, {})
    for applicant in applicants:
        try:
            bundle = open_bundle(
                theme=theme,
                situation=situation,
                region=chosen_region("", applicant, on=local_day(at)),
                applicant=applicant,
                channel=Case.Channel.WINDOW,
                received_by=clerk,
                at=at,
            )
        except Refused:  # not for this one
            continue
        _fill(bundle, applicant, draw, at)
        return bundle
    return None


def _fill(bundle: BundleCase, applicant: Applicant, draw: Random, at: datetime) -> None:
    fields = [one.field for one in combination_of(bundle.version, bundle.situation).merged.fields]
    known = known_fields(fields, applicant, on=local_day(at), at=at)
    answers = {one.field.key: one.value for one in known}
    for field in fields:
        if field.key not in answers and field.entry in WRITTEN:
            answers[field.key] = keep(field, WRITTEN[field.entry](field, draw, at))
    sources = {one.field.key: one.source for one in known}
    save_bundle(bundle=bundle, answers=answers, sources=sources, phone="13806350012")
    for paper in bundle.papers.all():
        add_files(paper=paper, files=(), at=at, on_paper=True)


def _decide(bundle: BundleCase, people: People, at: datetime, *, refuse: bool) -> None:
    """The next of its matters that waits for a decision."""
    for part in bundle.parts.select_related("case").order_by("pk"):
        case = part.case
        if case is None or case.outcome or case.flow.declared.arrow("propose", since=case.step) is None:
            continue
        prepare_decision(case, people, at)
        for arrow, actor in (("propose", Actor.REVIEWER), ("refuse" if refuse else "grant", Actor.DECIDER)):
            said = "经核查，不具备规定的条件。" if refuse else "经审查，符合法定条件，拟同意。"
            move_case(case=case, arrow=arrow, by=people.of(actor), actor=actor, at=at, said=said)
        return


def _propose(now: datetime) -> None:
    answerer: User | None = somebody_allowed(ANSWER_PROPOSALS)
    for title, text, ago, reason in PROPOSALS:
        raised = raise_proposal(title=title, text=text, by=None, at=now - timedelta(days=ago))
        if reason and answerer:
            at = now - timedelta(days=ago - 10)
            answer_proposal(proposal=raised, decision="listed", reason=reason, by=answerer, at=at)


def _working_morning(now: datetime, ago: int) -> datetime:
    day = local_day(now) - timedelta(days=ago)
    calendar = HolidayNotice.objects.calendar()
    while not calendar.works(day):
        day -= timedelta(days=1)
    return datetime.combine(day, OPENS, SHANGHAI)


def _next_working_day(at: datetime) -> datetime:
    calendar = HolidayNotice.objects.calendar()
    following = next(day for day in calendar.after(local_day(at)) if day.works)
    return datetime.combine(following.date, OPENS, SHANGHAI)
