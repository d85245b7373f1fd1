"""The worked draw of S30, as terms and as the files that are published."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from guangyue.inspections.drawing.matching import fill
from guangyue.inspections.drawing.outcome import carry_out
from guangyue.inspections.drawing.record import PublicValue, hash_wider, notice, record
from guangyue.inspections.drawing.terms import Inspector, Slot, Target, Terms
from guangyue.kit.clocks import SHANGHAI

SALT = "s4lt"
PUBLIC_VALUE = "2020105:04,09,13,18,22,27,31"
AWAITED = PublicValue("福利彩票七乐彩第2020105期", datetime(2020, 10, 30, 21, 15, tzinfo=SHANGHAI))
WORKED = Terms(
    batch="2020-SC-001",
    n=3,
    targets=tuple(
        Target(code, weight)
        for code, weight in (("T001", 1), ("T002", 2), ("T003", 4), ("T004", 8), ("T005", 1), ("T006", 2))
    ),
    inspectors=(
        Inspector("I01", "SC", frozenset({"通用", "食品"}), 2),
        Inspector("I02", "SC", frozenset({"通用"}), 2),
        Inspector("I03", "SC", frozenset({"通用", "食品"}), 1),
        Inspector("I04", "WJ", frozenset({"公共场所"}), 2),
        Inspector("I05", "WJ", frozenset({"公共场所"}), 1),
    ),
    recusals=frozenset({("I01", "T004")}),
    slots=(Slot("SC", "食品"), Slot("SC", "通用"), Slot("WJ", "公共场所")),
)
# From the rest of the city, for the place that stays empty.
WIDER = (Inspector("W02", "SC", frozenset({"通用"}), 1), Inspector("W01", "SC", frozenset({"通用"}), 1))


def published(
    terms: Terms = WORKED, *, salt: str = SALT, public_value: str = PUBLIC_VALUE
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The notice and the record."""
    outcome = carry_out(terms, salt=salt, public_value=public_value)
    return (
        notice(
            batch=terms.batch,
            subjects=len(terms.targets),
            n=terms.n,
            slots=terms.slots,
            commitment=outcome.commitment,
            wider_hash=hash_wider(WIDER),
            awaited=AWAITED,
            algorithm=terms.algorithm,
        ),
        record(
            terms,
            salt=salt,
            awaited=AWAITED,
            public_value=public_value,
            outcome=outcome,
            wider=WIDER,
            filled=fill(replace(terms, inspectors=WIDER), outcome.teams, outcome.seed),
        ),
    )
