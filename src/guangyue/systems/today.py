"""问的是哪一天: the day that a question is about when it does not say."""

from datetime import date, datetime

from django.conf import settings
from django.utils.timezone import localdate, localtime


def day_of_the_city() -> date:
    """Today; of the demonstration, the day its registers are of."""
    day: date | None = settings.GUANGYUE_DAY
    return day or localdate()


def moment_of_the_city() -> datetime:
    """Now; of the demonstration, this hour of its day."""
    now = localtime()
    return datetime.combine(day_of_the_city(), now.timetz())
