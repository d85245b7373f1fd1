"""东湖市: one system with a training subsidy for persons, a monthly one, and a start-up grant for firms."""

from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime

import polars as pl

from guangyue.gazette.document import Document
from guangyue.grants.demands import applied_for
from guangyue.organisations.facts import OrganisationFact
from guangyue.rules.authoring import MONTH, doubt, need, rule
from guangyue.rules.facts import Facts, Sane, day, flag, money, number, rows, word, words
from guangyue.rules.offers import Audience, Material, Offer, Search, Tables
from guangyue.rules.parameters import money_figure
from guangyue.rules.rulebook import Rulebook
from guangyue.rules.searching import words_columns
from guangyue.rules.symbols import Amount, Day, least, yuan
from guangyue.systems.examples import Given
from guangyue.systems.system import City, System

LONG_AGO = datetime(2019, 1, 1, tzinfo=UTC)
MEASURES = Document("东财社〔2019〕1号", "东湖市培训补贴办法", date(2019, 1, 1), date(2024, 12, 31))
BUREAU = OrganisationFact("human-resources", "东湖市人力资源局", "政府部门", "", "990100", "2019-01")
CEILING = money_figure("ceiling", "补贴最高额")
GROUPS = ("登记失业人员", "就业困难人员", "退役军人")
STATES = ("单位就业", "灵活就业", "务农", "公益性岗位", "登记失业", "未就业", "退休", "在校")


class Grant(Facts):
    """以前领取的一笔."""

    granted_on = day("领取日期")
    amount = money("领取金额")


class Trainee(Facts):
    """参加培训的人."""

    employment = word("就业状态", STATES)
    groups = words("人员类别", GROUPS)
    birth = day("出生日期")
    passed = flag("培训合格")
    paid = money("培训费")
    grants = rows("以前领取的补贴", Grant)


class Post(Facts):
    """一个月的岗位."""

    birth = day("出生日期")
    signed = day("合同签订日期")
    until = day("合同终止日期", may_lie_ahead=True)
    wage = money("月工资")
    worked = number("工作天数")
    sane = (Sane("signed", "不能早于出生日期。", lambda post: post.birth <= post.signed),)


class Firm(Facts):
    """新开办的企业."""

    registered = day("登记日期")
    pays_insurance = flag("缴纳社会保险费")


@rule(cites=MEASURES.clause("第三条"), title="技能培训补贴", key="training")
def training(person: Trainee, on: Day) -> Amount:
    """What the course cost, up to a ceiling that a notice says."""
    need("登记失业", person.employment.among("登记失业"))
    need("属于补贴人员", person.groups.meet("登记失业人员", "就业困难人员"), cites=MEASURES.clause("第四条"))
    need("已满十六周岁", person.birth.plus(years=16) <= on)
    need("培训合格", person.passed, cites=MEASURES.clause("第五条"))
    need("没有领取过", person.grants.count() < 1)
    doubt("费用在一千元以上，由工作人员核定", person.paid >= yuan(1000), cites=MEASURES.clause("第六条"))
    return least(person.paid, CEILING.at(on))


@rule(cites=MEASURES.clause("第七条"), title="岗位补贴", key="post", per=MONTH)
def post(post: Post, on: Day) -> Amount:
    """Half a month's wage is too much to say; what the notice says, for whoever worked the month."""
    need("签订劳动合同", post.signed <= on)
    need("已成年", post.birth.plus(years=18) <= on)
    need("工作满十五天", post.worked >= 15)
    return least(post.wage, CEILING.at(on))


class Certificate(Facts):
    """一张证书."""

    level = number("等级")


@rule(cites=MEASURES.clause("第九条"), title="鉴定补贴", key="exam")
def exam(certificate: Certificate, on: Day) -> Amount:
    """For the skilled, what the notice of the day says."""
    need("三级以上", certificate.level <= 3)
    return least(CEILING.at(on), yuan(1000))


@rule(cites=MEASURES.clause("第八条"), title="创业补贴", key="startup")
def startup(firm: Firm, on: Day) -> Amount:
    """A thousand and more for a year of trading."""
    need("登记满一年", firm.registered.plus(years=1) <= on)
    need("缴纳社会保险费", firm.pays_insurance)
    return least(yuan(5000) + CEILING.at(on), yuan(6000))


def trainees(tables: Tables, on: date) -> pl.LazyFrame:
    unemployed = {"登记失业人员": pl.col("employment") == "登记失业"}
    return (
        tables["persons"]
        .filter(pl.col("employment").is_not_null())
        .select(
            pl.col("person").alias("key"),
            pl.col("person").alias("payee"),
            "district",
            "township",
            pl.col("employment").alias("0.employment"),
            pl.col("birth_date").alias("0.birth"),
            *words_columns(0, Trainee.fields["groups"], unemployed),
        )
    )


def grants_before(tables: Tables, on: date) -> pl.LazyFrame:
    """Any benefit that somebody was paid."""
    return tables["person_benefits"].select(
        pl.col("person").alias("key"), pl.col("paid_on").alias("granted_on"), "amount"
    )


def certified(tables: Tables, on: date) -> pl.LazyFrame:
    """An occasion for each certificate, judged on its own day."""
    return tables["certificates"].select(
        pl.format("{}.{}", "person", "item").alias("key"),
        pl.col("person").alias("payee"),
        "item",
        pl.col("since").alias("on"),
        pl.col("level").alias("0.level"),
    )


def answer(given: Given, asked: Collection[str]) -> Mapping[str, object]:
    return {}


RULES = Rulebook((training, post, startup, exam))
OFFERS = (
    Offer(
        key="training",
        audience=Audience.PERSON,
        summary="失业人员参加培训合格的，补贴培训费",
        materials=(Material("培训费发票", MEASURES.clause("第五条")),),
        sensitive=True,
        search=Search(trainees, {(0, "grants"): grants_before}),
    ),
    Offer(key="post", audience=Audience.PERSON, summary="在岗工作的，每月补贴"),
    Offer(key="exam", audience=Audience.PERSON, summary="取得证书的，补贴鉴定费", search=Search(certified)),
    Offer(key="startup", audience=Audience.FIRM, summary="开办满一年的，一次性补贴"),
)
SYSTEM = System(
    "S20",
    "培训补贴",
    (MEASURES,),
    (BUREAU,),
    demands=tuple(
        applied_for(
            "S20",
            offers=OFFERS,
            rules=RULES,
            documents=(MEASURES,),
            owner=BUREAU,
            cites=MEASURES.clause("第二条"),
        )
    ),
    examples=answer,
    rules=RULES,
    offers=OFFERS,
    figures=(CEILING,),
)
CITY = City(name="东湖市", regions=(), organisations=(BUREAU,), names=(), sightings=(), systems=(SYSTEM,))


def enact_offers() -> None:
    """The matters of the system, where its bureau is known already."""
    for demand in SYSTEM.demands:
        demand.enact(LONG_AGO)
