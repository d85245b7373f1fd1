"""What a document can demand of themes: that one is offered. What else it demands stands in `wishes`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from guangyue.bundles.design import Circle, Design, Origin
from guangyue.bundles.models import Theme
from guangyue.bundles.services.themes import latest_version, open_theme, put_in_force
from guangyue.bundles.wishes import CountThemes, GatherData, IncludeMatters, ServeThemes, Serving
from guangyue.gazette.document import Clause
from guangyue.gazette.running import Runs

__all__ = ["CountThemes", "GatherData", "IncludeMatters", "OfferTheme", "ServeThemes", "Serving"]


@dataclass(frozen=True)
class OfferTheme:
    """主题: one wish, the matters behind it, and who leads."""

    key: str
    title: str
    about: str
    circle: Circle
    origin: Origin
    design: Design
    cites: Clause
    icon: str = ""
    pilot: bool = False

    def runs(self) -> Iterator[Runs]:
        page = reverse("bundles:theme", args=[self.key])
        yield Runs(self.cites, "主题", self.title, key=self.key, url=page)

    def enact(self, at: datetime) -> None:
        """Once; what its department changed afterwards stays."""
        if Theme.objects.filter(key=self.key).exists():
            return
        theme = open_theme(
            key=self.key,
            title=self.title,
            circle=self.circle.name,
            origin=self.origin.name,
            design=self.design,
            about=self.about,
            icon=self.icon,
            cites=self.cites,
            pilot=self.pilot,
            by=None,
            at=at,
        )
        put_in_force(theme, latest_version(theme), by=None, at=at)
