"""What the frames show: the portal's bar, the desk's sidebar, to-dos, pictures and search of every mechanism."""

from collections.abc import Callable, Iterable

from guangyue.desk.pages import Page, Section
from guangyue.kit.finding import Found
from guangyue.kit.pictures import Picture
from guangyue.kit.todo import Todo

PORTAL: tuple[Page, ...] = (Page("首页", "portal:home", None, "home"),)

DESK: tuple[Section, ...] = (
    Section(
        "工作台",
        (
            Page("待办", "desk:home", None, "checklist", "h"),
            Page("城市概览", "desk:city", None, "map-2", "c"),
        ),
    ),
)

TODO: tuple[Callable[..., Iterable[Todo]], ...] = ()
PICTURES: tuple[Callable[..., Iterable[Picture]], ...] = ()
SEARCH: tuple[Callable[..., Iterable[Found]], ...] = ()
