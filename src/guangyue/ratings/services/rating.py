"""评价: given once for a case and each object, changed within ten days, kept as it was first given."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from guangyue.accounts.models import User
from guangyue.cases.flow import Phase
from guangyue.cases.models import Case
from guangyue.cases.models.case import AT_COUNTER
from guangyue.organisations.models import Organisation
from guangyue.ratings.models import Hall, Invite, Rating, WayClosure
from guangyue.ratings.refusals import NotFinishedYet, OwnWork, RatedAlready, TooLateToChange, WayClosed
from guangyue.ratings.scoring import may_change
from guangyue.ratings.services.checking import end_as_changed, open_check
from guangyue.ratings.ways import Way

RATEABLE = (Phase.DECIDED, Phase.FINISHED, Phase.NOT_ACCEPTED)
IN_A_HALL = (*AT_COUNTER, Case.Channel.MACHINE, Case.Channel.AGENCY)


@dataclass(frozen=True)
class Said:
    """What somebody says: a level for each object, and what goes with them."""

    levels: Mapping[Rating.About, int]
    tags: tuple[str, ...] = ()
    text: str = ""
    anonymous: bool = False


def rate_case(
    *, case: Case, said: Said, way: Way, by: User | None, at: datetime, changes: bool = False
) -> list[Rating]:
    """Whoever comes second of two at once is told so; only an applicant who signed in `changes` anything."""
    if case.stands_in not in RATEABLE:
        raise NotFinishedYet
    refuse_own_work(case, by)
    refuse_closed_way(case.version.matter_id, way)
    try:
        with transaction.atomic():
            given = Rating.objects.filter(case=case).select_for_update().order_by("pk")
            _set_aside(list(given), said, at=at, changes=changes)
            return _write(case, said, way=way, by=by, at=at)
    except IntegrityError as crossed:
        raise RatedAlready from crossed


def rate_place(
    *, place: Hall | Organisation, said_level: int, text: str, by: User | None, at: datetime
) -> Rating:
    """到访评价 at a poster: by anybody who came by, but not by the people of the place."""
    if by is not None and _belongs_to(by, place):
        raise OwnWork
    return Rating.objects.create(
        about=Rating.About.HALL if isinstance(place, Hall) else Rating.About.DEPARTMENT,
        way=Way.CODE.name,
        level=said_level,
        text=text,
        anonymous=True,
        at=at,
        department=None if isinstance(place, Hall) else place,
        hall=place if isinstance(place, Hall) else None,
        region_id=place.region_id,
    )


@transaction.atomic
def remove_rating(*, rating: Rating, reason: str, by: User) -> Rating:
    """删除: only for illegal content; level and officer stay to be seen by whoever audits."""
    rating = Rating.objects.select_for_update(of=("self",)).select_related("case").get(pk=rating.pk)
    if rating.case is not None:
        refuse_own_work(rating.case, by)
    elif rating.person_id == by.pk:
        raise OwnWork
    rating.state, rating.state_reason, rating.state_by = Rating.State.REMOVED, reason, by
    rating.save(update_fields=["state", "state_reason", "state_by"])
    return rating


def refuse_own_work(case: Case, by: User | None) -> None:
    """Whoever had a hand in it: windows, reviewers, deciders, those who were asked, helpers."""
    if by is not None and Case.objects.worked_on_by(by).filter(pk=case.pk).exists():
        raise OwnWork


def refuse_closed_way(matter: int, way: Way) -> None:
    if WayClosure.objects.standing().filter(matter=matter, way=way.name).exists():
        raise WayClosed


def _belongs_to(somebody: User, place: Hall | Organisation) -> bool:
    """Of the department, or of the one that runs the hall, or sitting at one of its windows."""
    if isinstance(place, Organisation):
        return somebody.organisation_id == place.pk
    return somebody.organisation_id == place.organisation_id or place.windows.filter(person=somebody).exists()


def _set_aside(given: list[Rating], said: Said, *, at: datetime, changes: bool) -> None:
    """What was given before for the same objects; the first stays for ever."""
    before = [one for one in given if one.about in said.levels]
    if not before:
        return
    if not changes:
        raise RatedAlready
    if not all(may_change(one.at, at=at) for one in before):
        raise TooLateToChange
    standing = [one.pk for one in before if one.effective]
    Rating.objects.filter(pk__in=standing).update(effective=False)
    end_as_changed(ratings=standing, at=at)


def _write(case: Case, said: Said, *, way: Way, by: User | None, at: datetime) -> list[Rating]:
    in_hall = case.channel in IN_A_HALL
    hall = (
        Hall.objects.filter(region=case.region_id).values_list("pk", flat=True).first() if in_hall else None
    )
    written = Rating.objects.bulk_create(
        Rating(
            case=case,
            about=about,
            way=way.name,
            level=level,
            tags=list(said.tags),
            text=said.text,
            anonymous=said.anonymous,
            by=by,
            at=at,
            matter_id=case.version.matter_id,
            department_id=case.unit_id,
            person_id=case.received_by_id,
            hall_id=hall,
            region_id=case.region_id,
            channel=case.channel,
        )
        for about, level in said.levels.items()
    )
    Invite.objects.filter(case=case, used_at=None).update(used_at=at)
    for rating in written:
        if rating.is_bad:
            open_check(rating=rating, unit=case.unit_id, at=at)
    return written
