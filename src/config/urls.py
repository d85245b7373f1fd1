"""Every address of the city. A mechanism's `urls.py` has `app_name` and `urlpatterns`: `desk/…` for staff."""

from django.urls import include, path

from guangyue.kit import refusals

urlpatterns = [
    path("", include("guangyue.kit.urls")),
    path("", include("guangyue.kit.calendar.urls")),
    path("", include("guangyue.portal.urls")),
    path("", include("guangyue.desk.urls")),
    path("", include("guangyue.accounts.urls")),
    path("", include("guangyue.accounts.entrance_urls")),
    path("", include("guangyue.registries.urls")),
]

handler400 = refusals.bad_request
handler403 = refusals.permission_denied
handler404 = refusals.not_found
handler500 = refusals.server_error
