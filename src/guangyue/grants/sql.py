"""What the database itself sees to: moves and decisions are added and never changed."""

from guangyue.kit.append_only import append_only

NUMBERS = """
create sequence grants_application_number;
create sequence grants_decision_number;
"""
NO_NUMBERS = """
drop sequence grants_application_number;
drop sequence grants_decision_number;
"""

KEEP, LET_GO = append_only("grants", "move", "decision")
