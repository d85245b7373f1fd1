"""The demonstration's figures: those of `settings.GUANGYUE_DEMO_FIGURES`, their source says what they are."""

from collections.abc import Callable, Iterable
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from guangyue.accounts.demo import somebody_allowed
from guangyue.accounts.models import User
from guangyue.kit.access import EVERYWHERE
from guangyue.organisations.models import Region
from guangyue.policies.figures import carried
from guangyue.policies.models import FigureEntry
from guangyue.policies.permissions import APPROVE_FIGURES, PROPOSE_FIGURES
from guangyue.policies.services import Proposed, approve_figure, propose_figures
from guangyue.rules.parameters import Entry
from guangyue.systems.offered import declared_figures

Say = Callable[[str], None]


@transaction.atomic
def load(say: Say) -> None:
    """What is missing, proposed and approved at once by two people of the demonstration."""
    entries: tuple[Entry, ...] = import_string(settings.GUANGYUE_DEMO_FIGURES)
    proposer, approver = somebody_allowed(PROPOSE_FIGURES), somebody_allowed(APPROVE_FIGURES)
    if proposer is None or approver is None or proposer == approver:
        say("政策参数：没有提出和审定的两个人，没有载入演示数值")
        return
    added = enter_figures(entries, proposer=proposer, approver=approver, at=timezone.now())
    say(f"政策参数 {added} 个演示数值")


def enter_figures(entries: Iterable[Entry], *, proposer: User, approver: User, at: datetime) -> int:
    """Those that do not stand yet; how many they were."""
    standing = {(one.key, one.region_id, one.since) for one in FigureEntry.objects.standing(known_at=at)}
    regions = {key: region for region in Region.objects.all() for key in (region.code, region.name)}
    figures = declared_figures()
    made = []
    for one in sorted(entries, key=lambda entry: entry.since):
        region = regions[one.region] if one.region else None
        if (one.key, region.code if region else None, one.since) in standing:
            continue
        proposed = Proposed(figures[one.key], region, one.since, carried(one.value), one.source)
        made += propose_figures(proposed=[proposed], scope=EVERYWHERE, by=proposer, at=at)
        approve_figure(entry=made[-1], by=approver, at=at)
    return len(made)
