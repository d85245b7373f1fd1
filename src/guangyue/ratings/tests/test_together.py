"""Two keepers act on the same complaints at once: one wins, the other is told, and neither waits for ever."""

from functools import partial

import pytest

from guangyue.accounts.tests.factories import a_user
from guangyue.cases.tests.factories import AT
from guangyue.kit.tests.together import at_once
from guangyue.organisations.models import Organisation
from guangyue.ratings.models import Complaint
from guangyue.ratings.services.complaining import merge_complaint
from guangyue.ratings.tests.factories import a_complaint

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_two_who_merge_crosswise_one_wins_and_the_other_is_told(unit: Organisation) -> None:
    first, second = a_complaint(unit), a_complaint(unit)
    merge = partial(merge_complaint, by=a_user(), at=AT)

    said = at_once(partial(merge, complaint=first, into=second), partial(merge, complaint=second, into=first))

    assert said[0] == ""
    assert said[1]
    assert Complaint.objects.filter(state=Complaint.State.MERGED).count() == 1
