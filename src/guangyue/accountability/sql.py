"""What the database itself sees to: facts, statements and moves are added and never changed."""

from guangyue.kit.append_only import append_only

KEEP, LET_GO = append_only("accountability", "casefact", "statement", "casemove")
