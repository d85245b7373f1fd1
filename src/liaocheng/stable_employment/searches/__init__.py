"""Whom the packages are meant for, as far as the registers say.

Whether a firm is in difficulty, what it pays for each insurance, whether somebody sits in a course: no
register says it, and it stays unknown. Where a measure asks about nothing else, nobody is looked for.
"""
