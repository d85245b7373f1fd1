"""`guangyue clauses`: a document's clauses, with their texts where they are at hand, and the index."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from guangyue.gazette.index import read_index
from guangyue.gazette.models import Edition
from guangyue.gazette.tests.factories import a_clause, a_document, an_edition
from guangyue.systems.tests.small_city import RULES

pytestmark = pytest.mark.django_db

ISSUE = """东湖市人民政府公报
2026年第3期（总第15期）
目录
市政府文件
关于示例工作的意见
东政发〔2026〕7号 2

东湖市人民政府文件
东政发〔2026〕7号
东湖市人民政府
关于示例工作的意见
各县（市、区）人民政府：
一、总体要求
（一）示例目标。到年底完成示例。
（二）示例任务。建立示例台账。
二、保障措施
各单位报送示例情况。
东湖市人民政府
2026年3月1日
"""


@pytest.fixture(autouse=True)
def small_city(settings: Settings, tmp_path: Path) -> None:
    settings.GUANGYUE_CITY = "guangyue.systems.tests.small_city.CITY"
    settings.GAZETTES = tmp_path / "none"


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.GAZETTES = tmp_path / "gazettes"
    settings.GAZETTES.mkdir()
    (settings.GAZETTES / "2026-03.txt").write_text(ISSUE, encoding="utf-8")
    return tmp_path / "gazettes"


def told(*arguments: str | Path) -> str:
    out = StringIO()
    call_command("clauses", *arguments, stdout=out)
    return out.getvalue()


def test_of_a_document_without_its_gazette_the_paths_are_listed() -> None:
    lines = told("东政发[2021]1号").splitlines()

    assert lines[0].startswith("东政发〔2021〕1号 东湖市机构设置办法")
    assert "    第三条第一款" in lines


def test_of_an_imported_document_the_texts_are_listed() -> None:
    document = a_document(number=RULES.number, edition=an_edition(state=Edition.State.CHECKED))
    section = a_clause(document, "一", heading="总体要求")
    a_clause(document, "一（一）", "到年底完成示例。", parent=section)

    lines = told(RULES.number).splitlines()

    assert lines[1:] == ["一  总体要求", "  一（一）  到年底完成示例。"]


def test_of_a_gazette_in_the_folder_the_texts_are_listed(folder: Path) -> None:
    shown = told("东政发〔2026〕7号")

    assert "一（一）  示例目标" in shown
    assert "到年底完成示例" in shown


def test_files_are_indexed_without_their_texts(folder: Path, tmp_path: Path) -> None:
    index = tmp_path / "clauses.toml"
    index.write_text(told("--index", folder / "2026-03.txt"), encoding="utf-8")

    (document,) = read_index(index).documents

    assert (document.number, document.issue) == ("东政发〔2026〕7号", "2026-03")
    assert [clause.path for clause in document.counted] == ["一（一）", "一（二）", "二"]
    assert "示例台账" not in index.read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [[], ["东政发〔2099〕1号"], ["东 政"]])
def test_what_cannot_be_listed_is_said(arguments: list[str]) -> None:
    with pytest.raises(CommandError):
        told(*arguments)


def test_a_file_that_holds_no_text_cannot_be_indexed(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()

    for file in (empty, tmp_path / "missing.txt"):
        with pytest.raises(CommandError):
            told("--index", file)
