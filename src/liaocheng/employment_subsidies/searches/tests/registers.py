"""Registers of one person and one firm, for searches to look into."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

import polars as pl

from guangyue.rules.offers import Tables

Row = Mapping[str, Any]
AS_IT_IS: Row = MappingProxyType({})
PERSON: Row = {
    "person": 3,
    "id_number": "390000198005010017",
    "name": "甲",
    "sex": "男",
    "birth_date": date(1980, 5, 1),
    "deceased": False,
    "household": "户甲",
    "relation": "户主",
    "settled": "城镇",
    "education": "初中",
    "enrolled": "不在校",
    "graduated_on": None,
    "employment": "灵活就业",
    "employment_since": date(2018, 1, 1),
    "employer": None,
    "employer_since": None,
    "contract_until_since": None,
    "contract_until": None,
    "wage": None,
    "insurance": "灵活就业人员",
    "unit_premium": None,
    "own_premium": 90_000,
    "pension": 0,
    "veteran": False,
    "hardship": "大龄失业",
    "unemployment_benefit": "未享受",
    "unemployment_benefit_until": None,
    "district": "371502",
    "township": "371502001",
}
WORKER: Row = {
    **PERSON,
    "person": 4,
    "id_number": "390000199905010017",
    "employment": "单位就业",
    "employer": "企业甲",
    "employer_since": date(2020, 7, 1),
    "employment_since": date(2020, 7, 1),
    "contract_until_since": date(2020, 7, 1),
    "contract_until": date(2021, 6, 30),
    "wage": 400_000,
    "insurance": "职工",
    "unit_premium": 100_000,
    "hardship": "无",
}
LEAD: Row = {**WORKER, "person": 5, "id_number": "390000198501010017", "employer_since": date(2019, 1, 1)}
FIRM: Row = {
    "serial": 7,
    "firm": "企业甲",
    "name": "聊城甲家政服务有限公司",
    "kind": "企业",
    "industry": "居民服务、修理和其他服务业",
    "status": "在营",
    "registered_on": date(2019, 1, 1),
    "first_licence": True,
    "incubated": False,
    "size": "微型",
    "legal_representative": LEAD["id_number"],
    "district": "371502",
    "township": "371502001",
}
CERTIFICATE: Row = {
    "person": 3,
    "item": "证甲",
    "since": date(2020, 9, 1),
    "kind": "职业资格证书",
    "occupation": "焊工",
    "level": 4,
}
HOUSEHOLD: Row = {"household": "户甲", "allowance": "未享受", "registered_poor": False}
PAID: Row = {"benefit": "社会保险补贴", "since": date(2021, 1, 1), "months": 3, "paid_on": date(2021, 4, 12)}

DAYS = {
    "graduated_on": pl.Date,
    "unemployment_benefit_until": pl.Date,
    "employer_since": pl.Date,
    "contract_until_since": pl.Date,
    "contract_until": pl.Date,
    "employer": pl.String,
    "wage": pl.Int64,
    "unit_premium": pl.Int64,
}


def registers(
    *,
    person: Row = AS_IT_IS,
    household: Row = AS_IT_IS,
    certificates: tuple[Row, ...] = (AS_IT_IS,),
    firm: Row = AS_IT_IS,
    lead: Row = AS_IT_IS,
    workers: tuple[Row, ...] = (AS_IT_IS,),
    person_paid: tuple[Row, ...] = (),
    firm_paid: tuple[Row, ...] = (),
) -> Tables:
    """One person with a household and certificates, one firm with its founder and workers, and the ledger."""
    told: dict[str, list[dict[str, Any]]] = {
        "persons": [{**PERSON, **person}],
        "households": [{**HOUSEHOLD, **household}],
        "certificates": [{**CERTIFICATE, **one} for one in certificates],
        "firms": [{**FIRM, **firm}],
        "leads": [{**LEAD, **lead}],
        "workers": [{**LEAD, **lead}, *({**WORKER, **one} for one in workers)],
        "led": [{"firm": "企业甲", "kind": {**FIRM, **firm}["kind"], "person": LEAD["person"]}],
        "person_benefits": [{**PAID, "person": 3, **one} for one in person_paid],
        "firm_benefits": [{**PAID, "firm": "企业甲", **one} for one in firm_paid],
    }
    no_lines = pl.DataFrame([{**PAID, "person": 0, "firm": ""}]).clear()
    return {
        name: (pl.DataFrame(rows).cast(_typed(rows)) if rows else no_lines).lazy()  # type: ignore[arg-type]
        for name, rows in told.items()
    }


def _typed(rows: list[dict[str, Any]]) -> dict[str, type[pl.DataType]]:
    return {column: kind for column, kind in DAYS.items() if column in rows[0]}
