"""Everything that changes the chronicle: one verb, one function, one transaction."""

from guangyue.chronicle.services.intake import take_in_edition

__all__ = ("take_in_edition",)
