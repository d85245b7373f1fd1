"""年度监管报告 of the medical sector, to be signed and made public."""

from collections.abc import Iterator
from datetime import date

from guangyue.kit.typesetting import OfficialPaper, Part, Table
from guangyue.kit.typesetting.papers import Side
from guangyue.kit.wording import day, percent
from guangyue.organisations.year_report import year_report
from liaocheng.medical_supervision.document import OPINIONS
from liaocheng.medical_supervision.figures import Year

SIDES: tuple[Side, ...] = ("left", "right", "right", "right", "right", "right", "right")


def paper_of(told: Year, *, issuer: str, on: date) -> OfficialPaper:
    about = "医疗卫生行业综合监管情况"
    return year_report(issuer=issuer, year=told.year, about=about, dated=on, body=_body(told))


def _body(told: Year) -> Iterator[Part]:
    whole = told.whole
    yield (
        f"根据{OPINIONS.number}，现将{told.year}年度医疗卫生行业综合监管情况报告如下，"
        f"数字截至{day(told.until)}。"
    )
    yield "一、监督检查"
    yield (
        f"全市持证医疗卫生机构 {whole.institutions:,} 家，对其实施监管 {whole.acts:,} 次，"
        f"检查 {whole.checked:,} 家，覆盖率 {percent(whole.coverage)}。"
    )
    yield Table(
        ("县（市、区）", "机构", "监管", "覆盖率", "不良行为", "处罚", "投诉按期"),
        [
            (
                line.place,
                f"{line.figures.institutions:,}",
                f"{line.figures.acts:,}",
                percent(line.figures.coverage),
                f"{line.figures.findings:,}",
                f"{line.figures.penalties:,}",
                percent(line.figures.timeliness),
            )
            for line in told.lines
        ],
        widths=(6, 2, 2, 2, 2, 2, 2),
        alignments=SIDES,
    )
    yield "二、违法违规行为查处"
    yield (
        f"记录机构不良执业行为 {whole.findings:,} 件，记 {whole.points:,} 分；作出重大行政处罚 "
        f"{whole.penalties:,} 件。列入黑名单 {whole.black:,} 家，重点监管 {whole.key:,} 家，含黑名单机构。"
    )
    yield "三、投诉举报"
    yield (
        f"登记投诉举报 {whole.complaints:,} 件，应当办结 {whole.due:,} 件，"
        f"按期办结 {whole.in_time:,} 件，按期率 {percent(whole.timeliness)}。"
    )
    yield "四、职责落实"
    yield Table(
        ("职责", "本年办理", "最近一次"),
        [
            (
                f"{line.duty.number}. {line.duty.title}",
                f"{line.worked.many:,}",
                f"{line.worked.last:%Y-%m-%d}" if line.worked.last else "—",
            )
            for line in told.duties
            if line.worked is not None
        ],
        widths=(8, 2, 3),
        alignments=SIDES[:3],
    )
    yield "其余职责由牵头单位按分工办理，不在系统里统计。"
