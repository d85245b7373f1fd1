"""What the frames show: the two menus, and the to-dos, pictures and findings of every mechanism."""

from collections.abc import Callable, Iterable

from guangyue.kit.calendar.own_limits import limits_to_keep
from guangyue.kit.finding import Found
from guangyue.kit.menus import Page, Section
from guangyue.kit.pictures import Picture
from guangyue.kit.todo import Todo

PORTAL: tuple[Page, ...] = (
    Page("首页", "portal:home", None, "home"),
    Page(
        "工作日历", "calendar:working_days", None, "calendar", purpose="哪天上班，哪天放假，时限算到哪一天"
    ),
)

OWN: tuple[Page, ...] = (Page("我的账户", "accounts:own_account", None, "user-circle"),)

DESK: tuple[Section, ...] = (
    Section(
        "工作台",
        (
            Page("待办", "desk:home", None, "checklist", "h"),
            Page("我的时限", "calendar:limits", None, "clock-hour-4", "l"),
            Page("城市概览", "desk:city", None, "map-2", "c"),
            Page("工作日历", "calendar:desk", None, "calendar", "w"),
        ),
    ),
)

TODO: tuple[Callable[..., Iterable[Todo]], ...] = (limits_to_keep,)
PICTURES: tuple[Callable[..., Iterable[Picture]], ...] = ()
SEARCH: tuple[Callable[..., Iterable[Found]], ...] = ()
