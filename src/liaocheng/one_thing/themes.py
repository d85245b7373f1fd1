"""The themes of the demonstration: what each combines, by which questions, and who leads."""

from guangyue.bundles.demands import OfferTheme
from guangyue.bundles.design import Choice, Circle, Design, Origin, ThemePart, ThemeQuestion, When
from guangyue.organisations.facts import OrganisationFact
from liaocheng.city import (
    APPROVAL,
    CENTRAL_BANK,
    CIVIL_AFFAIRS,
    EDUCATION_AND_SPORTS,
    HEALTH,
    HOUSING,
    HOUSING_FUND,
    HUMAN_RESOURCES,
    MEDICAL_INSURANCE,
    NATURAL_RESOURCES,
    POWER_SUPPLY,
    PUBLIC_SECURITY,
    TAXATION,
    URBAN_MANAGEMENT,
    WATER_GROUP,
)
from liaocheng.one_thing import matters
from liaocheng.one_thing.data import POWER, REAL_ESTATE, SCHOOL
from liaocheng.one_thing.document import DIGITAL_PLAN, ONE_WINDOW
from liaocheng.one_thing.requirements import CONSTRUCTION, SET_UP

YES, NO = "有", "没有"


def design(
    lead: OrganisationFact,
    *others: OrganisationFact,
    parts: tuple[ThemePart, ...],
    questions: tuple[ThemeQuestion, ...] = (),
    conditions: str = "",
) -> Design:
    return Design(lead.key, tuple(one.key for one in others), parts, questions, conditions)


def part(matter: str, variant: str = "ordinary", *when: When, after: tuple[str, ...] = ()) -> ThemePart:
    """A matter in one situation, always or under a condition."""
    return ThemePart(matter, (Choice(variant, when),), after)


def either(matter: str, question: str, *ways: tuple[str, str], after: tuple[str, ...] = ()) -> ThemePart:
    """A matter whose situation an answer chooses; an answer that is not named leaves it out."""
    choices = tuple(Choice(variant, (When(question, answer),)) for answer, variant in ways)
    return ThemePart(matter, choices, after)


STAFF = When("staff", YES)

