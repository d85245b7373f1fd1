"""比例 as people write it: 50%, 0.5, 2/3; exact, to a part of a million."""

import unicodedata
from fractions import Fraction

from guangyue.rules.tree import MILLION

LONGEST = 20


def read_ratio(text: str) -> Fraction:
    """Refused with a sentence when it is no ratio."""
    written = unicodedata.normalize("NFKC", text).strip()
    part, percent = written.removesuffix("%").strip(), written.endswith("%")
    if len(part) > LONGEST or not part or set(part) - set("0123456789./"):
        raise ValueError("请填比例，如 50% 或者 0.5。")
    try:
        ratio = Fraction(part)
    except (ValueError, ZeroDivisionError):
        raise ValueError("请填比例，如 50% 或者 0.5。") from None
    return ratio / 100 if percent else ratio


def ratio_said(ratio: Fraction) -> str:
    """50%, 66.6667%; a part of the document that is no decimal as it stands there, 2/3."""
    percent = ratio * 100
    if (percent * (MILLION // 100)).denominator != 1:
        return f"{ratio.numerator}/{ratio.denominator}"
    return f"{percent.numerator / percent.denominator:.4f}".rstrip("0").rstrip(".") + "%"
