"""What is asked of the library; and of every document that says when it is in force, that this is held to."""

from collections.abc import Iterator

from guangyue.gazette.document import Clause
from guangyue.library.demands import HoldToTerm, RunLibrary, Work
from guangyue.systems.system import System
from liaocheng.city import BIG_DATA, DEVELOPMENT_AND_REFORM, GOVERNMENT_OFFICE
from liaocheng.documents import INDEX
from liaocheng.gazette_library.document import DIGITAL_PLAN, MY_LIAOCHENG, ONE_WINDOW, STABLE_EMPLOYMENT
from liaocheng.gazette_library.examples import answer


def stated_terms() -> Iterator[HoldToTerm]:
    """Of whole documents only: when a single policy begins and ends, its own system says."""
    for document in INDEX.documents:
        for window in document.windows:
            if not window.of:
                yield HoldToTerm(Clause(document.number, window.said_by), window.since, window.until)


SYSTEM = System(
    number="S01",
    title="公报与政策库",
    documents=(ONE_WINDOW, STABLE_EMPLOYMENT, MY_LIAOCHENG, DIGITAL_PLAN),
    led_by=(GOVERNMENT_OFFICE, BIG_DATA, DEVELOPMENT_AND_REFORM),
    demands=(
        RunLibrary(Work.READING, "政策专题数据库", cites=DIGITAL_PLAN.clause("五（四）")),
        RunLibrary(Work.WATCHING, "政策自动抓取", cites=DIGITAL_PLAN.clause("五（四）")),
        RunLibrary(Work.DIGESTING, "政策自动解读，由人确认", cites=DIGITAL_PLAN.clause("五（四）")),
        RunLibrary(Work.PUSHING, "政策精准推送", cites=DIGITAL_PLAN.clause("三（一）")),
        RunLibrary(Work.PUSHING, "政策找人", cites=STABLE_EMPLOYMENT.clause("七25")),
        RunLibrary(Work.INTERPRETING, "政策解读", cites=MY_LIAOCHENG.clause("二（三）")),
        RunLibrary(Work.CLEANING, "谁制定谁清理、谁起草谁清理", cites=ONE_WINDOW.clause("一（五）")),
        *stated_terms(),
    ),
    examples=answer,
)
