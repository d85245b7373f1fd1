"""What the database itself holds to: numbers given once, and rows that are only added."""

NUMBERS = """
create sequence cases_case_number;
create sequence cases_letter_number;
"""
NO_NUMBERS = """
drop sequence cases_case_number;
drop sequence cases_letter_number;
"""
