"""What the desk's sidebar is made of: sections of pages, each shown to those who may open it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from guangyue.kit.access import Permission


@dataclass(frozen=True)
class Page:
    """页面: an entry of a menu. Without a permission it is for everyone who sees the menu.

    `letter` opens it from the keyboard, after g.
    """

    title: str
    url_name: str
    permission: Permission | None
    icon: str
    letter: str = ""


@dataclass(frozen=True)
class Section:
    """栏目: pages that belong together."""

    title: str
    pages: tuple[Page, ...]


def open_sections(sections: Iterable[Section], may: Callable[[Permission], bool]) -> list[Section]:
    """The sections with the pages a person may open; a section without any is left out."""
    open_ones = []
    for section in sections:
        pages = tuple(page for page in section.pages if page.permission is None or may(page.permission))
        if pages:
            open_ones.append(replace(section, pages=pages))
    return open_ones
