"""What the database itself holds to: what was foreseen, proposed and corrected stays as it was said."""

from guangyue.kit.append_only import append_only

KEEP, LET_GO = append_only(
    "alerts", "forecast", "hourcorrection", "consultation", "foreseenprocess", "weathernotice"
)