THEMES = (
    OfferTheme(
        SET_UP,
        "企业开办",
        "营业执照、公章、银行账户、税务、社保、公积金，填一张表一次申请。",
        Circle.ENTERPRISE,
        Origin.DEPARTMENT,
        design(
            APPROVAL,
            PUBLIC_SECURITY,
            CENTRAL_BANK,
            TAXATION,
            HUMAN_RESOURCES,
            HOUSING_FUND,
            questions=(
                ThemeQuestion(
                    "founders",
                    "由谁出资？",
                    ("两个以上股东，没有国有股东", "一名自然人或者一家单位", "有国有股东"),
                ),
                ThemeQuestion("staff", "现在有没有招用职工？", (YES, NO), "没有招人的，以后再办参保和缴存"),
            ),
            parts=(
                either(
                    matters.REGISTRATION,
                    "founders",
                    ("两个以上股东，没有国有股东", "limited"),
                    ("一名自然人或者一家单位", "sole"),
                    ("有国有股东", "state"),
                ),
                part(matters.SEAL),
                part(matters.ACCOUNT),
                part(matters.TAX),
                part(matters.INSURED_FIRM, "ordinary", STAFF),
                part(matters.FUND_ACCOUNT, "ordinary", STAFF),
            ),
        ),
        ONE_WINDOW.clause("五（三十三）"),
        icon="building-store",
    ),
    OfferTheme(
        "restaurant",
        "开餐馆",
        "个体户执照办好，食品经营许可、门头招牌接着办，不用再跑。",
        Circle.ENTERPRISE,
        Origin.SOCIETY,
        design(
            APPROVAL,
            HEALTH,
            URBAN_MANAGEMENT,
            questions=(
                ThemeQuestion("name", "要不要起字号？", ("起字号", "不起，用本人姓名")),
                ThemeQuestion("sells", "主要做什么？", ("餐饮服务", "只卖预包装食品")),
                ThemeQuestion("board", "要不要装大型门头招牌？", ("要", "不要")),
            ),
            parts=(
                either(matters.SOLE_TRADER, "name", ("起字号", "named"), ("不起，用本人姓名", "plain")),
                either(matters.FOOD, "sells", ("餐饮服务", "catering"), ("只卖预包装食品", "packed")),
                either(matters.BOARD, "board", ("要", "ordinary")),
            ),
            conditions="经营者办个体工商户；办公司的，先办“企业开办”。",
        ),
        ONE_WINDOW.clause("二（十）"),
        icon="tools-kitchen-2",
    ),
    OfferTheme(
        "guesthouse",
        "开宾馆、理发店、浴池",
        "执照和公共场所卫生许可一次申请。",
        Circle.ENTERPRISE,
        Origin.MENU,
        design(
            HEALTH,
            APPROVAL,
            questions=(
                ThemeQuestion(
                    "way", "怎样办卫生许可？", ("承诺符合标准，当天发证", "不作承诺，现场核查以后发证")
                ),
            ),
            parts=(
                part(matters.SOLE_TRADER, "named"),
                either(
                    matters.HYGIENE,
                    "way",
                    ("承诺符合标准，当天发证", "promise"),
                    ("不作承诺，现场核查以后发证", "new"),
                ),
            ),
        ),
        ONE_WINDOW.clause("二（十）"),
        icon="bed",
    ),
    OfferTheme(
        CONSTRUCTION,
        "工程建设项目审批",
        "用地规划、工程规划、施工许可、排水接入，一张表单走到底。",
        Circle.ENTERPRISE,
        Origin.DEPARTMENT,
        design(
            APPROVAL,
            NATURAL_RESOURCES,
            HOUSING,
            questions=(
                ThemeQuestion("land", "怎么取得土地？", ("出让", "划拨")),
                ThemeQuestion("drain", "要不要接入城镇排水管网？", ("要", "不要")),
            ),
            parts=(
                either(matters.LAND_USE, "land", ("出让", "granted"), ("划拨", "allocated")),
                part(matters.PLANNING, "building", after=(matters.LAND_USE,)),
                part(matters.BUILDING),
                either(matters.SEWAGE, "drain", ("要", "ordinary")),
            ),
        ),
        ONE_WINDOW.clause("五（三十五）"),
        icon="crane",
        pilot=True,
    ),
    OfferTheme(
        POWER,
        "获得电力",
        "用电报装不用交材料；外线要挖掘道路的，一起批。",
        Circle.ENTERPRISE,
        Origin.DEPARTMENT,
        design(
            POWER_SUPPLY,
            URBAN_MANAGEMENT,
            NATURAL_RESOURCES,
            questions=(
                ThemeQuestion("voltage", "用多大的电？", ("低压，160 千瓦及以下", "高压")),
                ThemeQuestion("dig", "外线要不要挖掘道路？", ("不要", "要")),
            ),
            parts=(
                either(matters.POWER, "voltage", ("低压，160 千瓦及以下", "low"), ("高压", "high")),
                either(matters.DIGGING, "dig", ("要", "dig")),
            ),
        ),
        DIGITAL_PLAN.clause("五（三）"),
        icon="bolt",
    ),
    OfferTheme(
        REAL_ESTATE,
        "不动产登记和水电气暖过户",
        "房子过户，水、电、气、暖跟着一起过户。",
        Circle.PUBLIC,
        Origin.DEPARTMENT,
        design(
            NATURAL_RESOURCES,
            HOUSING,
            POWER_SUPPLY,
            WATER_GROUP,
            questions=(
                ThemeQuestion("home", "是新房还是二手房？", ("二手房", "向开发企业买的新房")),
                ThemeQuestion("gas", "通管道燃气吗？", (YES, NO)),
                ThemeQuestion("heat", "有集中供热吗？", (YES, NO)),
            ),
            parts=(
                either(matters.TRANSFER, "home", ("二手房", "second_hand"), ("向开发企业买的新房", "new")),
                part(matters.WATER_NAME),
                part(matters.POWER_NAME),
                part(matters.GAS_NAME, "ordinary", When("gas", YES)),
                part(matters.HEAT_NAME, "ordinary", When("heat", YES)),
            ),
        ),
        ONE_WINDOW.clause("五（三十四）"),
        icon="home-dollar",
    ),
    OfferTheme(
        SCHOOL,
        "义务教育入学报名",
        "户口没有迁来的，先迁户口再报名，一次申请。",
        Circle.PUBLIC,
        Origin.DEPARTMENT,
        design(
            EDUCATION_AND_SPORTS,
            PUBLIC_SECURITY,
            NATURAL_RESOURCES,
            HUMAN_RESOURCES,
            questions=(
                ThemeQuestion("settled", "孩子的户口在报名的县（市、区）吗？", ("在", "要迁来", "不迁")),
                ThemeQuestion("house", "父母在片区有房吗？", ("有", "没有")),
            ),
            parts=(
                ThemePart(matters.MOVE, (Choice("home", (When("settled", "要迁来"), When("house", "有"))),)),
                ThemePart(
                    matters.SCHOOL,
                    (
                        Choice("worker", (When("settled", "不迁"),)),
                        Choice("owner", (When("house", "有"),)),
                        Choice("grandparents"),
                    ),
                    (matters.MOVE,),
                ),
            ),
        ),
        DIGITAL_PLAN.clause("五（二）"),
        icon="school",
    ),
    OfferTheme(
        "birth",
        "新生儿出生",
        "出生证明、户口、医保、社保卡，一次申请，一件接一件办。",
        Circle.PUBLIC,
        Origin.SOCIETY,
        design(
            HEALTH,
            PUBLIC_SECURITY,
            MEDICAL_INSURANCE,
            HUMAN_RESOURCES,
            questions=(ThemeQuestion("parents", "父母结婚了吗？", ("已经结婚", "没有结婚")),),
            parts=(
                part(matters.BIRTH, "first"),
                either(matters.BIRTH_ENTRY, "parents", ("已经结婚", "married"), ("没有结婚", "unmarried")),
                part(matters.MEDICAL, "newborn", after=(matters.BIRTH_ENTRY,)),
                part(matters.SOCIAL_CARD, "newborn", after=(matters.BIRTH_ENTRY,)),
            ),
        ),
        ONE_WINDOW.clause("二（十）"),
        icon="baby-carriage",
    ),
    OfferTheme(
        "marriage",
        "结婚落户",
        "登记结婚以后，户口迁到一起。",
        Circle.PUBLIC,
        Origin.MENU,
        design(
            CIVIL_AFFAIRS,
            PUBLIC_SECURITY,
            parts=(
                part(matters.MARRIAGE),
                part(matters.MOVE, "family", after=(matters.MARRIAGE,)),
            ),
        ),
        ONE_WINDOW.clause("二（十）"),
        icon="hearts",
    ),
    OfferTheme(
        "graduate",
        "高校毕业生来聊就业落户",
        "报到、落户、社保卡一起办。",
        Circle.PUBLIC,
        Origin.DEPARTMENT,
        design(
            HUMAN_RESOURCES,
            PUBLIC_SECURITY,
            questions=(ThemeQuestion("settle", "户口要迁来吗？", ("要", "不要")),),
            parts=(
                part(matters.GRADUATE),
                either(matters.MOVE, "settle", ("要", "talent")),
                part(matters.SOCIAL_CARD, "own"),
            ),
        ),
        ONE_WINDOW.clause("二（十）"),
        icon="school",
    ),
)
