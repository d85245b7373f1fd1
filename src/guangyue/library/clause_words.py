"""What a clause says, put together as it is printed."""

from guangyue.gazette.models import PrintedClause

STOPS = ("。", "：", "；", "！", "？")


def stands_apart(clause: PrintedClause) -> bool:
    """Whether the heading has a line of its own; one that ends with a stop runs on into the text."""
    return bool(clause.heading) and not clause.heading.endswith(STOPS)


def words_of(clause: PrintedClause) -> str:
    """All that a clause says itself, a table cell by cell."""
    head, said = f"{clause.label}{clause.heading}", f"{clause.text}{clause.note}"
    parts = (head, said) if stands_apart(clause) else (f"{head}{said}",)
    return "\n".join(filter(None, (*parts, *("\t".join(row) for row in clause.rows))))
