"""The register for programs: organisations, what a printed name means, who holds a post, who sits in a
body."""

from datetime import date

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Path, Query, Router, Schema

from guangyue.kit.access import open_to_all
from guangyue.kit.refusals import Refused
from guangyue.organisations.forms import EARLIEST, LATEST
from guangyue.organisations.models import Body, Organisation, Post
from guangyue.organisations.reading import Unreadable, read_post
from guangyue.organisations.resolution import NameIndex, Resolution
from guangyue.organisations.seating import seatings

MOST_NAMES = 10_000

router = Router(tags=["机构"])


class OnDay(Schema):
    on: date | None = Field(None, ge=EARLIEST, le=LATEST, description="哪一天，不写就是今天")

    @property
    def day(self) -> date:
        return self.on or timezone.localdate()


class WhichOrganisation(Schema):
    key: str = Field(max_length=60, pattern="^[a-z0-9-]+$")


class KnownOrganisation(Schema):
    """An organisation, with the name it has on the day asked about."""

    key: str
    name: str
    kind: str
    region: str
    since: date | None
    until: date | None
    names: list[str]


class PrintedNames(Schema):
    names: list[str] = Field(min_length=1, max_length=MOST_NAMES)
    on: date | None = Field(None, ge=EARLIEST, le=LATEST)


class Meant(Schema):
    """What a printed name means; without a key nobody has it, or two have."""

    printed: str
    key: str | None
    name: str | None
    old_name: bool
    suspected_misprint: bool
    office: bool
    remark: str


class WhichPost(OnDay):
    post: str = Field(min_length=2, max_length=120, description="机构和职务，如聊城市财政局局长")


class Holder(Schema):
    person: int
    name: str
    since: date | None
    until: date | None
    standing: str


class Holders(Schema):
    organisation: str
    title: str
    on: date
    holders: list[Holder]


class SeatOnDay(Schema):
    role: str
    printed: str
    organisation: str | None
    filling: str
    people: list[str]


class BodyOnDay(Schema):
    key: str
    name: str
    kind: str
    level: str
    cites: str
    on: date
    seats: list[SeatOnDay]


@router.get("/organisations", auth=None, response=list[KnownOrganisation], summary="某日的机构")
@open_to_all
def organisations(request: HttpRequest, asked: Query[OnDay]) -> list[KnownOrganisation]:
    rows = Organisation.objects.on(asked.day).apart_from_bodies().prefetch_related("names")
    return [_known(organisation, asked.day) for organisation in rows]


@router.post("/organisations/names", auth=None, response=list[Meant], summary="识别印出的机构名称")
@open_to_all
def names(request: HttpRequest, asked: PrintedNames) -> list[Meant]:
    index, on = NameIndex.load(), asked.on or timezone.localdate()
    return [_meant(printed, index.resolve(printed, on)) for printed in asked.names]


@router.get("/organisations/{key}", auth=None, response=KnownOrganisation, summary="一个机构")
@open_to_all
def organisation(
    request: HttpRequest, which: Path[WhichOrganisation], asked: Query[OnDay]
) -> KnownOrganisation:
    return _known(get_object_or_404(Organisation.objects.prefetch_related("names"), key=which.key), asked.day)


@router.get("/posts/holders", auth=None, response=Holders, summary="某日谁担任某职务")
@open_to_all
def holders(request: HttpRequest, asked: Query[WhichPost]) -> Holders:
    try:
        printed = read_post(asked.post)
    except Unreadable as problem:
        raise Refused(str(problem), field="post") from problem
    found = NameIndex.load().resolve(printed.organisation, asked.day)
    if found is None:
        raise Refused(f"登记册里没有“{printed.organisation}”。", field="post")
    posts = Post.objects.filter(organisation=found.organisation, title=printed.title)
    held = [tenure for post in posts for tenure in post.tenures.on(asked.day).with_names()]
    return Holders(
        organisation=found.organisation.name_on(asked.day),
        title=printed.title,
        on=asked.day,
        holders=[
            Holder(
                person=tenure.person_id,
                name=tenure.person.name,
                since=tenure.since,
                until=tenure.until,
                standing=tenure.standing(asked.day).label,
            )
            for tenure in held
        ],
    )


@router.get("/bodies", auth=None, response=list[BodyOnDay], summary="某日的议事协调机构和组成")
@open_to_all
def bodies(request: HttpRequest, asked: Query[OnDay]) -> list[BodyOnDay]:
    rows = Body.objects.on(asked.day).select_related("organisation").prefetch_related("organisation__names")
    return [_seated(body, asked.day) for body in rows]


@router.get("/bodies/{key}", auth=None, response=BodyOnDay, summary="一个议事协调机构的组成")
@open_to_all
def body(request: HttpRequest, which: Path[WhichOrganisation], asked: Query[OnDay]) -> BodyOnDay:
    rows = Body.objects.select_related("organisation").prefetch_related("organisation__names")
    return _seated(get_object_or_404(rows, organisation__key=which.key), asked.day)


def _known(organisation: Organisation, on: date) -> KnownOrganisation:
    return KnownOrganisation(
        key=organisation.key,
        name=organisation.name_on(on),
        kind=organisation.get_kind_display(),
        region=organisation.region_id,
        since=organisation.since,
        until=organisation.until,
        names=[name.text for name in organisation.names.all()],
    )


def _meant(printed: str, found: Resolution | None) -> Meant:
    return Meant(
        printed=printed,
        key=found.organisation.key if found else None,
        name=found.name if found else None,
        old_name=bool(found and found.old_name),
        suspected_misprint=bool(found and found.suspect),
        office=bool(found and found.office),
        remark=found.remark if found else "",
    )


def _seated(body: Body, on: date) -> BodyOnDay:
    return BodyOnDay(
        key=body.organisation.key,
        name=body.organisation.name_on(on),
        kind=body.get_kind_display(),
        level=body.get_level_display(),
        cites=str(body.cites),
        on=on,
        seats=[
            SeatOnDay(
                role=place.seat.get_role_display(),
                printed=place.seat.printed,
                organisation=place.seat.organisation.name if place.seat.organisation else None,
                filling=place.filling.value,
                people=[person.name for person in place.people],
            )
            for place in seatings(body, on)
        ],
    )
