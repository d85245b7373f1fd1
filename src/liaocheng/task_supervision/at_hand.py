"""The text that an example is asked of: of the folder of gazettes, or of the library."""

from functools import lru_cache

from guangyue.gazette.folder import gazette_files, read_gazette
from guangyue.gazette.models import PrintedDocument
from guangyue.gazette.reading.files import FileText
from guangyue.tasks.reading.shapes import ReadDocument
from guangyue.tasks.reading.tasks import read_tasks
from guangyue.tasks.services.extracting import Source, source_in_file, source_in_library

READ_AT_ONCE = 20


class NotAtHand(ValueError):
    """Neither imported, nor in the folder of gazettes."""


def source_of(number: str) -> Source:
    if source := _in_folder(number):
        return source
    printed = PrintedDocument.objects.released().filter(number=number).first()
    if printed is None:
        raise NotAtHand(f"{number} is neither imported nor in the folder of gazettes")
    return source_in_library(printed)


@lru_cache(maxsize=READ_AT_ONCE)
def _in_folder(number: str) -> Source | None:
    for name, path in gazette_files().items():
        issue = read_gazette(path)
        if any(document.number == number for document in issue.documents):
            file = FileText(name, "", "", issue.lines)
            return source_in_file(file, number=number)
    return None


def tasks_of(number: str) -> ReadDocument:
    source = source_of(number)
    return read_tasks(
        source.lines,
        number=source.number,
        day=source.day,
        horizon=source.horizon,
        title=source.title,
        issuers=source.issuers,
    )
