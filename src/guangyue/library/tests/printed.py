"""A small issue of 东湖市, as its file would be, for tests of how issues come in."""

import io
from datetime import UTC, datetime

from guangyue.accounts.models import User
from guangyue.gazette.models import Edition
from guangyue.library.services.intake import Import, import_file
from guangyue.library.services.releasing import check_edition, release_edition

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)

FRONT = """# 东湖市人民政府公报

2026年第{issue}期

(总第{total}期)

主管主办：东湖市人民政府

电话：0100-5550199

# 目 录

## ◎ 市政府文件

关于建设湖滨步道的意见

东政发〔2026〕{serial}号..... 2

## ◎ 市政府办公室文件

关于清理河道的通知

东政办字〔2026〕{serial}号..... 4
"""

OPINION = """# 东湖市人民政府文件

东政发〔2026〕{serial}号

## 东湖市人民政府 关于建设湖滨步道的意见

各县（市、区）人民政府，市政府有关部门：

为方便市民散步，提出如下意见。

### 一、总体要求

（一）步道环湖而建，宽三米。（市住房城乡建设局负责）

（二）两年建成。每年检查一次。

### 二、附则

本意见自2026年4月1日起施行，有效期三年。

东湖市人民政府
2026年2月{day}日
"""

NOTICE = """# 东湖市人民政府办公室

东政办字〔2026〕{serial}号

## 东湖市人民政府办公室 关于清理河道的通知

各县（市、区）人民政府：

一、清理淤泥。六月底前完成。

二、栽种柳树。每百米十棵。

东湖市人民政府办公室
2026年2月{day}日
"""


def an_issue(*, number: int = 2, serial: int = 3, day: int = 9) -> str:
    parts = (FRONT, OPINION, NOTICE)
    return "\n".join(parts).format(issue=number, total=200 + number, serial=serial, day=day)


def bring_in(text: str | bytes, *, name: str = "2026-02.txt", by: User | None = None) -> Import:
    content = text.encode() if isinstance(text, str) else text
    return import_file(file=io.BytesIO(content), name=name, by=by, at=NOON)


def released(text: str, *, by: User | None = None) -> Edition:
    edition = bring_in(text, by=by).edition
    check_edition(edition=edition, by=by, at=NOON)
    return release_edition(edition=edition, by=by, at=NOON)


def line_of(edition: Edition, words: str) -> int:
    """The number of the line that has these words."""
    return next(number for number, line in enumerate(edition.lines, start=1) if words in line)
