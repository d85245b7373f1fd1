"""The demonstration's law-making: projects of the enacted plan, each at another place of its road."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import cycle
from random import Random

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from guangyue.accounts.demo import somebody_allowed
from guangyue.accounts.models import User
from guangyue.kit.clocks import SHANGHAI
from guangyue.legislation.demo_steps import Hands, answered, argued, heard, published, sent
from guangyue.legislation.kinds import Audience, Category, Piece, Speaker, Stance
from guangyue.legislation.models import LawProject, LegislativeTerms, PublicConsultation
from guangyue.legislation.permissions import DECIDE_LEGISLATION, DRAFT_RULES, OVERSEE_LEGISLATION
from guangyue.legislation.services.commenting import Author, Said, comment
from guangyue.legislation.services.consulting import open_consultation, prepare_consultation
from guangyue.legislation.services.drafting import hand_in_piece, state_power, submit_draft
from guangyue.legislation.services.moving import Recorded, keep_projects_going, move_project
from guangyue.legislation.services.planning import set_terms
from guangyue.legislation.timing import earliest_close

Say = Callable[[str], None]
SEED = 20200316
SPEAKERS = (Speaker.PERSON, Speaker.PERSON, Speaker.UNIT, Speaker.PERSON)
STANCES = (Stance.AMEND, Stance.AMEND, Stance.FOR, Stance.AGAINST)
DAYS_OF_DRAFTING = 40
MIN_DAYS = 30


@dataclass(frozen=True)
class Power:
    """设定的权力 of a demonstrated draft."""

    article: str
    name: str
    basis: str


@dataclass(frozen=True)
class Remarks:
    """What is said of an article, each as often as people in a city say the same."""

    article: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Scene:
    """一个项目的演示: when its consultation opened, how far it went from there, what is written and said."""

    project: str
    opened: date | int  # a day, or so many days ago
    stop: str  # consulting, answering, hearing, reviewing or published
    text: str
    explanation: str
    powers: tuple[Power, ...] = ()
    remarks: tuple[Remarks, ...] = ()
    voices: int = 0
    disputed: bool = False  # so that a hearing is obligatory

    @property
    def opens(self) -> date:
        if isinstance(self.opened, date):
            return self.opened
        return timezone.localdate() - timedelta(days=self.opened)


@dataclass(frozen=True)
class Scenes:
    """演示数据 of a city's law-making."""

    scenes: tuple[Scene, ...]
    studied: tuple[str, ...] = ()  # with a report, and no frame yet
    ground: str = ""  # of the shortest consultation
    since: date = date(2020, 3, 16)


@transaction.atomic
def load(say: Say) -> None:
    """Once: what is there already is left alone."""
    drafter, overseer = somebody_allowed(DRAFT_RULES), somebody_allowed(OVERSEE_LEGISLATION)
    decider = somebody_allowed(DECIDE_LEGISLATION)
    if drafter is None or overseer is None or decider is None or PublicConsultation.objects.exists():
        say("立法：没有起草、审查或者决定的人员，或者已经有征求意见，没有再载入")
        return
    declared: Scenes = import_string(settings.GUANGYUE_DEMO_LEGISLATION)
    _set_terms(declared, overseer)
    hands = Hands(drafter, overseer, decider)
    chance = Random(SEED)  # noqa: S311  (nobody's secret)
    for scene in declared.scenes:
        _play(scene, hands, chance)
    for name in declared.studied:
        _study(LawProject.objects.get(name=name), drafter, on=declared.since)
    keep_projects_going.run(at=timezone.now())
    say(f"立法项目演示 {len(declared.scenes) + len(declared.studied)} 件")


def _set_terms(declared: Scenes, by: User) -> None:
    """The shortest length is set by the law in force, on top of what the city declares."""
    before = LegislativeTerms.objects.on(declared.since)
    set_terms(
        since=declared.since,
        min_days=MIN_DAYS,
        review_days=before.review_days if before else 45,
        approval_days=before.approval_days if before else 30,
        opposing_percent=before.opposing_percent if before else 30,
        many_comments=before.many_comments if before else 100,
        ground=declared.ground,
        by=by,
        at=_at(declared.since),
    )


def _play(scene: Scene, hands: Hands, chance: Random) -> None:
    project = LawProject.objects.get(name=scene.project)
    consultation = _opened(scene, project, hands.drafter)
    _speak(scene, consultation, chance)
    after = _at(consultation.last_day + timedelta(days=1))
    if scene.stop in ("consulting", "answering"):
        return
    answered(consultation, hands, at=after)
    project = heard(project, hands, disputed=scene.disputed, reported=scene.stop != "hearing", at=after)
    if scene.stop == "hearing":
        return
    project = sent(
        argued(project, hands, at=after + timedelta(days=30)), hands, at=after + timedelta(days=40)
    )
    if scene.stop == "published":
        published(project, hands, at=after + timedelta(days=60))


def _opened(scene: Scene, project: LawProject, by: User) -> PublicConsultation:
    begins, at = _at(scene.opens - timedelta(days=DAYS_OF_DRAFTING)), _at(scene.opens)
    move_project(project=project, key="draft", recorded=Recorded(begins.date()), by=by, at=begins)
    submit_draft(
        project=project,
        text=scene.text,
        explanation=scene.explanation,
        creates_powers=bool(scene.powers),
        by=by,
        at=at,
    )
    for power in scene.powers:
        state_power(
            project=project, article=power.article, name=power.name, basis=power.basis, unit=project.unit
        )
    prepared = prepare_consultation(
        project=project,
        audiences=[Audience.PUBLIC, Audience.EXPERTS, Audience.DEPARTMENTS],
        channels="信函寄起草单位（演示）",
        by=by,
        at=at,
    )
    closes = earliest_close(scene.opens, MIN_DAYS)
    return open_consultation(consultation=prepared, opens=scene.opens, closes=closes, by=by, at=at)


def _speak(scene: Scene, consultation: PublicConsultation, chance: Random) -> None:
    """People in turn, some under their names, and one deputy."""
    if consultation.draft is None or not scene.remarks:
        return
    articles = {one.label: one for one in consultation.draft.articles.all()}
    at = _at(scene.opens) + timedelta(hours=3)
    for nth, (remark, speaker) in enumerate(zip(cycle(scene.remarks), cycle(SPEAKERS), strict=False)):
        if nth == scene.voices:
            break
        said = Said(
            articles.get(remark.article), chance.choice(STANCES), remark.texts[nth % len(remark.texts)]
        )
        deputy = nth == 1
        author = Author(
            Speaker.DEPUTY if deputy else speaker, _name(nth, speaker, deputy), name_shown=nth % 3 == 0
        )
        comment(consultation=consultation, said=[said], author=author, at=at + timedelta(hours=nth * 4))


def _name(nth: int, speaker: Speaker, deputy: bool) -> str:
    if deputy:
        return "人大代表（演示）"
    return f"某物业公司{nth}（演示）" if speaker == Speaker.UNIT else ("" if nth % 2 else "王女士（演示）")


def _study(project: LawProject, by: User, *, on: date) -> None:
    """Under study; the report is there, the frame is not."""
    assert project.category == Category.STUDY
    at = _at(on + timedelta(days=60))
    move_project(project=project, key="study", recorded=Recorded(at.date()), by=by, at=at)
    hand_in_piece(
        project=project,
        piece=Piece.REPORT,
        summary="演示：走访了十个街道，梳理了现状、问题和外地做法。",
        file=None,
        by=by,
        at=at,
    )


def _at(on: date) -> datetime:
    return datetime.combine(on, time(10), SHANGHAI)
