"""户籍、出生和出入境: births, households, cards, passports, licences. Limits and papers are of the
demonstration."""

from guangyue.matters.declaration import (
    Answer,
    Audience,
    Entry,
    Fee,
    Flag,
    FormField,
    Level,
    Material,
    PowerKind,
    Question,
)
from liaocheng.city import HEALTH, PUBLIC_SECURITY, TRAFFIC_POLICE
from liaocheng.service_matters.matters.papers import (
    BIRTH_CERTIFICATE,
    BIRTH_NOTE,
    CHILD_BORN,
    CHILD_NAME,
    DELIVERY_ADDRESS,
    DRIVING_LICENCE,
    HOME,
    HOUSEHOLD_BOOK,
    ID_CARD,
    INSURANCE_RECORD,
    MARRIAGE_CERTIFICATE,
    MOTHER_NUMBER,
    PHOTO,
    PROPERTY_CERTIFICATE,
    necessary,
)
from liaocheng.service_matters.matters.writing import (
    Offered,
    Situation,
    asked,
    law,
    matter,
    regulation,
    rule,
)

LIVELIHOOD = (Flag.ONLINE, Flag.ONE_VISIT, Flag.MOBILE, Flag.FREQUENT, Flag.LIVELIHOOD)
REGISTERED = "户籍办理"

BIRTH = matter(
    code="123001",
    name="出生医学证明办理",
    kind=PowerKind.CONFIRMATION,
    bases=(law("中华人民共和国母婴保健法", "第二十三条"),),
    levels=(Level.COUNTY,),
    audience=Audience.PERSON,
    conditions="在本市助产机构出生的新生儿。",
    days=1,
    flags=LIVELIHOOD,
    field_of_life="卫生健康",
    aliases=("出生证", "出生证明"),
    produces=(BIRTH_CERTIFICATE.code,),
    actual_steps=1,
    fields=(CHILD_NAME, CHILD_BORN, MOTHER_NUMBER),
    questions=(
        Question(
            "times",
            "是第一次办还是补办？",
            (
                Answer("第一次办", variant="first"),
                Answer("遗失了，还没有报户口", variant="lost"),
            ),
        ),
    ),
    situations=(
        Situation("first", "首次签发", (ID_CARD, BIRTH_NOTE)),
        Situation(
            "lost",
            "补发",
            (ID_CARD, BIRTH_NOTE, Material("lost-note", "遗失说明", sample="写明遗失的时间和经过，签名")),
            days=3,
        ),
    ),
    points=("新生儿姓名写对", "母亲身份核验一致", "分娩信息和助产机构一致"),
    faqs=(asked("父亲的信息可以不写吗？", "可以，不写的由母亲签名确认。"),),
)

BIRTH_ENTRY = matter(
    code="109011",
    name="出生户口登记",
    kind=PowerKind.CONFIRMATION,
    bases=(regulation("中华人民共和国户口登记条例", "第七条"),),
    levels=(Level.COUNTY,),
    audience=Audience.PERSON,
    conditions="婴儿随父或者随母落户。",
    days=1,
    flags=(*LIVELIHOOD, Flag.WHOLLY_ONLINE),
    field_of_life=REGISTERED,
    aliases=("新生儿上户口", "报户口", "落户", "宝宝户口"),
    produces=(HOUSEHOLD_BOOK.code,),
    actual_steps=1,
    fields=(CHILD_NAME, CHILD_BORN, MOTHER_NUMBER, HOME),
    questions=(
        Question(
            "parents",
            "父母结婚了吗？",
            (Answer("已经结婚", variant="married"), Answer("没有结婚", variant="unmarried")),
        ),
    ),
    situations=(
        Situation("married", "婚内生育", (BIRTH_CERTIFICATE, HOUSEHOLD_BOOK, MARRIAGE_CERTIFICATE, ID_CARD)),
        Situation(
            "unmarried",
            "非婚生育",
            (
                BIRTH_CERTIFICATE,
                HOUSEHOLD_BOOK,
                ID_CARD,
                Material("statement", "非婚生育说明", sample="随父落户的附亲子鉴定"),
            ),
            days=3,
        ),
    ),
    points=("出生医学证明真实", "落户地和父母户籍一致", "姓名用字规范"),
    faqs=(asked("要多久以内办？", "出生后一个月以内。"),),
)

