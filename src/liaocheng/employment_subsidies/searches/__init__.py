"""Whom the measures are meant for, as far as the city's registers say.

A search leaves out those who are certainly not meant, so that nobody is told "perhaps" of what no register
connects them with; of everybody it keeps it says what is known, and the rule decides.
"""
