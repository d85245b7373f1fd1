"""What a person may be allowed to see at the desk."""

from guangyue.kit.access import Permission

VIEW_CITY = Permission(key="desk.view_city", title="查看城市概览")
