"""The policy library: open to all under `library/`, under `desk/library/` for those who keep it."""

from django.urls import URLPattern

app_name = "library"

issues: tuple[URLPattern, ...] = ()

urlpatterns = [*issues]
