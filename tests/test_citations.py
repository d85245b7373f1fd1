"""Every clause that the city cites exists, in the index that its repository keeps; and the index is what the
gazettes read as."""

from collections.abc import Iterator, Mapping
from dataclasses import astuple, fields, is_dataclass
from importlib import import_module
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

import liaocheng
from guangyue.gazette.document import Clause, Document
from guangyue.gazette.folder import gazette_files, read_gazette
from guangyue.gazette.index import ClauseIndex
from guangyue.gazette.indexing import index_of
from guangyue.systems.enactment import enact
from guangyue.systems.running import accounts
from guangyue.systems.system import System
from liaocheng.documents import CLAUSES
from liaocheng.systems import CITY

CITY_FOLDER = Path(liaocheng.__file__).parent
MODULES = sorted(
    ".".join((liaocheng.__name__, *path.relative_to(CITY_FOLDER).with_suffix("").parts)).removesuffix(
        ".__init__"
    )
    for path in CITY_FOLDER.rglob("*.py")
    if path.stem != "tests" and "tests" not in path.parts
)


def cited(value: object) -> Iterator[Clause]:
    """Every clause and document that a value holds, however deep."""
    if isinstance(value, Clause):
        yield value
    elif isinstance(value, Document):
        yield value.clause()
    elif isinstance(value, ClauseIndex):
        return
    elif isinstance(value, Mapping):
        yield from (clause for part in (*value, *value.values()) for clause in cited(part))
    elif isinstance(value, tuple | list | set | frozenset):
        yield from (clause for part in value for clause in cited(part))
    elif is_dataclass(value) and not isinstance(value, type):
        yield from (clause for field in fields(value) for clause in cited(getattr(value, field.name)))
    elif isinstance(cites := getattr(value, "cites", None), Clause):
        yield cites


@pytest.mark.parametrize("name", MODULES)
def test_whatever_a_module_of_the_city_cites_exists(name: str) -> None:
    values = vars(import_module(name)).values()

    problems = {CITY.index.problem(clause) for value in values for clause in cited(value)}

    assert problems - {""} == set()


@pytest.mark.parametrize("system", CITY.systems, ids=lambda system: system.number)
def test_a_system_leaves_out_clauses_that_exist_and_that_it_does_not_cite(system: System) -> None:
    left = system.left_out()
    ran = {runs.cites for runs in system.runs()}

    assert [problem for clause in left if (problem := CITY.index.problem(clause))] == []
    assert [str(clause) for clause in left if clause in ran] == []
    assert [str(clause) for clause, reason in left.items() if not reason.strip()] == []


@pytest.mark.django_db
def test_what_stands_in_the_rows_after_enacting_cites_clauses_that_exist() -> None:
    enact(CITY, at=timezone.now())

    cited = [Clause(number, path) for number, told in accounts(CITY).items() for path in told.runs]

    assert [problem for clause in cited if (problem := CITY.index.problem(clause))] == []


def test_a_citation_that_leads_nowhere_would_be_found_and_told_what_is_near() -> None:
    document = Document("聊政办字〔2019〕35号", "改革的意见", timezone.localdate())

    (clause,) = cited({"rules": (document.clause("（十六）"),)})

    assert CITY.index.problem(clause) == "聊政办字〔2019〕35号没有“（十六）”；相近的有：三（十六）"


@pytest.mark.skipif(not gazette_files(), reason="the gazettes are not beside the repository")
def test_the_index_is_what_the_gazettes_read_as() -> None:
    read = index_of(read_gazette(path) for path in gazette_files().values())

    assert CLAUSES.read_text(encoding="utf-8") == read, (
        f"make it anew: guangyue clauses --index {settings.GAZETTES}/*.txt > {CLAUSES.name}"
    )


@pytest.mark.parametrize("system", CITY.systems, ids=lambda system: system.number)
def test_the_documents_of_a_system_are_those_of_the_index(system: System) -> None:
    """By their titles too; in force from and to the day that a clause says, or else from their own day."""
    indexed = [CITY.index.by_number[one.number].document() for one in system.documents]

    assert [astuple(one) for one in system.documents] == [astuple(one) for one in indexed]
