"""A small city of credit, for tests: kinds of records, measures, a scale, a model, records of a firm."""

from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.credit.declaration import (
    Basis,
    Conduct,
    Counted,
    Disclosed,
    Found,
    GradingModel,
    Kind,
    ListKind,
    MeasureFact,
    Rank,
    Scale,
    Sense,
)
from guangyue.credit.models import Category, CreditRecord
from guangyue.credit.services.declaring import declare_kind, declare_model, declare_scale, switch_on_measure
from guangyue.credit.services.filing import Filed, file_record, verify_record
from guangyue.files.models import File
from guangyue.files.services import keep_file
from guangyue.gazette.document import Clause
from guangyue.kit.clocks import SHANGHAI
from guangyue.kit.identities import make_credit_code, make_id_number
from guangyue.organisations.facts import OrganisationFact
from guangyue.organisations.models import Organisation

AT = datetime(2021, 4, 1, 10, tzinfo=SHANGHAI)
TODAY = AT.date()
LATER = AT + timedelta(days=2)
CLAUSE = Clause("东政办〔2019〕9号", "三（一）")
CODE = make_credit_code(region="371502", serial=12345).text
BANK_CODE = make_credit_code(region="371502", serial=99999).text
ID_NUMBER = make_id_number(region="371502", born=date(1990, 1, 1), sequence=123).text
CHILD = make_id_number(region="371502", born=date(2008, 1, 1), sequence=125).text

PENALTY = Kind(
    "penalty", "行政处罚", Sense.BAD, "market", disclosed=Disclosed.WHOLE, public_months=12, lasts_months=36,
    repair_after_months=3,
)  # fmt: skip
FRAUD = Kind("fraud", "骗取救助", Sense.BAD, only_if=(Found.DECEIT,), disclosed=Disclosed.NEEDED)
SECRET = Kind("secret", "内部提示", Sense.NEUTRAL, "market")
HONOUR = Kind("honour", "荣誉", Sense.GOOD, "market", disclosed=Disclosed.WHOLE)
MISCONDUCT = Kind("misconduct", "不良执业", Sense.BAD, "medical", disclosed=Disclosed.WHOLE)
BLACK = Kind(
    "black", "黑名单", Sense.BAD, "medical", disclosed=Disclosed.WHOLE, listed=ListKind.BLACK, frequency=2
)
KINDS = (PENALTY, FRAUD, SECRET, HONOUR, MISCONDUCT, BLACK)
SCALE = Scale(
    "practice", "不良执业行为记分", "misconduct", "black", limit=12, cycle_months=12,
    conducts=(Conduct("a", "违规一", 6), Conduct("b", "违规二", 4)),
)  # fmt: skip
MODEL = GradingModel(
    "market",
    "市场监管领域分级",
    1,
    (Counted("penalty", -15), Counted("honour", 15)),
    worst_at_once=("black",),
)
LAW = Basis(Rank.LAW, "中华人民共和国政府采购法", "第二十二条")


def a_measure_fact(executor: Organisation, **changes: Any) -> MeasureFact:
    by = OrganisationFact(executor.key, executor.name, executor.kind, "", executor.region_id, "")
    usual = {"key": "no-procurement", "title": "限制参加政府采购", "follows": ("penalty",), "basis": LAW}
    return MeasureFact(**{**usual, "executor": by, "service": "政府采购", **changes})


def lay_ground(unit: Organisation) -> None:
    for kind in KINDS:
        declare_kind(kind=kind, cites=CLAUSE)
    declare_scale(scale=SCALE, cites=CLAUSE, at=AT)
    declare_model(model=MODEL, cites=CLAUSE, at=AT)
    switch_on_measure(fact=a_measure_fact(unit), cites=CLAUSE)


def filed(kind: Kind = PENALTY, **changes: Any) -> Filed:
    named = {} if "id_number" in changes else {"credit_code": CODE}
    usual = {
        "category": Category.objects.get(key=kind.key),
        "name": "东湖商贸有限公司",
        "fact": "超范围经营",
        "document": "东市监罚字〔2021〕5号",
        "document_on": TODAY,
        "fact_on": TODAY,
    }
    return Filed(**{**usual, **named, **changes})


def a_draft(unit: Organisation, kind: Kind = PENALTY, *, at: datetime = AT, **changes: Any) -> CreditRecord:
    by: User = changes.pop("by", None) or a_user()
    return file_record(filed=filed(kind, **changes), unit=unit, by=by, at=at)


def a_record(unit: Organisation, kind: Kind = PENALTY, *, at: datetime = AT, **changes: Any) -> CreditRecord:
    """Verified by somebody else."""
    return verify_record(record=a_draft(unit, kind, at=at, **changes), by=a_user(), at=at)


def a_file() -> File:
    content = BytesIO()
    Image.new("RGB", (40, 30), "white").save(content, "JPEG")
    upload = SimpleUploadedFile("凭证.jpg", content.getvalue(), "image/jpeg")
    return keep_file(upload=upload, by=None, at=AT)
