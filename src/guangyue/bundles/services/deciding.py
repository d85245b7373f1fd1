"""综合决定书: one letter for all the matters, with what can be done against a refusal; frozen when issued."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from guangyue.bundles.models import BundleCase, BundlePart, CombinedDecision
from guangyue.bundles.standing import Standing
from guangyue.cases.models import Case
from guangyue.kit.clocks import local_day
from guangyue.kit.numbers import next_number
from guangyue.kit.plain import fingerprint


def issue_decision(*, bundle: BundleCase, parts: Sequence[BundlePart], at: datetime) -> CombinedDecision:
    content = content_of(bundle=bundle, parts=parts, at=at)
    return CombinedDecision.objects.create(
        bundle=bundle,
        number=next_number("ZH", "bundles_decision_number", at=at),
        issuer=bundle.theme.lead,
        content=content,
        hash=fingerprint(content),
        issued_at=at,
    )


def content_of(*, bundle: BundleCase, parts: Sequence[BundlePart], at: datetime) -> dict[str, Any]:
    return {
        "theme": bundle.theme.title,
        "number": bundle.number,
        "applicant": bundle.applicant_name,
        "on": local_day(at).isoformat(),
        "results": [_result(part) for part in parts],
        "refused": any(part.stands is Standing.FAILED for part in parts),
    }


def _result(part: BundlePart) -> dict[str, str]:
    return {
        "matter": part.title,
        "standing": part.stands.value,
        "unit": str(part.case.unit) if part.case else "",
        "number": part.case.number if part.case else "",
        "said": _reason(part.case) if part.case and part.stands is Standing.FAILED else "",
    }


def _reason(case: Case) -> str:
    """Why: what was said with the move that settled it."""
    last = case.moves.exclude(said="").order_by("-pk").first()
    return last.said if last else case.get_phase_display()
