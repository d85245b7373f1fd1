"""What the database itself sees to: the moves of powers are added and never changed."""

from guangyue.kit.append_only import append_only

KEEP, LET_GO = append_only("empowerments", "empowermentmove")
