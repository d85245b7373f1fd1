"""Contents as other cities set them."""

import pytest

from guangyue.gazette.reading.issue import read_issue

BODY = """
示例市人民政府办公室

示政办字〔2026〕1号

示例市人民政府办公室 关于清理河道的通知

各县（市、区）人民政府：

请在汛前清理河道。

示例市人民政府办公室

2026年1月5日

示例市人民政府办公室

示政办字〔2026〕2号

示例市人民政府办公室 关于整修道路的通知

各县（市、区）人民政府：

请在雨季前整修道路。

示例市人民政府办公室

2026年1月6日

示例市人民政府大事记（2026年1月）

5日，召开河道清理会议。
"""

COVER = "示例市人民政府公报\n\n2026年第1期\n\n目录\n\n"

FORMS = {
    "dot leaders": """
◎市政府办公室文件
关于清理河道的通知
示政办字〔2026〕1号.....2
关于整修道路的通知
示政办字〔2026〕2号 …… 4
◎政务动态
示例市人民政府大事记（2026年1月）..... 6
""",
    "the page on a line of its own": """
◎市政府办公室文件
关于清理河道的通知
示政办字〔2026〕1号
2
关于整修道路的通知
示政办字〔2026〕2号
4
◎政务动态
示例市人民政府大事记（2026年1月）
6
""",
    "the page behind the title": """
◎市政府办公室文件
关于清理河道的通知……………… 2
示政办字〔2026〕1号
关于整修道路的通知……………… （4）
示政办字〔2026〕2号
◎政务动态
示例市人民政府大事记（2026年1月）……（6）
""",
    "all on one line": """
市政府办公室文件
示例市人民政府办公室关于清理河道的通知（示政办字〔2026〕1号）……(2)
示例市人民政府办公室关于整修道路的通知（示政办字〔2026〕2号）……(4)
政务动态
示例市人民政府大事记（2026年1月）……(6)
""",
    "the number first": """
【市政府办公室文件】
示政办字〔2026〕1号 关于清理河道的通知 ……………… 02
示政办字〔2026〕2号 关于整修道路的通知 ……………… 04
【政务动态】
示例市人民政府大事记（2026年1月） ……………… 06
""",
    "markdown and wrapped titles": """
## ◎ 市政府办公室文件

关于清理河道的通

知

示政办字【2026】1号..... 2

关于整修道路的
通知
示政办字[2026] 2 号..... 4

## ◎ 政务动态

示例市人民政府大事记(2026年1月)..... 6
""",
}


@pytest.mark.parametrize("form", FORMS)
def test_contents_are_read_in_any_form(form: str) -> None:
    issue = read_issue((COVER + FORMS[form] + BODY).splitlines())

    assert [(entry.number, entry.page) for entry in issue.front.contents] == [
        ("示政办字〔2026〕1号", 2),
        ("示政办字〔2026〕2号", 4),
        ("", 6),
    ]
    assert [(one.number, one.title, one.page_to) for one in issue.documents][:2] == [
        ("示政办字〔2026〕1号", "关于清理河道的通知", 3),
        ("示政办字〔2026〕2号", "关于整修道路的通知", 5),
    ]
    assert issue.doubts == ()


def test_contents_without_pages_are_read_and_pages_stay_unknown() -> None:
    entries = "关于清理河道的通知\n示政办字〔2026〕1号\n关于整修道路的通知\n示政办字〔2026〕2号\n"
    issue = read_issue((COVER + entries + BODY).splitlines())

    assert [(entry.number, entry.page) for entry in issue.front.contents] == [
        ("示政办字〔2026〕1号", None),
        ("示政办字〔2026〕2号", None),
    ]
    assert [one.number for one in issue.documents] == ["示政办字〔2026〕1号", "示政办字〔2026〕2号", ""]
