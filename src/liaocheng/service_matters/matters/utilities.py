"""水电气暖: new connections, and the change of names when a home changes hands. Limits and papers are of the
demonstration."""

from guangyue.matters.declaration import (
    Answer,
    Audience,
    Declaration,
    Entry,
    Flag,
    FormField,
    Level,
    PowerKind,
    Question,
)
from liaocheng.city import HOUSING, POWER_SUPPLY, WATER_GROUP
from liaocheng.service_matters.matters.papers import (
    BUSINESS_LICENCE,
    ID_CARD,
    METER_NOTE,
    PROPERTY_ADDRESS,
    PROPERTY_CERTIFICATE,
)
from liaocheng.service_matters.matters.writing import (
    CIVIL_CODE,
    Offered,
    Situation,
    asked,
    law,
    matter,
    regulation,
)

ONLINE = (Flag.ONLINE, Flag.ONE_VISIT, Flag.MOBILE, Flag.FREQUENT)
LIKE_POWER = "第六百五十六条"  # water, gas and heat are supplied under the same rules as power

POWER = matter(
    code="161001",
    name="用电报装",
    kind=PowerKind.SERVICE,
    bases=(regulation("电力供应与使用条例", "第二十三条"),),
    levels=(Level.CITY, Level.COUNTY),
    audience=Audience.BOTH,
    conditions="在供电营业区内新装、增容用电。",
    days=15,
    flags=(*ONLINE, Flag.ENTERPRISE),
    no_deferrable_because="申请人不用提交材料，由供电企业获取",
    aliases=("获得电力", "装电表", "新装用电", "增容", "三相电"),
    actual_steps=2,
    fields=(PROPERTY_ADDRESS, FormField("power", "用电容量（千瓦）", Entry.NUMBER)),
    questions=(
        Question(
            "who",
            "谁用电？",
            (
                Answer("居民", variant="home"),
                Answer("小微企业、个体工商户，低压", variant="low"),
                Answer("企业，高压", variant="high"),
            ),
            help="160 千瓦及以下的小微企业低压接入，不出工程费",
        ),
    ),
    situations=(
        Situation("home", "居民新装", (ID_CARD, PROPERTY_CERTIFICATE), days=3),
        Situation("low", "低压新装、增容", (BUSINESS_LICENCE, PROPERTY_CERTIFICATE), days=8),
        Situation("high", "高压新装、增容", (BUSINESS_LICENCE, PROPERTY_CERTIFICATE), days=15),
    ),
    points=("用电地址在供电范围内", "容量和设备相符"),
    terms=(asked("增容", "原来的容量不够，申请加大。"),),
    faqs=(asked("要跑几次？", "低压的不跑，现场勘查时一并签合同。"),),
)


def change_of_name(code: str, name: str, alias: str, *, article: str = LIKE_POWER) -> Declaration:
    """过户 of a contract for water, power, gas or heat: the same papers for each of them."""
    return matter(
        code=code,
        name=name,
        kind=PowerKind.SERVICE,
        bases=(law("中华人民共和国民法典", article),),
        levels=(Level.CITY, Level.COUNTY),
        audience=Audience.BOTH,
        conditions="房屋已经转移登记，没有拖欠的费用。",
        days=1,
        flags=(*ONLINE, Flag.WHOLLY_ONLINE, Flag.INSTANT),
        aliases=(alias, "水电气暖过户"),
        actual_steps=1,
        fields=(
            PROPERTY_ADDRESS,
            FormField("before", "原户主姓名"),
            FormField(f"meter_{code}", f"{alias.removesuffix('过户')}户号", help="账单或者表上的用户编号"),
            FormField(
                f"reading_{code}", f"{alias.removesuffix('过户')}当天读数", Entry.NUMBER, required=False
            ),
        ),
        situations=(Situation("ordinary", "房屋转移后过户", (ID_CARD, PROPERTY_CERTIFICATE, METER_NOTE)),),
        points=("户号和坐落一致", "费用已经结清"),
        faqs=(asked("原户主要到场吗？", "不用，房屋已经转移登记的由新户主申请。"),),
    )


WATER_NAME = change_of_name("162001", "用水过户", "水表过户")
POWER_NAME = change_of_name("161002", "用电过户", "电表过户", article="第六百四十八条")
GAS_NAME = change_of_name("117021", "用气过户", "燃气过户")
HEAT_NAME = change_of_name("117022", "供热过户", "暖气过户")

MATTERS = (
    Offered(POWER_SUPPLY, POWER),
    Offered(POWER_SUPPLY, POWER_NAME, since=CIVIL_CODE),
    Offered(WATER_GROUP, WATER_NAME, since=CIVIL_CODE),
    Offered(HOUSING, GAS_NAME, since=CIVIL_CODE),
    Offered(HOUSING, HEAT_NAME, since=CIVIL_CODE),
)
