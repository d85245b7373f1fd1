"""条款的地址: where the clauses that rules rest on can be read, as far as the library has them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.urls import reverse

from guangyue.gazette.document import Clause
from guangyue.gazette.models import PrintedDocument
from guangyue.rules.authoring import Rule


def addresses_of(rules: Iterable[Rule]) -> Mapping[Clause, str]:
    """For the verdict's macro: of each clause its address, or nothing where its document is not released."""
    clauses = {runs.cites for rule in rules for runs in rule.runs()}
    numbers = {clause.number for clause in clauses}
    keys = dict(PrintedDocument.objects.released().filter(number__in=numbers).values_list("number", "key"))
    found = {
        clause: f"{reverse('library:document', args=[keys[clause.number]])}#{clause.path}"
        for clause in clauses
        if clause.number in keys
    }
    return defaultdict(str, found)
