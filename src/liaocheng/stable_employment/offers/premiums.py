"""降费、缓缴和返还: what firms are told of their contributions."""

from liaocheng.stable_employment.offers.offering import FOR_FIRMS, offer
from liaocheng.stable_employment.searches.firms import (
    FOR_DISABLED_FUND,
    FOR_RATES,
    FOR_RELIEF,
    FOR_RETURNS,
    FOR_RETURNS_IN_DIFFICULTY,
)

OFFERS = (
    offer(
        "si_deferral_2019",
        FOR_FIRMS,
        "发不出最低工资或者停产三个月以上的企业，经批准可以晚交社会保险费，不加收滞纳金",
        sensitive=True,
    ),
    offer(
        "si_deferral_2020",
        FOR_FIRMS,
        "2020年经营受疫情影响的企业，可以申请晚交社会保险费，一般不超过六个月，不加收滞纳金",
    ),
    offer(
        "ui_return",
        FOR_FIRMS,
        "没有裁员或者裁员很少的参保企业，退回上年度所交失业保险费的一半",
        sensitive=True,
        search=FOR_RETURNS,
    ),
    offer(
        "ui_return_difficult_2019",
        FOR_FIRMS,
        "2019年一时经营困难、坚持少裁员的企业，退回上年度六个月社会保险费的一半",
        sensitive=True,
        search=FOR_RETURNS_IN_DIFFICULTY,
    ),
    offer(
        "ui_return_difficult_2020",
        FOR_FIRMS,
        "2020年经营困难、坚持少裁员的企业，按参保人数每人退回六个月的人均失业保险金",
        sensitive=True,
        search=FOR_RETURNS_IN_DIFFICULTY,
    ),
    offer(
        "si_relief",
        FOR_FIRMS,
        "2020年2月起养老、失业、工伤三项社会保险的单位缴费，中小微企业免交，其他单位减半",
        automatic=True,
        search=FOR_RELIEF,
    ),
    offer(
        "si_rates",
        FOR_FIRMS,
        "失业、工伤和职工医疗保险的单位费率降低一段时间，按新费率征收",
        automatic=True,
        sensitive=True,
        search=FOR_RATES,
    ),
    offer(
        "disabled_fund",
        FOR_FIRMS,
        "三十人及以下的企业三年内不交残疾人就业保障金，其他企业分档少交；损失重大的可以另行申请减免、缓交",
        automatic=True,
        sensitive=True,
        search=FOR_DISABLED_FUND,
    ),
    offer("housing_fund", FOR_FIRMS, "受疫情影响的中小微企业，可以申请把住房公积金降到最低比例，或者晚交"),
)
