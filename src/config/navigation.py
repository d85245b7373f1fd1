"""The two menus: what stands in the portal's bar and in the desk's sidebar, in this order."""

from guangyue.desk.pages import Page, Section

PORTAL: tuple[Page, ...] = (Page("首页", "portal:home", "home"),)

DESK: tuple[Section, ...] = (Section("工作台", (Page("待办", "desk:home", "checklist"),)),)
