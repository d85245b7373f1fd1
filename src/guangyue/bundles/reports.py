"""一件事时效: by theme, how many working days whole chains took, against what was promised and what a
document grants; and those of such themes that still run."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count, F, Q

from guangyue.bundles.models import BundleCase, Theme
from guangyue.bundles.models.cases import BundleCaseQuerySet
from guangyue.bundles.services.timing import granted_days, times_used
from guangyue.cases.planning import SharedTime
from guangyue.cases.reports import percentile, share

MOST_RUNNING = 50


@dataclass
class Chains:
    """全过程用时 of the bundles of one theme, or of all together; `granted` none where no document says."""

    key: int
    title: str
    granted: int | None = None
    open: int = 0
    overdue: int = 0
    decided: int = 0
    late: int = 0
    promised: int = 0  # days, of all that were decided together
    used: Counter[int] = field(default_factory=Counter)

    @property
    def in_time(self) -> float | None:
        return share(self.decided - self.late, self.decided)

    @property
    def mean_promised(self) -> float | None:
        return round(self.promised / self.decided, 1) if self.decided else None

    @property
    def median(self) -> float | None:
        return percentile(self.used, 0.5)

    @property
    def ninetieth(self) -> float | None:
        return percentile(self.used, 0.9)

    @property
    def beyond(self) -> int | None:
        """超过规定: how many took longer than the document grants."""
        if self.granted is None:
            return None
        return sum(many for days, many in self.used.items() if days > self.granted)


@dataclass(frozen=True)
class Running:
    """在办的一件事, with the time that its chain has used."""

    bundle: BundleCase
    time: SharedTime


def chains(rows: BundleCaseQuerySet, *, start: datetime, end: datetime, at: datetime) -> list[Chains]:
    """Of what was decided between two moments, and of what is open now; those that a document grants a time
    come first, and always stand there."""
    found = {one.pk: Chains(one.pk, one.title, granted_days().get(one.key)) for one in Theme.objects.all()}
    decided = rows.filter(decided_at__gte=start, decided_at__lt=end).order_by()
    late = Count("pk", filter=Q(decided_at__gt=F("due")))
    for row in decided.values("theme", "plan", "used_days").annotate(many=Count("pk"), late=late):
        one = found[row["theme"]]
        one.decided += row["many"]
        one.late += row["late"]
        one.promised += row["plan"] * row["many"]
        if row["used_days"] is not None:
            one.used[row["used_days"]] += row["many"]
    overdue = Count("pk", filter=Q(due__lt=at))
    under_way = rows.under_way().order_by().values("theme")
    for now in under_way.annotate(many=Count("pk"), overdue=overdue):
        found[now["theme"]].open, found[now["theme"]].overdue = now["many"], now["overdue"]
    shown = [one for one in found.values() if one.granted or one.decided or one.open]
    return sorted(shown, key=lambda one: (one.granted is None, -one.decided, one.title))


def together(parts: Iterable[Chains]) -> Chains:
    """全部."""
    whole = Chains(0, "合计")
    for one in parts:
        for name in ("open", "overdue", "decided", "late", "promised"):
            setattr(whole, name, getattr(whole, name) + getattr(one, name))
        whole.used += one.used
    return whole


def running(rows: BundleCaseQuerySet, *, at: datetime) -> list[Running]:
    """Of the themes that a document grants a time: what is under way, the longest first."""
    accepted = rows.under_way().filter(theme__key__in=granted_days(), accepted_at__isnull=False)
    oldest = list(accepted.select_related("theme", "firm").order_by("accepted_at")[:MOST_RUNNING])
    times = times_used(oldest, at=at)
    found = [Running(one, times[one.pk]) for one in oldest]
    return sorted(found, key=lambda one: one.time.limit - one.time.days)
