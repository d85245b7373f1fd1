"""理由: why something is done, in words enough to be understood."""

from guangyue.cases.refusals import SayWhy

SHORTEST = 2


def reason_in(said: str, *, field: str = "said") -> str:
    """As it is kept; refused at its field where there is none."""
    reason = said.strip()
    if len(reason) < SHORTEST:
        raise SayWhy(field=field)
    return reason
