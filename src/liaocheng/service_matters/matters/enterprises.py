"""企业开办和退出: registration and what follows it. Limits and papers are of the demonstration."""

from guangyue.matters.declaration import (
    Answer,
    Audience,
    Entry,
    Flag,
    FormField,
    Level,
    Material,
    PowerKind,
    Question,
)
from liaocheng.city import APPROVAL, CENTRAL_BANK, HOUSING_FUND, HUMAN_RESOURCES, PUBLIC_SECURITY, TAXATION
from liaocheng.service_matters.matters.papers import (
    ADDRESS,
    ARTICLES,
    BUSINESS_LICENCE,
    DELIVERY_ADDRESS,
    FIRM_NAME,
    ID_CARD,
    LEASE,
    MANDATE,
    REPRESENTATIVES,
    SEAL_RECORD,
)
from liaocheng.service_matters.matters.writing import (
    Offered,
    Situation,
    asked,
    law,
    matter,
    norm,
    regulation,
    rule,
)

BOTH_LEVELS = (Level.CITY, Level.COUNTY)
ONLINE = (Flag.ONLINE, Flag.ONE_VISIT, Flag.MOBILE)

COMPANY_NAME = FormField("company_name", "拟用名称", help="先在登记平台自主申报，打印前会再查一次重名")
CAPITAL = FormField("capital", "注册资本", Entry.MONEY)
SCOPE = FormField("scope", "经营范围", Entry.LONG_TEXT, help="从规范表述里选")
STAFF = FormField("staff", "职工人数", Entry.NUMBER)

REGISTRATION = matter(
    code="131001",
    name="公司设立登记",
    kind=PowerKind.PERMIT,
    bases=(
        law("中华人民共和国公司法", "第六条"),
        regulation("中华人民共和国公司登记管理条例", "第三条"),
    ),
    levels=BOTH_LEVELS,
    audience=Audience.FIRM,
    conditions="名称、住所、股东、章程和出资符合公司法的规定；经营范围里没有禁止的项目。",
    days=1,
    statutory=15,
    flags=(*ONLINE, Flag.WHOLLY_ONLINE, Flag.ENTERPRISE, Flag.FREQUENT),
    aliases=("注册公司", "办营业执照", "开公司", "企业注册", "工商登记"),
    produces=(BUSINESS_LICENCE.code,),
    actual_steps=2,
    fields=(COMPANY_NAME, CAPITAL, ADDRESS, SCOPE),
    questions=(
        Question(
            "founders",
            "由谁出资？",
            (Answer("一名自然人或者一家单位", variant="sole"), Answer("两个以上股东", question="state")),
        ),
        Question(
            "state",
            "有没有国有股东？",
            (Answer("没有", variant="limited"), Answer("有", variant="state")),
            help="国家出资的，要附出资的批准文件",
        ),
    ),
    situations=(
        Situation("sole", "一人有限责任公司", (ID_CARD, ARTICLES, REPRESENTATIVES, LEASE, MANDATE)),
        Situation("limited", "有限责任公司", (ID_CARD, ARTICLES, REPRESENTATIVES, LEASE, MANDATE)),
        Situation(
            "state",
            "有国有股东的有限责任公司",
            (
                ID_CARD,
                ARTICLES,
                REPRESENTATIVES,
                Material(
                    "state-approval", "国有资产监督管理机构的批准文件", sample="写明出资人、出资额和持股比例"
                ),
                LEASE,
                MANDATE,
            ),
        ),
    ),
    points=("名称不与已登记的重名", "章程由全体股东签署", "住所真实，写到门牌号"),
    faqs=(
        asked("住所是租的，合同还没有签下来怎么办？", "可以先受理，十个工作日内补齐场所使用证明。"),
        asked("公章、税务、社保要分别去办吗？", "可以在“企业开办”一件事里一次申请。"),
    ),
)

