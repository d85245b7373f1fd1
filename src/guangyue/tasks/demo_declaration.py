"""演示任务 as values: what a document hands out, by its printed titles, units and days."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from guangyue.gazette.document import Document
from guangyue.tasks.states import DueKind


class Story(Enum):
    """How far the demonstration takes it."""

    CLOSED = "closed"
    ASKED = "asked to close"
    RUNNING = "under way"
    DIVIDED = "under way, and divided further"
    ACCEPTED = "accepted, without a plan"
    DISPUTED = "disputed"


@dataclass(frozen=True)
class DemoTask:
    """演示任务: names of units as a note enumerates them; `percent` is what was reported last."""

    label: str
    title: str
    lead: str
    responsible: str = ""
    cooperate: str = ""
    due: date | None = None
    due_kind: DueKind = DueKind.PRINTED
    due_text: str = ""
    story: Story = Story.RUNNING
    percent: int = 0
    problems: str = ""


@dataclass(frozen=True)
class DemoDocument:
    """演示任务文件; the units in `late` have not handed in the last quarter's report."""

    document: Document
    horizon: date
    tasks: tuple[DemoTask, ...]
    late: tuple[str, ...] = ()
