"""A chronicle of a city that does not exist, in the forms in which chronicles are printed."""

from guangyue.gazette.models import Edition
from guangyue.gazette.reading.shapes import Category, Line
from guangyue.gazette.tests.factories import a_document, an_edition

MARCH = """# 东湖市人民政府大事记

(2026年3月)

**2日**,省水利厅副厅长钱一鸣来东,检查了解10年以上水库除险情况。副市长孙立陪同活动。

△市委副书记、市长李文博主持召开市政府第12次常务会议，研究渔业加快发展、校园食堂管理等工作。

3-4日,江南大学校长周望川一行3人来我市调研湖区治理。市委常委、副市长

赵明远，副市长孙立参加活动。

全市春耕工作调度会召开。市长李文博主持会议并讲话。孙立、郑安出席会议。

4日，市委副书记、市长(下转第31页)

（上接第34页）李文博与马里诺市市长卡洛·罗西会谈。副市长孙立、郑安，市政府秘书长吴成参加活动。

30日—31日，东湖荷花节开幕。副市长孙立致辞，市文旅局局长郑安主持。
"""
EVENTS = 6


def lines(text: str) -> list[Line]:
    return [Line(number, line) for number, line in enumerate(text.splitlines(), start=1)]


def an_edition_with(text: str = MARCH, *, number: int = 4, title: str = "大事记（2026年3月）") -> Edition:
    """A released edition whose only document is this chronicle."""
    Edition.objects.filter(issue__number=number).update(state=Edition.State.SUPERSEDED)
    edition = an_edition(number=number, text=text, title="东湖市人民政府公报")
    piece = {"first": 1, "last": len(text.splitlines()), "marker": "", "by_hand": False}
    chronicle = a_document(
        edition=edition,
        title=title,
        series="大事记",
        category=Category.AFFAIRS.value,
        pieces=[piece],
        day=None,
    )
    chronicle.number, chronicle.key = "", "大事记2026年3月"
    chronicle.save()
    return edition
