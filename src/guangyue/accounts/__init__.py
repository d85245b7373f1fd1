"""Accounts: who signs in, what a person may do and for which rows, and how that is held to."""
