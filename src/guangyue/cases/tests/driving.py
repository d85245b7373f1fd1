"""Drives cases along the whole road until it is killed, for a matter, as three people, into a log.

What has been committed is written down at once, as whoever was answered would remember it.
"""

import os
import sys
from datetime import timedelta
from pathlib import Path
from typing import TextIO

import django

django.setup()

from guangyue.accounts.models import User  # noqa: E402, after Django knows its settings
from guangyue.cases.flow import Actor  # noqa: E402
from guangyue.cases.services.moving import move_case  # noqa: E402
from guangyue.cases.tests.factories import AT, a_case, hand_over  # noqa: E402
from guangyue.matters.models import Matter  # noqa: E402

ROAD = (
    ("accept", Actor.CLERK, 0),
    ("ask_supplement", Actor.REVIEWER, 1),
    ("supply", Actor.APPLICANT, 2),
    ("propose", Actor.REVIEWER, 3),
    ("grant", Actor.DECIDER, 4),
)
DELIVERED = AT + timedelta(days=7)


def main(matter_key: str, clerk: str, reviewer: str, decider: str, log: str) -> None:
    matter = Matter.objects.select_related("owner__region").get(pk=int(matter_key))
    keys = {Actor.CLERK: clerk, Actor.REVIEWER: reviewer, Actor.DECIDER: decider}
    people = {actor: User.objects.get(pk=int(key)) for actor, key in keys.items()}
    with Path(log).open("a") as acknowledged:
        while True:
            drive_one(matter, people, acknowledged)


def drive_one(matter: Matter, people: dict[Actor, User], acknowledged: TextIO) -> None:
    case = a_case(matter, by=people[Actor.CLERK])
    write_down(acknowledged, case.number, case.step)
    for arrow, actor, days in ROAD:
        at = AT + timedelta(days=days)
        move = move_case(case=case, arrow=arrow, by=people.get(actor), actor=actor, at=at, said="按规定办理")
        write_down(acknowledged, case.number, move.to)
    hand_over(case, by=people[Actor.CLERK], at=DELIVERED)
    write_down(acknowledged, case.number, case.step)


def write_down(acknowledged: TextIO, number: str, step: str) -> None:
    acknowledged.write(f"{number} {step}\n")
    acknowledged.flush()
    os.fsync(acknowledged.fileno())


if __name__ == "__main__":
    main(*sys.argv[1:])
