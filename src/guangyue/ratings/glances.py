"""What the frames show of ratings and complaints: figures for chiefs, and complaints by their number."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from guangyue.kit.access import Scope, needs
from guangyue.kit.pictures import Figure, Picture
from guangyue.kit.search import Found
from guangyue.ratings.models import Check, Complaint
from guangyue.ratings.permissions import RECEIVE_COMPLAINTS


def complaints_at_a_glance(*, scope: Scope, on: date) -> Iterator[Picture]:
    waiting = Complaint.objects.within(scope).open().count()
    yield Figure("待答复的吐槽", waiting, "件", "message-report", link=reverse("ratings:statistics"))
    bad = Check.objects.within(scope).open().count()
    yield Figure("待核查的差评", bad, "份", "mood-sad", link=reverse("ratings:statistics"))


@needs(RECEIVE_COMPLAINTS)
def find_complaints(*, words: str, scope: Scope, most: int) -> Iterator[Found]:
    """By number alone: nobody looks for what was said of himself."""
    for complaint in Complaint.objects.within(scope).filter(number=words.upper())[:most]:
        detail = f"{complaint.get_kind_display()} · {complaint.get_state_display()}"
        yield Found("吐槽", complaint.number, complaint.get_absolute_url(), detail)
