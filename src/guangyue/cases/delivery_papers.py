"""送达回证: filled in by hand before the result is handed over, afterwards with what was written down."""

from collections.abc import Iterator

from django.utils.timezone import localdate

from guangyue.cases.models import Case, Delivered
from guangyue.kit.typesetting import Part, PlainPaper, Table
from guangyue.kit.wording import moment


def slip_of(case: Case, delivered: Delivered | None) -> PlainPaper:
    return PlainPaper(
        title="送达回证",
        number=case.number,
        dated=localdate(delivered.at if delivered else case.decided_at),
        author=str(case.unit),
        body=tuple(_body(case, delivered)),
    )


def _body(case: Case, delivered: Delivered | None) -> Iterator[Part]:
    letters = case.letters.filter(replaced_by=None).order_by("pk")
    yield Table(
        ("项目", "内容"),
        [
            ("办件", f"{case.number} {case.title}"),
            ("受送达人", case.applicant_name),
            ("送达的文书", "；".join(f"{one.get_kind_display()} {one.number}" for one in letters)),
            ("送达方式", delivered.get_how_display() if delivered else case.get_delivery_display()),
            *(
                _written(delivered)
                if delivered
                else (("核对的证件", ""), ("签收人（签字）", ""), ("签收时间", ""))
            ),
        ],
        widths=(1, 3),
    )


def _written(delivered: Delivered) -> Iterator[tuple[str, str]]:
    if delivered.how == Case.Delivery.POST:
        yield "寄往", delivered.address
        yield "承运人和邮件号", f"{delivered.carrier} {delivered.tracking}"
    elif delivered.proof:
        yield "核对的证件", delivered.get_proof_display()
    yield "签收人", delivered.to
    yield "出件人", delivered.by.name if delivered.by else "系统"
    yield "出件时间", moment(delivered.at)
    if delivered.said:
        yield "说明", delivered.said
