"""Files on this machine, brought into the library one by one."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from django.utils import timezone

from guangyue.gazette.models import Edition
from guangyue.gazette.reading.files import TYPES
from guangyue.kit.refusals import Refused
from guangyue.library.services.intake import Import, import_file
from guangyue.library.services.releasing import check_edition, release_edition


def bring_in(path: Path, *, release: bool) -> tuple[bool, str]:
    """Whether all that was asked was done with a file, and the sentence that says so."""
    try:
        with path.open("rb") as file:
            imported = import_file(file=file, name=path.name, by=None, at=timezone.now())
    except FileNotFoundError:
        return False, "没有这个文件。"
    except OSError as failure:
        return False, f"读不了这个文件：{failure.strerror}。"
    except Refused as refusal:
        return False, refusal.sentence
    if release and imported.edition.is_under_review:
        try:
            check_and_release(imported.edition)
        except Refused as refusal:
            return False, f"{_told(imported)}；没有发布：{refusal.sentence}"
    return True, _told(imported)


def check_and_release(edition: Edition) -> Edition:
    at = timezone.now()
    return release_edition(edition=check_edition(edition=edition, by=None, at=at), by=None, at=at)


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """A folder stands for the files in it that may be issues, by name."""
    for path in paths:
        if path.is_dir():
            yield from sorted(each for each in path.iterdir() if each.suffix.lower() in TYPES)
        else:
            yield path


def _told(imported: Import) -> str:
    edition = Edition.objects.select_related("issue").get(pk=imported.edition.pk)
    waiting = edition.doubts.filter(blocks=True).count()
    doubts = f"，{waiting} 处存疑须处理" if waiting else ""
    many = edition.documents.count()
    return f"{imported.outcome.value}：{edition}，{many} 件公文，{edition.get_state_display()}{doubts}"
