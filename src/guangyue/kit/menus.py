"""What menus are made of: pages in sections, each shown to those who may open it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse

from guangyue.kit.access import Permission


@dataclass(frozen=True)
class Page:
    """页面: an entry of a menu. Without a permission it is for everyone who sees the menu.

    `letter` opens it from the keyboard, after g. `purpose` says what it is for, where there is room. One with
    an `audience` is only for accounts of that kind, and for visitors, who are asked to sign in there.
    """

    title: str
    url_name: str
    permission: Permission | None
    icon: str
    letter: str = ""
    purpose: str = ""
    audience: str = ""

    def is_for(self, user: Any) -> bool:
        return not self.audience or not user.is_authenticated or user.kind == self.audience


@dataclass(frozen=True)
class Section:
    """栏目: pages that belong together."""

    title: str
    pages: tuple[Page, ...]


def open_pages(pages: Iterable[Page], may: Callable[[Permission], bool]) -> tuple[Page, ...]:
    """The pages a person may open."""
    return tuple(page for page in pages if page.permission is None or may(page.permission))


def open_sections(sections: Iterable[Section], may: Callable[[Permission], bool]) -> list[Section]:
    """The sections with the pages a person may open; a section without any is left out."""
    narrowed = [replace(section, pages=open_pages(section.pages, may)) for section in sections]
    return [section for section in narrowed if section.pages]


def page_at(path: str, pages: Iterable[Page]) -> Page | None:
    """The page of the menu that an address belongs to: its own, or the nearest above it but no home page."""
    addresses = {reverse(page.url_name): page for page in pages}
    if path in addresses:
        return addresses[path]
    homes = {home for home in addresses for other in addresses if other != home and other.startswith(home)}
    above = [address for address in addresses if path.startswith(address) and address not in homes]
    return addresses[max(above, key=len)] if above else None
