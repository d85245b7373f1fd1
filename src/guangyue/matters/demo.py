"""The demonstration's catalogue: counties that report their elements, a few of them otherwise than the city,
where to go, and a change on its way. Places and telephones are made up."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from guangyue.accounts.demo import somebody_allowed
from guangyue.accounts.models import User
from guangyue.kit.plain import as_plain
from guangyue.matters.declaration import Level, LocalPart
from guangyue.matters.elements import Element, Said, said_of
from guangyue.matters.models import Exercise, Matter
from guangyue.matters.permissions import PROPOSE_MATTERS, REPORT_ELEMENTS
from guangyue.matters.services.checking import begin_change, submit_version
from guangyue.matters.services.exercising import Report, take_reports
from guangyue.matters.services.nightly import flag_released

Say = Callable[[str], None]

HOURS = "工作日 8:30—12:00，13:30—17:00"
REPORTED = 20  # matters
EVERY = 7  # the how manieth report differs
SHORTER = 1  # working day


@transaction.atomic
def load(say: Say) -> None:
    """Nothing twice: what was reported or proposed once stays."""
    at = timezone.now()
    proposer, reporter = somebody_allowed(PROPOSE_MATTERS), somebody_allowed(REPORT_ELEMENTS)
    if proposer is None or reporter is None or Exercise.objects.exclude(reported={}).exists():
        say("事项库：没有提出和报送的人，或者已经载入过")
        return
    _tell_where()
    taken = take_reports(reports=list(_reports()), by=reporter, at=at)
    changed = _change(proposer, at)
    flagged = flag_released(at=at)
    say(f"事项库 {taken} 份要素报送，{flagged} 处不合规，{changed} 项变更在核对")


def _tell_where() -> None:
    exercises = list(Exercise.objects.select_related("region"))
    for one in exercises:
        place = f"{one.region.name}政务服务中心一楼综合受理窗口"
        one.local = as_plain(LocalPart(place=place, hours=HOURS, phone="0635-12345"))
    Exercise.objects.bulk_update(exercises, ["local"], batch_size=500)


def _reports() -> Iterator[Report]:
    """As the city says it, but every so many the limit or the papers of long ago."""
    matters = Matter.objects.in_force().filter(on_application=True).order_by("code")[:REPORTED]
    exercises = Exercise.objects.filter(matter__in=list(matters), level=Level.COUNTY.name)
    rows = exercises.select_related("matter__current").order_by("matter__code", "region__code")
    for number, one in enumerate(rows):
        assert one.matter.current is not None
        said: dict[Element, Said] = said_of(one.matter.current.declared)
        if number % EVERY == 0:
            said[Element.LIMIT] = one.matter.current.declared.promised_days + 2
        if number % (2 * EVERY) == 0:
            said[Element.MATERIALS] = [*_listed(said[Element.MATERIALS]), "居民身份证复印件"]
        yield Report(one, {element.value: value for element, value in said.items()})


def _listed(said: Said) -> list[str]:
    return said if isinstance(said, list) else [str(said)]


def _change(proposer: User, at: datetime) -> int:
    """One of the proposer's own department promises a day less, and waits for its two checks."""
    matters = Matter.objects.in_force().filter(owner=proposer.organisation_id).select_related("current")
    for matter in matters.order_by("code"):
        assert matter.current is not None
        declared = matter.current.declared
        if declared.promised_days > SHORTER and all(one.promised_days is None for one in declared.variants):
            shorter = replace(declared, promised_days=declared.promised_days - SHORTER)
            version = begin_change(
                declaration=shorter, owner=matter.owner, reason="流程再造，压缩时限", by=proposer, at=at
            )
            submit_version(version=version, by=proposer, at=at)
            return 1
    return 0
