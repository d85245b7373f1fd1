"""The addresses of the calendar: one page for everyone, the rest for officials."""

from django.urls import path

from guangyue.kit.calendar import desk, own_limits, views

app_name = "calendar"
urlpatterns = [
    path("working-days/", views.working_days, name="working_days"),
    path("desk/calendar/", desk.calendar_page, name="desk"),
    path("desk/calendar/draft/", desk.draft, name="draft"),
    path("desk/calendar/table/", desk.table, name="table"),
    path("desk/calendar/rehearsal/", desk.rehearsal, name="rehearsal"),
    path("desk/calendar/entry/", desk.entry, name="entry"),
    path("desk/limits/", own_limits.limits, name="limits"),
    path("desk/limits/<int:pk>/pause/", own_limits.pause, name="pause"),
    path("desk/limits/<int:pk>/resumption/", own_limits.resumption, name="resumption"),
    path("desk/limits/<int:pk>/ending/", own_limits.ending, name="ending"),
]
