"""公示 as a paper: to be posted on a wall."""

from guangyue.disclosure.models import Notice
from guangyue.kit.refusals import Refused
from guangyue.kit.typesetting import Part, PlainPaper, Table
from guangyue.kit.wording import day

MOST_ROWS = 3_000


def as_paper(notice: Notice) -> PlainPaper:
    if notice.many > MOST_ROWS:
        raise Refused(f"名单超过 {MOST_ROWS:,} 行，请下载表格以后打印。")
    rows = list(notice.lines.order_by("number").values_list("number", "cells"))
    body: list[Part] = [notice.text] if notice.text else []
    total = f"，金额合计 {notice.amount}" if notice.amount is not None else ""
    body.append(f"依据{notice.cites}，现将名单公示如下，共 {notice.many:,} 行{total}。")
    headers = ("序号", *notice.columns)
    body.append(Table(headers, [(str(number), *cells) for number, cells in rows]))
    body.append(
        f"公示期自{day(notice.since)}至{day(notice.until)}。有异议的，请在公示期内向{notice.organisation}提出。"
    )
    return PlainPaper(title=notice.title, dated=notice.since, author=notice.organisation.name, body=body)
