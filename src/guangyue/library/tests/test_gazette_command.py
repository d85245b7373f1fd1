"""`guangyue gazette …`: a line for each file, an exit code that says whether all was done."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from guangyue.accounts.tests.factories import a_region
from guangyue.gazette.models import Edition
from guangyue.library.tests.printed import an_issue
from guangyue.organisations.models import Region

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    a_region("990000")  # the city has run: it knows its names
    (tmp_path / "2026-02.txt").write_text(an_issue(number=2, serial=3), encoding="utf-8")
    (tmp_path / "2026-03.md").write_text(an_issue(number=3, serial=4), encoding="gb18030")
    (tmp_path / "cover.jpg").write_bytes(b"\xff\xd8\xff")
    return tmp_path


def told(*arguments: object) -> list[str]:
    out = io.StringIO()
    call_command("gazette", *map(str, arguments), stdout=out)
    return out.getvalue().splitlines()


def told_in_failing(*arguments: object) -> tuple[list[str], int]:
    out = io.StringIO()
    with pytest.raises(CommandError) as failure:
        call_command("gazette", *map(str, arguments), stdout=out)
    return out.getvalue().splitlines(), failure.value.returncode


def test_a_folder_stands_for_the_issues_in_it(folder: Path) -> None:
    lines = told("import", folder)

    assert lines == [
        "✓ 2026-02.txt  导入：2026年第2期（第1版），2 件公文，待校",
        "✓ 2026-03.md  导入：2026年第3期（第1版），2 件公文，待校",
    ]


def test_a_file_that_failed_holds_up_no_other_and_shows_in_the_exit_code(folder: Path) -> None:
    lines, code = told_in_failing("import", folder / "cover.jpg", folder / "none.txt", folder / "2026-02.txt")

    assert lines[0].startswith("✗ cover.jpg  这是图片")
    assert lines[1] == "✗ none.txt  没有这个文件。"
    assert lines[2].startswith("✓ 2026-02.txt")
    assert code == 1


def test_an_issue_is_imported_and_released_at_once(folder: Path) -> None:
    told("import", folder, "--release")

    assert Edition.objects.released().count() == 2
    assert "已发布" in told("list")[0]


def test_what_is_in_doubt_is_imported_and_not_released(folder: Path) -> None:
    (folder / "2026-02.txt").write_text("春眠不觉晓\n处处闻啼鸟")

    lines, code = told_in_failing("import", folder / "2026-02.txt", "--release")

    assert "没有发布" in lines[0]
    assert code == 1
    assert Edition.objects.get().state == Edition.State.TROUBLED


def test_an_issue_is_released_by_its_key_once(folder: Path) -> None:
    told("import", folder)

    assert told("release", "2026-02") == ["已发布 2026年第2期（第1版）"]
    assert told_in_failing("release", "2026-02")[1] == 1
    assert told_in_failing("release", "2031-01")[1] == 1


def test_the_report_names_repairs_doubts_and_lines_of_nobody(folder: Path) -> None:
    told("import", folder)

    lines = told("report", "2026-02")

    assert any("N5" in line for line in lines)
    assert any(line.startswith("  东政发〔2026〕3号  关于建设湖滨步道的意见  2026-02-09") for line in lines)
    assert lines[-1] == "每一行都有归属"


def test_an_empty_library_says_how_to_begin() -> None:
    assert told("list") == ["还没有公报，用 guangyue gazette import 导入"]
    assert Region.objects.exists()
