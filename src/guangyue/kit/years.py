"""Which year a page is about."""

from collections.abc import Sequence

from django.http import HttpRequest


def year_asked(request: HttpRequest, years: Sequence[int]) -> int:
    """The year that the address names, of those that can be shown; the first of them where it names none."""
    asked = request.GET.get("year", "")
    return next((year for year in years if str(year) == asked), years[0])