SOLE_TRADER = matter(
    code="131002",
    name="个体工商户设立登记",
    kind=PowerKind.PERMIT,
    bases=(regulation("个体工商户条例", "第八条"),),
    levels=(Level.COUNTY,),
    audience=Audience.PERSON,
    conditions="有经营能力的公民，有经营场所。",
    days=1,
    statutory=15,
    flags=(*ONLINE, Flag.WHOLLY_ONLINE, Flag.ENTERPRISE, Flag.FREQUENT, Flag.INSTANT),
    aliases=("办个体执照", "个体户执照", "开店执照"),
    produces=(BUSINESS_LICENCE.code,),
    actual_steps=1,
    fields=(ADDRESS, SCOPE),
    questions=(
        Question(
            "name",
            "要不要起字号？",
            (Answer("不起，用本人姓名", variant="plain"), Answer("起字号", variant="named")),
        ),
    ),
    situations=(
        Situation("plain", "不使用名称", (ID_CARD, LEASE)),
        Situation("named", "使用名称", (ID_CARD, LEASE), fields=(COMPANY_NAME,)),
    ),
    points=("经营者身份核验一致", "场所写到门牌号", "经营范围不含须先批准的项目"),
    faqs=(asked("住宅能不能登记？", "能，遵守业主公约，不扰民的项目可以。"),),
)

CLOSING = matter(
    code="131003",
    name="公司注销登记",
    kind=PowerKind.PERMIT,
    bases=(law("中华人民共和国公司法", "第一百八十八条"),),
    levels=BOTH_LEVELS,
    audience=Audience.FIRM,
    conditions="清算结束，税款、社会保险费和债务清偿完毕。",
    days=3,
    statutory=15,
    flags=(*ONLINE, Flag.ENTERPRISE),
    aliases=("注销公司", "关公司", "简易注销"),
    actual_steps=2,
    fields=(FIRM_NAME,),
    questions=(
        Question(
            "debts",
            "开业以来有没有没清偿的债务？",
            (Answer("没有，全体股东承诺", variant="simple"), Answer("有过，已经清算", variant="ordinary")),
        ),
    ),
    situations=(
        Situation(
            "simple",
            "简易注销",
            (
                BUSINESS_LICENCE,
                Material("promise", "全体投资人承诺书", sample="承诺没有债权债务或者已经清偿，全体签名"),
                MANDATE,
            ),
            days=1,
        ),
        Situation(
            "ordinary",
            "一般注销",
            (
                BUSINESS_LICENCE,
                Material("liquidation", "清算报告", sample="股东会确认，写明债权债务处理的结果"),
                Material("resolution", "解散的决议或者决定", sample="股东会作出，签名或者盖章"),
                MANDATE,
            ),
        ),
    ),
    points=("公告期已满，没有异议", "税务已经清结", "没有股权冻结、出质"),
    faqs=(asked("公告要多久？", "简易注销公示二十天，一般注销公告四十五天。"),),
)

SEAL = matter(
    code="109001",
    name="公章刻制备案",
    kind=PowerKind.OTHER,
    bases=(norm("国务院关于第三批取消中央指定地方实施行政许可事项的决定（国发〔2017〕7号）", "附件"),),
    levels=(Level.COUNTY,),
    audience=Audience.FIRM,
    conditions="依法登记的单位，在公章刻制经营单位刻制。",
    days=1,
    flags=(*ONLINE, Flag.INSTANT, Flag.FREQUENT),
    aliases=("刻公章", "刻章", "印章备案"),
    produces=(SEAL_RECORD.code,),
    actual_steps=1,
    fields=(
        FIRM_NAME,
        FormField("seals", "刻哪些章", Entry.CHOICE, choices=("一套四枚", "只刻公章", "补刻")),
        DELIVERY_ADDRESS,
    ),
    situations=(Situation("ordinary", "新刻公章", (BUSINESS_LICENCE, ID_CARD, MANDATE)),),
    points=("单位名称和执照一致", "刻制单位在备案名录里"),
    faqs=(asked("新办的企业刻章要钱吗？", "开办时的一套章由财政负担。"),),
)

