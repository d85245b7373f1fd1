"""What the city declares for tasks: its terms, and the clause that asks for them."""

from functools import cache

from guangyue.systems.enactment import declared_city
from guangyue.tasks.demands import SetTerms
from guangyue.tasks.terms import Terms

USUAL = Terms()


@cache
def declared_terms() -> SetTerms | None:
    demands = (demand for system in declared_city().systems for demand in system.demands)
    return next((one for one in demands if isinstance(one, SetTerms)), None)


def terms() -> Terms:
    """Of a city that declares none, the usual ones."""
    declared = declared_terms()
    return declared.terms if declared else USUAL