MOVE = matter(
    code="109012",
    name="户口迁入",
    kind=PowerKind.CONFIRMATION,
    bases=(regulation("中华人民共和国户口登记条例", "第十条"),),
    levels=(Level.COUNTY,),
    audience=Audience.PERSON,
    conditions="在本市有合法稳定住所、合法稳定就业，或者投靠亲属。",
    days=3,
    statutory=10,
    flags=LIVELIHOOD,
    field_of_life=REGISTERED,
    aliases=("迁户口", "落户聊城", "人才落户"),
    actual_steps=2,
    fields=(HOME,),
    questions=(
        Question(
            "why",
            "因为什么迁入？",
            (
                Answer("买了房", variant="home"),
                Answer("在本市工作", variant="work"),
                Answer("投靠配偶、父母、子女", variant="family"),
                Answer("高校毕业生、人才引进", variant="talent"),
            ),
        ),
    ),
    situations=(
        Situation("home", "购房落户", (ID_CARD, HOUSEHOLD_BOOK, PROPERTY_CERTIFICATE)),
        Situation("work", "就业落户", (ID_CARD, HOUSEHOLD_BOOK, INSURANCE_RECORD)),
        Situation(
            "family",
            "投靠落户",
            (
                ID_CARD,
                HOUSEHOLD_BOOK,
                Material(
                    "kinship",
                    "亲属关系证明",
                    sample="户口簿已经能看出关系的不用",
                    deferrable=True,
                    supply_days=5,
                ),
            ),
        ),
        Situation("talent", "人才落户", (ID_CARD, HOUSEHOLD_BOOK), days=1),
    ),
    points=("住所或者就业属实", "迁出地信息核对", "随迁人员范围"),
    faqs=(asked("要先回老家开迁移证吗？", "省内不用，一地办结；省外多数已经跨省通办。"),),
)

CARD = matter(
    code="109013",
    name="居民身份证申领、换领、补领",
    kind=PowerKind.CONFIRMATION,
    bases=(law("中华人民共和国居民身份证法", "第十条"),),
    levels=(Level.COUNTY,),
    audience=Audience.PERSON,
    conditions="本人到场采集人像和指纹；已经采集过的可以网上换领。",
    days=10,
    statutory=60,
    fees=(
        Fee("换领工本费", "每证 20 元", "发改价格〔2003〕2322号"),
        Fee("丢失、损坏补领工本费", "每证 40 元", "发改价格〔2003〕2322号"),
    ),
    flags=LIVELIHOOD,
    field_of_life=REGISTERED,
    aliases=("办身份证", "补身份证", "换身份证"),
    produces=(ID_CARD.code,),
    actual_steps=2,
    fields=(HOME, DELIVERY_ADDRESS),
    questions=(
        Question(
            "why",
            "办哪一种？",
            (
                Answer("第一次办", variant="first"),
                Answer("到期换领", variant="renewal"),
                Answer("丢失、损坏", variant="lost"),
            ),
        ),
    ),
    situations=(
        Situation("first", "首次申领", (HOUSEHOLD_BOOK,)),
        Situation("renewal", "到期换领", (HOUSEHOLD_BOOK, ID_CARD)),
        Situation("lost", "丢失、损坏补领", (HOUSEHOLD_BOOK,)),
    ),
    points=("人像比对一致", "指纹采集合格"),
    faqs=(asked("在外地能补吗？", "能，全国就近办理。"),),
    terms=(asked("首次申领", "年满十六周岁，或者监护人代为申请的未满十六周岁的公民。"),),
)

PASSPORT = matter(
    code="109014",
    name="普通护照签发",
    kind=PowerKind.PERMIT,
    bases=(law("中华人民共和国护照法", "第五条"),),
    levels=(Level.CITY, Level.COUNTY),
    audience=Audience.PERSON,
    conditions="中国公民因前往外国定居、探亲、学习、就业、旅行、从事商务活动等非公务原因。",
    days=7,
    statutory=15,
    fees=(Fee("护照工本费", "每本 120 元", "发改价格〔2019〕914号"),),
    flags=(Flag.ONLINE, Flag.ONE_VISIT, Flag.FREQUENT),
    aliases=("办护照", "出国护照"),
    actual_steps=2,
    fields=(DELIVERY_ADDRESS,),
    questions=(
        Question(
            "age",
            "申请人满十六周岁了吗？",
            (Answer("满了", variant="adult"), Answer("没有满", variant="child")),
        ),
    ),
    situations=(
        Situation("adult", "成年人申领", (ID_CARD, necessary(PHOTO))),
        Situation(
            "child",
            "未满十六周岁申领",
            (
                HOUSEHOLD_BOOK,
                necessary(PHOTO),
                Material("guardian", "监护关系证明", sample="户口簿能看出的不用"),
            ),
        ),
    ),
    points=("本人到场", "没有不准出境的情形", "照片合格"),
    faqs=(asked("要预约吗？", "可以先在网上约好时间，到了就办。"),),
)

