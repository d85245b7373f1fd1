"""What the nine notices demand: every line of them recorded, in the order in which they were issued."""

import csv
from pathlib import Path

from guangyue.gazette.document import Document
from guangyue.organisations.demands import RecordNotice
from guangyue.organisations.models import NoticeLine
from guangyue.organisations.services.notices import LineFact
from guangyue.systems.system import System
from liaocheng.appointments.document import NOTICES
from liaocheng.appointments.examples import answer
from liaocheng.city import GOVERNMENT_OFFICE, HUMAN_RESOURCES, STAFFING

LINES = Path(__file__).parent / "lines.csv"
ACTIONS = {label: value for value, label in NoticeLine.Action.choices}


def lines_of(notice: Document) -> tuple[LineFact, ...]:
    """Its lines, one for each person and post."""
    with LINES.open(encoding="utf-8", newline="") as file:
        return tuple(
            LineFact(
                order=int(row["order"]),
                action=ACTIONS[row["action"]],
                person=row["person"],
                organisation=row["organisation"],
                title=row["title"],
                rank=row["rank"],
                probation_months=int(row["probation_months"] or 0),
                lapsed=row["lapsed"] == "是",
                note=row["note"],
                known_by=row["known_by"],
            )
            for row in csv.DictReader(file)
            if row["notice"] == notice.number
        )


SYSTEM = System(
    number="S05",
    title="机构与人事",
    documents=NOTICES,
    led_by=(GOVERNMENT_OFFICE, STAFFING, HUMAN_RESOURCES),
    demands=tuple(RecordNotice(document=notice, lines=lines_of(notice)) for notice in NOTICES),
    examples=answer,
)