ACCOUNT = matter(
    code="150001",
    name="企业银行基本存款账户开立",
    kind=PowerKind.SERVICE,
    bases=(rule("人民币银行结算账户管理办法", "第十一条"),),
    levels=BOTH_LEVELS,
    audience=Audience.FIRM,
    conditions="依法登记的企业，还没有基本存款账户。",
    days=1,
    flags=ONLINE,
    aliases=("银行开户", "对公账户", "基本户"),
    actual_steps=1,
    fields=(
        FIRM_NAME,
        FormField(
            "bank",
            "开户银行",
            Entry.CHOICE,
            choices=("中国工商银行", "中国农业银行", "中国银行", "中国建设银行", "齐鲁银行"),
        ),
    ),
    situations=(
        Situation("ordinary", "开立基本存款账户", (BUSINESS_LICENCE, ID_CARD, SEAL_RECORD, MANDATE)),
    ),
    points=("开户意愿核实", "法定代表人身份核实", "没有别的基本存款账户"),
    faqs=(asked("可以换一家银行吗？", "可以，先撤销原来的基本存款账户。"),),
)

TAX = matter(
    code="141001",
    name="新办纳税人涉税信息确认",
    kind=PowerKind.SERVICE,
    bases=(law("中华人民共和国税收征收管理法", "第十五条"),),
    levels=BOTH_LEVELS,
    audience=Audience.FIRM,
    conditions="已经领取营业执照，第一次办理涉税事宜。",
    days=1,
    flags=(*ONLINE, Flag.WHOLLY_ONLINE, Flag.INSTANT, Flag.FREQUENT),
    exception="全程网办",
    aliases=("税务登记", "税务报到", "领发票", "新办纳税人"),
    actual_steps=1,
    fields=(
        FIRM_NAME,
        FormField("invoices", "是否领用发票", Entry.YES_NO),
        FormField("general", "是否登记为一般纳税人", Entry.YES_NO),
    ),
    situations=(Situation("ordinary", "新办企业", (BUSINESS_LICENCE, ID_CARD, MANDATE)),),
    points=("登记信息和执照一致", "办税人员实名"),
    faqs=(asked("要交什么材料？", "登记信息由市场主体登记共享，核对以后确认就可以。"),),
)

INSURED_FIRM = matter(
    code="114001",
    name="企业社会保险登记",
    kind=PowerKind.SERVICE,
    bases=(law("中华人民共和国社会保险法", "第五十七条"),),
    levels=BOTH_LEVELS,
    audience=Audience.FIRM,
    conditions="用人单位自成立之日起三十日内。",
    days=1,
    flags=(*ONLINE, Flag.WHOLLY_ONLINE, Flag.INSTANT),
    exception="全程网办",
    aliases=("社保开户", "单位参保登记"),
    actual_steps=1,
    fields=(FIRM_NAME, STAFF),
    situations=(Situation("ordinary", "单位参保登记", (BUSINESS_LICENCE, MANDATE)),),
    points=("登记信息和执照一致", "没有重复登记"),
    faqs=(asked("没有招人也要登记吗？", "执照登记的时候一起登记，招人以后再为职工参保。"),),
)

FUND_ACCOUNT = matter(
    code="149001",
    name="住房公积金单位缴存登记",
    kind=PowerKind.SERVICE,
    bases=(regulation("住房公积金管理条例", "第十四条"),),
    levels=(Level.CITY,),
    audience=Audience.FIRM,
    conditions="单位自设立之日起三十日内。",
    days=1,
    flags=(*ONLINE, Flag.INSTANT),
    aliases=("公积金开户", "单位公积金登记"),
    actual_steps=1,
    fields=(FIRM_NAME, STAFF),
    situations=(Situation("ordinary", "单位缴存登记", (BUSINESS_LICENCE, MANDATE)),),
    points=("登记信息和执照一致", "没有重复登记"),
    faqs=(asked("缴存比例是多少？", "百分之五到百分之十二，由单位选定，单位和个人相同。"),),
)

MATTERS = (
    Offered(APPROVAL, REGISTRATION),
    Offered(APPROVAL, SOLE_TRADER),
    Offered(APPROVAL, CLOSING),
    Offered(PUBLIC_SECURITY, SEAL),
    Offered(CENTRAL_BANK, ACCOUNT),
    Offered(TAXATION, TAX),
    Offered(HUMAN_RESOURCES, INSURED_FIRM),
    Offered(HOUSING_FUND, FUND_ACCOUNT),
)
