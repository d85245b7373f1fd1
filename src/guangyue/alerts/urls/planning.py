"""Plans, the map, the command room."""

from django.urls import URLPattern, path

from guangyue.alerts.views import planning, room

DESK = "desk/air"

PATTERNS: list[URLPattern] = [
    path(f"{DESK}/room/", room.room, name="room"),
    path(f"{DESK}/map/", room.response, name="response_map"),
    path(f"{DESK}/plans/", planning.plans, name="plans"),
    path(f"{DESK}/plan-entry/", planning.plan_entry, name="plan_entry"),
    path(f"{DESK}/plans/<int:pk>/", planning.plan, name="plan"),
    path(f"{DESK}/plans/<int:pk>/follow/", planning.plan_follow, name="plan_follow"),
    path(f"{DESK}/plans/<int:pk>/solution/", planning.plan_solution, name="plan_solution"),
    path(f"{DESK}/plans/<int:pk>/taking/", planning.plan_taking, name="plan_taking"),
    path(f"{DESK}/plans/<int:pk>/compared/", planning.plans_compared, name="plans_compared"),
    path(f"{DESK}/plans/<int:pk>/sources/<slug:code>/", planning.plan_source, name="plan_source"),
    path(f"{DESK}/plans/<int:pk>/sources/<slug:code>/hold/", planning.plan_hold, name="plan_hold"),
]
