"""What the frames show of the library: what a search over everything finds in it."""

from collections.abc import Iterator

from django.urls import reverse

from guangyue.kit.access import Scope, open_to_all
from guangyue.kit.search import Found
from guangyue.library.searching.asking import read_question
from guangyue.library.searching.finding import answer_question


@open_to_all
def find_documents(*, words: str, scope: Scope, most: int) -> Iterator[Found]:
    """政策文件; each leads to the clause that answers best, where one does."""
    for hit in answer_question(read_question(words)).hits[:most]:
        address = reverse("library:document", args=[hit.document.key])
        best = next((one.clause.path for one in hit.quotations if one.clause.path), "")
        detail = f"{hit.document.number} {best}".strip()
        yield Found("政策文件", hit.document.title, f"{address}#{best}" if best else address, detail)
