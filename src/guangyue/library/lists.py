"""The list of documents."""

from django.urls import reverse
from django.utils import timezone
from markupsafe import Markup

from guangyue.gazette.models import PrintedDocument
from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order
from guangyue.library.filters import EXPIRING, ISSUER, STANDING, Citing, series_offered, years_offered
from guangyue.library.standing import validity_of


def _standing(document: PrintedDocument) -> str:
    return validity_of(document, timezone.localdate()).standing.value


def standing_tag(document: PrintedDocument) -> Markup:
    standing = validity_of(document, timezone.localdate()).standing
    return Markup('<span class="tag {}">{}</span>').format(standing.look, standing.value)


def number_shown(document: PrintedDocument) -> Markup:
    return Markup('<span class="text-nowrap">{}</span>').format(document.number)


def document_link(document: PrintedDocument) -> str:
    return reverse("library:document", args=[document.key])


DOCUMENTS = Listing(
    key="library.documents",
    title="全部文件",
    columns=(
        Column("title", "标题"),
        Column("number", "文号", show=number_shown),
        Column("issuers", "发文机关", value=lambda document: "、".join(document.issuers)),
        Column("day", "成文日期"),
        Column("standing", "效力", value=_standing, show=standing_tag),
        Column("term__until", "有效期至", chosen=False),
        Column("issue", "公报", value=lambda document: str(document.edition.issue), chosen=False),
    ),
    orders=(
        Order("newest", "新成文在前", ("-day",), column="day"),
        Order("oldest", "早成文在前", ("day",), column="day"),
        Order("number", "按文号", ("series", "year", "serial"), column="number"),
    ),
    filters=(
        ISSUER,
        Choice("series", "文种", series_offered),
        Choice("year", "年份", years_offered),
        STANDING,
        EXPIRING,
        DayRange("day", "成文日期"),
        Citing(),
    ),
    search=("title__contains", "number__contains"),
    search_hint="标题或者文号",
    empty="库里还没有文件",
    empty_advice="公报导入、校对、发布以后，文件出现在这里。",
    link=document_link,
)

IN_FORCE = Listing(
    key="library.in_force",
    title="某日有效的文件",
    columns=(
        Column("title", "标题"),
        Column("number", "文号", show=number_shown),
        Column("issuers", "发文机关", value=lambda document: "、".join(document.issuers)),
        Column("term__since", "施行"),
        Column("term__until", "有效期至"),
    ),
    orders=(
        Order("newest", "新施行在前", ("-term__since",), column="term__since"),
        Order("ending", "先到期在前", ("term__until",), column="term__until"),
    ),
    filters=(
        ISSUER,
        Choice("series", "文种", series_offered),
        Choice("year", "年份", years_offered),
    ),
    search=("title__contains", "number__contains"),
    search_hint="标题或者文号",
    empty="这一天没有有效的文件",
    empty_advice="换一个日期再看；库里只有已经发布的公报里的文件。",
    link=document_link,
)
