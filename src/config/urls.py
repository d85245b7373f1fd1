"""Every address of the city. A mechanism's `urls.py` has `app_name` and `urlpatterns`: `desk/…` for staff."""

from django.urls import include, path

from config import api
from config.background import TRAIL_EXPORT, VERIFICATION
from guangyue.jobs.views import beginning
from guangyue.kit import refusals

urlpatterns = [
    path("", include("guangyue.kit.urls")),
    path("", include("guangyue.kit.calendar.urls")),
    path("", include("guangyue.portal.urls")),
    path("", include("guangyue.desk.urls")),
    path("", include("guangyue.accounts.urls")),
    path("", include("guangyue.accounts.entrance_urls")),
    path("", include("guangyue.notifications.urls")),
    path("", include("guangyue.jobs.urls")),
    path("", include("guangyue.audit.urls")),
    path("desk/audit/chain/verifications/", beginning(VERIFICATION), name="verify_chain"),
    path("desk/audit/chain/exports/", beginning(TRAIL_EXPORT), name="export_chain"),
    path("", include("guangyue.organisations.urls")),
    path("", include("guangyue.chronicle.urls")),
    path("", include("guangyue.registries.urls")),
    path("", include("guangyue.systems.urls")),
    path("", include("guangyue.library.urls")),
    path("", include("guangyue.disclosure.urls")),
    path("", include("guangyue.matters.urls")),
    path("", include("guangyue.alerts.urls")),
    path("", include("guangyue.indicators.urls")),
    path("", include("guangyue.ledgers.urls")),
    path("", include("guangyue.legislation.urls")),
    path("", include("guangyue.planners.urls")),
    path("", include("guangyue.tasks.urls")),
    path("", include("guangyue.accountability.urls")),
    path("", include("guangyue.empowerments.urls")),
    path("", include("guangyue.cases.urls")),
    path("", include("guangyue.bundles.urls")),
    path("", include("guangyue.ratings.urls")),
    path("", include("guangyue.supervision.urls")),
    path("", include("guangyue.credit.urls")),
    path("", include("guangyue.inspections.urls")),
    path("", include("guangyue.policies.urls")),
    path("", include("guangyue.grants.urls")),
    path("", include("guangyue.funds.urls")),
    path("", include("guangyue.entitlements.urls")),
    path("", include("liaocheng.medical_supervision.urls")),
    path("api/v1/", api.urls),
]

handler400 = refusals.bad_request
handler403 = refusals.permission_denied
handler404 = refusals.not_found
handler500 = refusals.server_error
