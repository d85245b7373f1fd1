"""What of the rules runs because of a clause: each version of a rule, with the page where it can be read."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from django.urls import reverse

from guangyue.gazette.running import Runs
from guangyue.policies.catalogue import city_rules


def rules_run(numbers: Collection[str] | None) -> Iterator[Runs]:
    for one in city_rules():
        url = reverse("policies:rule", args=[one.code])
        for version in one.versions:
            for runs in version.runs():
                if numbers is None or runs.cites.number in numbers:
                    yield replace(runs, url=url, system=one.system.number)