LICENCE = matter(
    code="109021",
    name="机动车驾驶证期满换证、补证",
    kind=PowerKind.PERMIT,
    bases=(
        law("中华人民共和国道路交通安全法", "第十九条"),
        rule("机动车驾驶证申领和使用规定", "第五十七条"),
    ),
    levels=(Level.CITY, Level.COUNTY),
    audience=Audience.PERSON,
    conditions="驾驶证有效期满前九十日内，或者遗失、损毁。",
    days=1,
    statutory=1,
    fees=(Fee("证照工本费", "每证 10 元", "发改价格〔2004〕2831号"),),
    flags=(*LIVELIHOOD, Flag.WHOLLY_ONLINE, Flag.INSTANT),
    field_of_life="公安交管",
    aliases=("换驾照", "补驾照", "驾照到期"),
    produces=(DRIVING_LICENCE.code,),
    actual_steps=1,
    fields=(DELIVERY_ADDRESS,),
    questions=(
        Question(
            "why", "办哪一种？", (Answer("到期换证", variant="renewal"), Answer("遗失补证", variant="lost"))
        ),
    ),
    situations=(
        Situation(
            "renewal",
            "期满换证",
            (
                ID_CARD,
                DRIVING_LICENCE,
                PHOTO,
                Material(
                    "driver-medical", "身体条件证明", sample="县级以上医院或者驾管体检站出具，六个月以内"
                ),
            ),
        ),
        Situation("lost", "遗失补证", (ID_CARD, PHOTO)),
    ),
    points=("没有未处理的违法记分", "身体条件合格"),
    faqs=(asked("过期一年内还能换吗？", "能，一年以上的要考科目一。"),),
)

VEHICLE = matter(
    code="109022",
    name="机动车注册登记",
    kind=PowerKind.PERMIT,
    bases=(law("中华人民共和国道路交通安全法", "第八条"),),
    levels=(Level.CITY, Level.COUNTY),
    audience=Audience.BOTH,
    conditions="机动车所有人住所在本市，车辆符合国家安全技术标准。",
    days=1,
    statutory=5,
    fees=(Fee("号牌工本费", "汽车每副 100 元", "发改价格〔2004〕2831号"),),
    flags=LIVELIHOOD,
    field_of_life="公安交管",
    aliases=("新车上牌", "上车牌"),
    actual_steps=2,
    fields=(
        FormField("frame", "车辆识别代号", help="行驶证或者合格证上的十七位"),
        FormField("plate", "号牌种类", Entry.CHOICE, choices=("小型汽车", "新能源汽车", "摩托车")),
    ),
    situations=(
        Situation(
            "ordinary",
            "新车注册登记",
            (
                ID_CARD,
                Material("invoice", "购车发票", sample="机动车销售统一发票"),
                Material("vehicle-conformity", "车辆合格证", sample="随车文件，写明车辆识别代号"),
                Material("insurance", "交强险凭证", sample="电子保单即可", deferrable=True, supply_days=1),
            ),
        ),
    ),
    points=("车辆和合格证一致", "已缴车辆购置税", "交强险有效"),
    faqs=(asked("可以自选号牌吗？", "可以，网上或者窗口选。"),),
)

MATTERS = (
    Offered(HEALTH, BIRTH),
    Offered(PUBLIC_SECURITY, BIRTH_ENTRY),
    Offered(PUBLIC_SECURITY, MOVE),
    Offered(PUBLIC_SECURITY, CARD),
    Offered(PUBLIC_SECURITY, PASSPORT),
    Offered(TRAFFIC_POLICE, LICENCE),
    Offered(TRAFFIC_POLICE, VEHICLE),
)
