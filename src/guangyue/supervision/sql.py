"""What the database itself sees to: what came in and what was moved is added and never changed."""

from guangyue.kit.append_only import append_only

KEEP, LET_GO = append_only("supervision", "itemmove", "actrevision", "checklist", "exportline")
