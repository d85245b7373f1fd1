"""Where the clause that a notice rests on can be read."""

from django.urls import reverse

from guangyue.gazette.document import Clause
from guangyue.gazette.models import PrintedDocument


def address_of(cites: Clause) -> str:
    """The clause in the library; empty where its document has not been released."""
    key = PrintedDocument.objects.released().filter(number=cites.number).values_list("key", flat=True).first()
    return f"{reverse('library:document', args=[key])}#{cites.path}" if key else ""
