"""The demonstration's problems: brought as far as the city says, through the usual services."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.db.models import Q
from django.utils.module_loading import import_string
from PIL import Image, ImageDraw

from guangyue.accounts.demo import somebody_allowed
from guangyue.accounts.models import Kind, User
from guangyue.accounts.roles import roles_allowing
from guangyue.files.models import File
from guangyue.files.services import keep_file
from guangyue.kit.access import Permission
from guangyue.kit.clocks import SHANGHAI
from guangyue.ledgers.demo_road import Hands, Road
from guangyue.ledgers.flow import State
from guangyue.ledgers.models import Campaign, Photo, Problem, Sampled, Sampling
from guangyue.ledgers.permissions import CLEAR_PROBLEMS, INSPECT_PROBLEMS, RECTIFY_PROBLEMS
from guangyue.ledgers.services.registering import ProblemSaid, register_problem
from guangyue.ledgers.services.tipping import TipSaid, answer_tip, take_tip
from guangyue.ledgers.services.watching import open_sampling, record_sample
from guangyue.organisations.models import Organisation, Region
from guangyue.systems.today import day_of_the_city, moment_of_the_city

Say = Callable[[str], None]

MOST_SAMPLED = 4


@dataclass(frozen=True)
class DemoProblem:
    """演示问题: what is said of it, and which state it has reached by the day of the city."""

    campaign: str
    region: str
    subject: str
    place: str
    source: str
    found_on: date
    reached: State
    kind: str = ""
    zone: str = ""
    old_number: str = ""
    description: str = ""
    longitude: Decimal | None = None
    latitude: Decimal | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    days: int = 90  # from its registration to its deadline


@transaction.atomic
def load(say: Say) -> None:
    """Once: what is there already is left alone."""
    inspector = somebody_allowed(INSPECT_PROBLEMS)
    declared: Sequence[DemoProblem] = import_string(settings.GUANGYUE_DEMO_PROBLEMS)
    if inspector is None or Problem.objects.exists() or not Campaign.objects.exists():
        say("整改问题：没有专项整治或者检查人员，或者已经载入")
        return
    photos = {moment: _picture(moment) for moment in (Photo.Moment.BEFORE, Photo.Moment.AFTER)}
    for one in declared:
        _walk(one, photos)
    samplings = _look_back(inspector)
    _tip(inspector)
    say(f"整改问题 {len(declared)} 个，抽查 {samplings} 个（演示数据）")


def _walk(one: DemoProblem, photos: Mapping[Photo.Moment, File]) -> None:
    campaign = Campaign.objects.get(key=one.campaign)
    region = Region.objects.get(code=one.region)
    local = _government_of(region)
    hands = Hands(
        doer=_person_of(local, RECTIFY_PROBLEMS),
        lead=_person_of(campaign.leads.order_by("pk")[0], CLEAR_PROBLEMS),
    )
    said = ProblemSaid(
        region=region,
        organisation=local,
        subject=one.subject,
        place=one.place,
        source=one.source,
        found_on=one.found_on,
        kind=one.kind,
        zone=one.zone,
        old_number=one.old_number,
        description=one.description,
        longitude=one.longitude,
        latitude=one.latitude,
        facts=one.facts,
    )
    at = _at(one.found_on + timedelta(days=1))
    problem = register_problem(campaign=campaign, said=said, by=hands.doer, at=at)
    Road(problem, hands, photos, days=one.days).walk(one.reached, at=at, until=moment_of_the_city())


def _look_back(inspector: User) -> int:
    """抽查 of what is cleared: of three one is found alive again."""
    day = day_of_the_city() - timedelta(days=20)
    cleared = Problem.objects.filter(state=State.SIGNED_OFF.name, signed_off_on__lt=day).order_by("pk")
    first = cleared.select_related("campaign").first()
    if first is None:
        return 0
    campaign, problems = first.campaign, list(cleared.filter(campaign=first.campaign)[:MOST_SAMPLED])
    sampling = open_sampling(
        campaign=campaign,
        kind=Sampling.Kind.SAMPLE,
        title="春季抽查（演示）",
        problems=problems,
        by=inspector,
        at=_at(day),
    )
    found = (
        (Sampled.Result.HOLDS, "现场核验，没有反弹"),
        (Sampled.Result.FAILED, "原址又有堆放和搭建"),
        (Sampled.Result.HOLDS, "植被已经恢复"),
    )
    for sampled, (result, said) in zip(sampling.sampled.all(), found, strict=False):
        later = _at(day + timedelta(days=5))
        record_sample(
            sampled=sampled, result=result, said=said, checked_on=later.date(), by=inspector, at=later
        )
    return len(problems)


def _tip(inspector: User) -> None:
    regions = Region.objects.of_county_level().order_by("code")
    for number, region in enumerate(regions[:3]):
        at = moment_of_the_city() - timedelta(days=9 - 3 * number)
        text = "沟边有人夜里倒垃圾，味道很大，请来看看。"
        said = TipSaid(region, "村北沟边（演示）", text, reporter="王某")
        tip = take_tip(said=said, by=None, at=at)
        if number == 0:
            answer_tip(tip=tip, answer="已到现场核实，列入整改。", by=inspector, at=at + timedelta(days=3))


def _government_of(region: Region) -> Organisation:
    kinds = (Organisation.Kind.COUNTY, Organisation.Kind.ZONE)
    return Organisation.objects.filter(region=region, kind__in=kinds).order_by("pk")[0]


def _person_of(organisation: Organisation, permission: Permission) -> User:
    """Who acts for an office in the demonstration: nobody can sign in as somebody made for that."""
    allowed = Q(grants__role__in=roles_allowing(permission)) | Q(username=_made_for(organisation))
    known = User.objects.filter(allowed, organisation=organisation).order_by("pk").first()
    if known:
        return known
    person = User(
        username=_made_for(organisation),
        name=f"{organisation.name}（演示）",
        kind=Kind.STAFF,
        organisation=organisation,
        opened_at=moment_of_the_city(),
    )
    person.set_unusable_password()
    person.save()
    return person


def _made_for(organisation: Organisation) -> str:
    return f"demo-at-{organisation.key}"[:32]


def _picture(moment: Photo.Moment) -> File:
    """A drawing, plainly none of a real place."""
    before = moment is Photo.Moment.BEFORE
    picture = Image.new("RGB", (800, 600), "#c9d6dd" if before else "#cfe4ee")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 380, 800, 600), fill="#8d7a5f" if before else "#7fae6b")
    for nth in range(6):
        left = 60 + nth * 120
        if before:
            pen.polygon(((left, 400), (left + 55, 300), (left + 110, 400)), fill="#6b5c49")
        else:
            pen.rectangle((left + 48, 330, left + 56, 400), fill="#6b5c49")
            pen.ellipse((left + 15, 260, left + 90, 350), fill="#4d8a4a")
    content = BytesIO()
    picture.save(content, "JPEG", quality=85)
    name = f"{moment.label}（演示示意图）.jpg"
    upload = SimpleUploadedFile(name, content.getvalue(), content_type="image/jpeg")
    return keep_file(upload=upload, by=None, at=moment_of_the_city())


def _at(day: date) -> datetime:
    return datetime.combine(day, time(10), SHANGHAI)
