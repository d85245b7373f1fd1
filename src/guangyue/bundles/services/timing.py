"""全过程审批用时: the working days on which at least one case of a bundle ran, against what was promised and
what a document grants its theme."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from guangyue.bundles.models import BundleCase
from guangyue.bundles.services.declared import included
from guangyue.cases.models import Case
from guangyue.cases.planning import SharedTime
from guangyue.cases.services.shared_time import time_of_cases


def time_used(bundle: BundleCase, *, at: datetime) -> SharedTime:
    return times_used([bundle], at=at)[bundle.pk]


def times_used(bundles: Iterable[BundleCase], *, at: datetime) -> Mapping[int, SharedTime]:
    """Of many, asked at once; their themes should be at hand."""
    shown = list(bundles)
    cases: dict[str, list[Case]] = defaultdict(list)
    for case in Case.objects.filter(bundle__in=[one.number for one in shown if one.number]).prefetch_related(
        "pauses"
    ):
        cases[case.bundle].append(case)
    return {one.pk: time_of_cases(cases[one.number], limit=limit_of(one), at=at) for one in shown}


def limit_of(bundle: BundleCase) -> int:
    """规定的时限 where a document grants one to the theme, else what was promised."""
    return granted_days().get(bundle.theme.key, bundle.plan)


def granted_days() -> Mapping[str, int]:
    """By the key of a theme, how many working days a document grants all its matters together."""
    return {one.theme: one.days for one in included() if one.days}
