"""What a document can demand of the register of organisations."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from django.urls import reverse

from guangyue.gazette.document import Clause, Document
from guangyue.gazette.running import Runs
from guangyue.organisations.cadence import Cadence
from guangyue.organisations.facts import OrganisationFact
from guangyue.organisations.models import (
    Body,
    BodyMove,
    LocalRequirement,
    Name,
    Notice,
    Region,
    Seat,
)
from guangyue.organisations.running import Kind, page_of, said
from guangyue.organisations.services.bodies import SeatFact, form_body, rename_body
from guangyue.organisations.services.effect import put_into_effect
from guangyue.organisations.services.local_bodies import require_local_body
from guangyue.organisations.services.notices import LineFact, check_notice, enter_notice, record_lines
from guangyue.organisations.services.register import add_name, find_organisation, find_post


@dataclass(frozen=True)
class RecordNotice:
    """任免: who is appointed to what, and removed from what, by this notice."""

    document: Document
    lines: tuple[LineFact, ...]

    @property
    def cites(self) -> Clause:
        return self.document.clause()

    def runs(self) -> Iterator[Runs]:
        number = self.document.number
        page = f"{reverse('organisations:notices')}?{urlencode({'q': number})}"
        yield said(self.cites, Kind.APPOINTMENT, self.document.title, key=number, url=page)

    def enact(self, at: datetime) -> None:
        notice = Notice.objects.filter(number=self.document.number).first()
        if notice is None:
            notice = enter_notice(
                number=self.document.number,
                title=self.document.title,
                issued_on=self.document.since,
                text="",
                by=None,
                at=at,
            )
        elif notice.waits_as_printed:
            notice.lines.all().delete()  # as a gazette proposed them; what the city declares needs no asking
        else:
            return
        record_lines(notice=notice, facts=self.lines, at=at)
        check_notice(notice=notice, by=None, at=at)
        put_into_effect(notice=notice, by=None, at=at)


@dataclass(frozen=True)
class Office:
    """席位 by office: 召集人 is whoever is 常务副市长. Without an organisation, a seat as the clause prints
    it."""

    role: Seat.Role
    printed: str
    organisation: OrganisationFact | None = None
    title: str = ""
    charge: str = ""

    def as_seat(self) -> SeatFact:
        if self.organisation is None:
            return SeatFact(role=self.role, printed=self.printed)
        organisation = find_organisation(self.organisation.key)
        post = find_post(organisation=organisation, title=self.title, charge=self.charge)
        return SeatFact(role=self.role, printed=self.printed, post=post)


@dataclass(frozen=True)
class WorkingRule:
    """工作规则 of a body, which the register keeps: how it meets, who approves the agenda, what is
    followed."""

    cites: Clause
    title: str


@dataclass(frozen=True)
class FormBody:
    """议事协调机构, formed by the clause or there before it: who leads it, who sits in it by office, which
    unit carries it, how often it meets."""

    key: str
    name: str
    kind: Body.Kind
    cites: Clause
    on: date
    existed_before: bool = False
    level: Body.Level = Body.Level.CITY
    also_called: tuple[str, ...] = ()
    seats: tuple[Office, ...] = ()
    office: OrganisationFact | None = None
    duties: tuple[str, ...] = ()
    duties_cite: Clause | None = None
    rules: tuple[WorkingRule, ...] = ()
    cadence: Cadence = Cadence.AS_NEEDED
    cadence_is_printed: bool = True
    substitutes_by_itself: bool = False
    stated_members: int | None = None
    roster_omitted: bool = False
    reports_yearly_by: tuple[int, int] | None = None
    report_to: str = ""
    ends_with_its_work: bool = False

    def runs(self) -> Iterator[Runs]:
        page = page_of(self.key)
        yield said(self.cites, Kind.BODY, self.name, key=self.key, url=page)
        for order, text in enumerate(self.duties, start=1):
            cites = self.duties_cite or self.cites
            yield said(cites, Kind.DUTY, f"{self.name}：{text}", key=f"{self.key} {order}", url=page)
        for rule in self.rules:
            yield said(rule.cites, Kind.RULE, f"{self.name}：{rule.title}", key=self.key, url=page)

    def enact(self, at: datetime) -> None:
        if Body.objects.filter(organisation__key=self.key).exists():
            return
        month, day = self.reports_yearly_by or (None, None)
        body = form_body(
            key=self.key,
            name=self.name,
            kind=self.kind,
            level=self.level,
            region=Region.objects.get(kind=Region.Kind.CITY),
            cites=self.cites,
            on=self.on,
            existed_before=self.existed_before,
            seats=[office.as_seat() for office in self.seats],
            office=find_organisation(self.office.key) if self.office else None,
            by=None,
            at=at,
            cadence=self.cadence.name,
            cadence_is_printed=self.cadence_is_printed,
            substitutes_by_itself=self.substitutes_by_itself,
            stated_members=self.stated_members,
            roster_omitted=self.roster_omitted,
            report_month=month,
            report_day=day,
            report_to=self.report_to,
            ends_with_its_work=self.ends_with_its_work,
        )
        for text in self.also_called:
            add_name(organisation=body.organisation, text=text, kind=Name.Kind.SHORT)
        for order, text in enumerate(self.duties, start=1):
            body.duties.create(order=order, text=text, cites=self.duties_cite or self.cites)


@dataclass(frozen=True)
class RenameBody:
    """更名: the body formed under another name goes on under this one."""

    key: str
    name: str
    cites: Clause
    on: date
    also_called: tuple[str, ...] = ()
    moves_office_to: OrganisationFact | None = None
    remark: str = ""

    def runs(self) -> Iterator[Runs]:
        yield said(self.cites, Kind.RENAMING, f"{self.name}更名", key=self.key, url=page_of(self.key))

    def enact(self, at: datetime) -> None:
        body = Body.objects.get(organisation__key=self.key)
        if body.moves.filter(kind=BodyMove.Kind.RENAMED, cites=self.cites).exists():
            return
        rename_body(
            body=body, name=self.name, on=self.on, cites=self.cites, by=None, at=at, remark=self.remark
        )
        for text in self.also_called:
            add_name(organisation=body.organisation, text=text, kind=Name.Kind.SHORT, since=self.on)
        if self.moves_office_to:
            body.office = find_organisation(self.moves_office_to.key)
            body.save(update_fields=["office"])


@dataclass(frozen=True)
class RequireLocalBody:
    """要求属地成立: every county, every zone or every township forms a group of this kind."""

    key: str
    short_name: str
    level: LocalRequirement.Level
    cites: Clause
    since: date
    led_by: str = ""

    def runs(self) -> Iterator[Runs]:
        title = f"{LocalRequirement.Level(self.level).label}：{self.short_name}"
        yield said(self.cites, Kind.LOCAL_BODY, title, key=self.key, url=page_of(self.key))

    def enact(self, at: datetime) -> None:
        if LocalRequirement.objects.filter(body__organisation__key=self.key).exists():
            return
        require_local_body(
            body=Body.objects.get(organisation__key=self.key),
            short_name=self.short_name,
            level=self.level,
            led_by=self.led_by,
            cites=self.cites,
            since=self.since,
        )


@dataclass(frozen=True)
class NoteOldName:
    """用旧称: a document issued after the renaming still prints the old name."""

    key: str
    printed: str
    cites: Clause
    on: date

    def runs(self) -> Iterator[Runs]:
        yield said(self.cites, Kind.OLD_NAME, f"印作{self.printed}", key=self.key, url=page_of(self.key))

    def enact(self, at: datetime) -> None:
        body = Body.objects.get(organisation__key=self.key)
        body.old_name_uses.get_or_create(cites=self.cites, defaults={"printed": self.printed, "on": self.on})
