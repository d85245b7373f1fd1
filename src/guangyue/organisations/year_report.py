"""年度报告: what an office hands up to the government of the city at the end of a year."""

from collections.abc import Iterable
from datetime import date

from guangyue.kit.typesetting import OfficialPaper, Part
from guangyue.organisations.models import Region


def year_report(*, issuer: str, year: int, about: str, dated: date, body: Iterable[Part]) -> OfficialPaper:
    """Its number and signature are put on by hand."""
    city = Region.objects.filter(kind=Region.Kind.CITY).first() or "市"
    return OfficialPaper(
        issuer=issuer,
        number="",
        title=f"{issuer}关于{year}年度{about}的报告",
        dated=dated,
        addressed_to=f"{city}人民政府",
        body=tuple(body),
        two_sided=False,
    )
