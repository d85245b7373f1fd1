"""Addresses: `air/` for everyone, `desk/air/` for officials."""

from guangyue.alerts.urls import observing, ordering, planning, warning

app_name = "alerts"
urlpatterns = [*warning.PATTERNS, *observing.PATTERNS, *ordering.PATTERNS, *planning.PATTERNS]
