"""参加情况 as rows, and who of a name it was: the register says it of that day, or a person decides."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import transaction

from guangyue.chronicle.models import Attendance, Event
from guangyue.chronicle.reading.roles import Attended
from guangyue.chronicle.refusals import ReasonMissing
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation, Person, Tenure
from guangyue.organisations.models.people import OfficialQuerySet
from guangyue.organisations.resolution import NameIndex
from guangyue.organisations.services import By, signed

# Titles that need no organisation before them, and titles that name no post.
OF_THE_REGION = ("市长", "省长", "县长", "区长", "州长")
OF_A_GROUP = ("领导", "领导同志", "成员", "委员", "常委", "代表")


def name_people(named: Sequence[tuple[Event, Sequence[Attended]]]) -> None:
    """The names of each event's text; what somebody settled about a name that is still there stays."""
    before = Attendance.objects.filter(event__in=[event for event, _ in named])
    settled = {(one.event_id, one.name): one for one in before.exclude(settled_by="")}
    attendances = [
        _attendance(event, order, person, settled.pop((event.pk, person.name), None))
        for event, people in named
        for order, person in enumerate(people, start=1)
    ]
    kept = [attendance for attendance in attendances if attendance.pk]
    before.exclude(pk__in=[attendance.pk for attendance in kept]).delete()
    Attendance.objects.bulk_update(kept, ["order", "title", "roles"])
    Attendance.objects.bulk_create(attendance for attendance in attendances if not attendance.pk)


@transaction.atomic
def resolve_names(events: Iterable[Event]) -> int:
    """认定人员 by the register as of each day; how many are known now. What somebody settled stays."""
    open_ones = Attendance.objects.filter(event__in=list(events), settled_by="").select_related("event")
    register = Register(attendance.name for attendance in open_ones)
    found = [
        attendance
        for attendance in open_ones
        if _changed(attendance, register.who(attendance.name, attendance.title, attendance.event.start))
    ]
    Attendance.objects.bulk_update(found, ["person"])
    return sum(attendance.person_id is not None for attendance in open_ones)


@transaction.atomic
def settle_person(*, attendance: Attendance, person: Person | None, reason: str, by: By) -> Attendance:
    """认定人员 by hand: this person of the register, or nobody the register knows; either with its reason."""
    if not reason.strip():
        raise ReasonMissing(field="reason")
    if person and person.name != attendance.name:
        raise Refused("选中的人姓名不同。", field="person")
    attendance.person, attendance.settled_by, attendance.settled_for = person, signed(by), reason.strip()
    attendance.save(update_fields=["person", "settled_by", "settled_for"])
    return attendance


class Register:
    """Everybody of some names, with the posts they held."""

    def __init__(self, names: Iterable[str]) -> None:
        tenures = Tenure.objects.filter(person__name__in=set(names), person__merged_into=None)
        self.tenures: dict[str, list[Tenure]] = {}
        for tenure in tenures.select_related("person", "post__organisation"):
            self.tenures.setdefault(tenure.person.name, []).append(tenure)
        self.names = NameIndex.load() if self.tenures else None

    def who(self, name: str, title: str, on: date) -> Person | None:
        """The one person of that name whose post of that day fits what is printed; two are nobody."""
        held = [tenure for tenure in self.tenures.get(name, []) if tenure.covers(on)]
        if title and not title.endswith(OF_A_GROUP):
            held = [tenure for tenure in held if self.fits(tenure, title, on)]
        people = {tenure.person_id: tenure.person for tenure in held}
        return next(iter(people.values())) if len(people) == 1 else None

    def fits(self, tenure: Tenure, title: str, on: date) -> bool:
        """市委书记, or 书记 behind 市委常委、; 副市长 alone."""
        parts = [part for part in title.replace("，", "、").split("、") if part]
        return any(
            part.endswith(tenure.post.title)
            and self._is_of(tenure.post.organisation, part.removesuffix(tenure.post.title), parts[:index], on)
            for index, part in enumerate(parts)
        )

    def _is_of(self, organisation: Organisation, printed: str, before: Sequence[str], on: date) -> bool:
        if not printed:
            return self._regional(organisation) or any(
                self._means(part[:length], organisation, on)
                for part in before
                for length in range(2, len(part))
            )
        if self._regional(organisation) and organisation.name.startswith(printed):
            return True
        return self._means(printed, organisation, on)

    def _regional(self, organisation: Organisation) -> bool:
        return organisation.kind == Organisation.Kind.GOVERNMENT and organisation.name.endswith("人民政府")

    def _means(self, printed: str, organisation: Organisation, on: date) -> bool:
        found = self.names.resolve(printed, on) if self.names else None
        return bool(found and found.organisation == organisation)


def people_called(name: str) -> OfficialQuerySet:
    """Whom the register knows under a name."""
    return Person.objects.unmerged().filter(name=name).with_tenures()


def _attendance(event: Event, order: int, person: Attended, settled: Attendance | None) -> Attendance:
    attendance = settled or Attendance(event=event, name=person.name)
    attendance.order, attendance.title = order, person.title
    attendance.roles = [role.name for role in person.roles]
    return attendance


def _changed(attendance: Attendance, person: Person | None) -> bool:
    if attendance.person_id == (person and person.pk):
        return False
    attendance.person = person
    return True
