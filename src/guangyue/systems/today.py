"""问的是哪一天: the day that a question is about when it does not say."""

from datetime import date

from django.conf import settings
from django.utils.timezone import localdate


def day_of_the_city() -> date:
    """Today; of the demonstration, the day its registers are of."""
    day: date | None = settings.GUANGYUE_DAY
    return day or localdate()
