"""一件事 at the counter of cases: found by the same words as matters, and kept half taken beside them."""

from collections.abc import Iterator

from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.bundles.models import BundleCase, Theme
from guangyue.cases.beside import Beside, Item
from guangyue.cases.initials import initials_of
from guangyue.kit.wording import moment

MOST_FOUND = 5


def find_themes_to_take_in(words: str) -> list[Item]:
    """By the name, or the first letters of its pinyin."""
    wanted = words.strip().lower()
    themes = Theme.objects.offered().select_related("current").order_by("title") if wanted else ()
    found = [one for one in themes if wanted in one.title.lower() or wanted in initials_of(one.title)]
    return [_item(one) for one in found[:MOST_FOUND]]


def bundles_half_taken(by: User) -> Iterator[Item]:
    rows = BundleCase.objects.half_taken(by).select_related("theme", "firm")[:MOST_FOUND]
    for one in rows:
        detail = f"{one.masked_name} · {moment(one.opened_at)}"
        yield Item(str(one.theme), detail, reverse("bundles:counter", args=[one.key]))


def _item(theme: Theme) -> Item:
    matters = len(theme.current.designed.matters) if theme.current else 0
    return Item(theme.title, f"一次收 {matters} 个事项", reverse("bundles:take_in", args=[theme.key]))


AT_COUNTER = Beside("一件事", "stack-2", find_themes_to_take_in, bundles_half_taken)
