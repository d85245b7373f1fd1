"""Menus show what may be opened, and where one is."""

from types import SimpleNamespace

import pytest

from guangyue.kit.access import Permission
from guangyue.kit.menus import Page, Section, open_sections, page_at

SEE = Permission(key="kit.see", title="查看")
HOME = Page("首页", "portal:home", None, "home")
CITY = Page("城市概览", "desk:city", SEE, "map-2")
DESK = Page("待办", "desk:home", None, "checklist")
SEARCH = Page("搜索", "desk:search", None, "search")


def test_a_section_keeps_the_pages_that_may_be_opened_and_goes_when_none_is_left() -> None:
    sections = (Section("工作台", (DESK, CITY)), Section("统计", (CITY,)))

    assert open_sections(sections, lambda permission: False) == [Section("工作台", (DESK,))]
    assert open_sections(sections, lambda permission: permission == SEE) == list(sections)


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/", HOME),
        ("/desk/", DESK),
        ("/desk/city/", CITY),
        ("/desk/city/371502/", CITY),
        ("/desk/accounts/", None),
        ("/elsewhere/", None),
    ],
)
def test_a_page_belongs_to_the_nearest_one_above_it_but_not_to_a_home(path: str, page: Page | None) -> None:
    assert page_at(path, (HOME, DESK, CITY, SEARCH)) == page


def test_a_page_for_one_kind_of_account_is_shown_to_visitors_and_to_that_kind() -> None:
    own = Page("我的信息", "portal:home", None, "user", audience="citizen")

    assert own.is_for(SimpleNamespace(is_authenticated=False))
    assert own.is_for(SimpleNamespace(is_authenticated=True, kind="citizen"))
    assert not own.is_for(SimpleNamespace(is_authenticated=True, kind="staff"))
