"""What the database itself sees to: numbers given once, and what was decided or published stays as it was."""

from guangyue.kit.append_only import append_only

NUMBERS = """
create sequence legislation_project_number;
create sequence legislation_consultation_number;
create sequence legislation_receipt_number;
"""
NO_NUMBERS = """
drop sequence legislation_project_number;
drop sequence legislation_consultation_number;
drop sequence legislation_receipt_number;
"""

KEEP, LET_GO = append_only(
    "legislation",
    "planentry",
    "planchange",
    "legislativeterms",
    "projectmove",
    "impact",
    "legaldraft",
    "article",
    "legalreview",
    "reply",
)
