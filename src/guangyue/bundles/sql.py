"""What the database itself holds to: numbers given once."""

NUMBERS = """
create sequence bundles_case_number;
create sequence bundles_decision_number;
"""
NO_NUMBERS = """
drop sequence bundles_case_number;
drop sequence bundles_decision_number;
"""
