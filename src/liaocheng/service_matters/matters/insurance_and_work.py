"""社保、医保、就业: insurance, cards, work and injuries. Limits and papers are of the demonstration."""

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
from liaocheng.city import HOUSING_FUND, HUMAN_RESOURCES, MEDICAL_INSURANCE
from liaocheng.service_matters.matters.papers import (
    BANK_CARD,
    BIRTH_CERTIFICATE,
    CHILD_NAME,
    DIPLOMA,
    HOME,
    HOUSEHOLD_BOOK,
    ID_CARD,
    INSURANCE_RECORD,
    MOTHER_NUMBER,
    PHOTO,
    PROPERTY_CERTIFICATE,
    SALE_CONTRACT,
)
from liaocheng.service_matters.matters.writing import Offered, Situation, asked, law, matter, regulation

LIVELIHOOD = (Flag.ONLINE, Flag.ONE_VISIT, Flag.MOBILE, Flag.FREQUENT, Flag.LIVELIHOOD)
AT_ONCE = (*LIVELIHOOD, Flag.WHOLLY_ONLINE, Flag.INSTANT)

MEDICAL = matter(
    code="136001",
    name="城乡居民基本医疗保险参保登记",
    kind=PowerKind.SERVICE,
    bases=(law("中华人民共和国社会保险法", "第二十五条"),),
    levels=(Level.COUNTY,),
    audience=Audience.PERSON,
    conditions="本市户籍、持居住证或者在本市上学的居民，没有参加职工医保。",
    days=1,
    flags=AT_ONCE,
    field_of_life="社会保障",
    aliases=("居民医保", "新农合", "新生儿医保", "医保参保"),
    actual_steps=1,
    fields=(HOME,),
    questions=(
        Question(
            "who",
            "为谁参保？",
            (Answer("新生儿", variant="newborn"), Answer("本人或者家里人", variant="resident")),
        ),
    ),
    situations=(
        Situation(
            "newborn",
            "新生儿参保",
            (BIRTH_CERTIFICATE, HOUSEHOLD_BOOK),
            fields=(CHILD_NAME, MOTHER_NUMBER),
            faqs=(asked("什么时候参保能从出生起报销？", "出生后六个月以内。"),),
        ),
        Situation("resident", "居民参保", (ID_CARD, HOUSEHOLD_BOOK)),
    ),
    points=("没有重复参保", "户籍或者居住信息一致"),
    faqs=(asked("什么时候缴费？", "集中缴费期在每年第四季度。"),),
)

ELSEWHERE = matter(
    code="136002",
    name="异地就医备案",
    kind=PowerKind.SERVICE,
    bases=(law("中华人民共和国社会保险法", "第二十九条"),),
    levels=(Level.COUNTY,),
    audience=Audience.PERSON,
    conditions="在参保地以外长期居住、工作，或者转诊、急诊。",
    days=1,
    flags=AT_ONCE,
    field_of_life="卫生健康",
    aliases=("外地看病", "跨省就医", "转诊备案"),
    actual_steps=1,
    fields=(
        FormField("where", "就医地", help="省、市"),
        FormField("from_day", "从哪一天起", Entry.DAY),
    ),
    questions=(
        Question(
            "why",
            "为什么在外地就医？",
            (Answer("长期住在外地", variant="resident"), Answer("转诊、急诊", variant="referred")),
        ),
    ),
    situations=(
        Situation("resident", "长期居住", (ID_CARD, INSURANCE_RECORD)),
        Situation(
            "referred",
            "转诊、急诊",
            (
                ID_CARD,
                Material(
                    "referral",
                    "转诊单或者急诊证明",
                    deferrable=True,
                    supply_days=10,
                    sample="医院医保办盖章，可拍照",
                ),
            ),
        ),
    ),
    points=("参保状态正常", "备案没有重复"),
    faqs=(asked("备案以后能直接结算吗？", "联网的医院住院可以直接结算。"),),
)

REFUND = matter(
    code="136003",
    name="基本医疗保险手工报销",
    kind=PowerKind.PAYMENT,
    bases=(law("中华人民共和国社会保险法", "第二十八条"),),
    levels=(Level.CITY, Level.COUNTY),
    audience=Audience.PERSON,
    conditions="参保人员在医保支付范围里的费用，没有联网结算的。",
    days=10,
    statutory=30,
    flags=LIVELIHOOD,
    field_of_life="卫生健康",
    aliases=("医药费报销", "住院报销"),
    actual_steps=3,
    fields=(FormField("amount", "票据金额", Entry.MONEY),),
    questions=(
        Question(
            "kind",
            "是哪一种费用？",
            (Answer("住院", variant="inpatient"), Answer("门诊", variant="outpatient")),
        ),
    ),
    situations=(
        Situation(
            "inpatient",
            "住院费用",
            (
                ID_CARD,
                Material("hospital-bill", "医院收费票据", sample="原件，电子票据下载打印"),
                Material("cost-list", "费用清单", sample="医院打印，逐日", deferrable=True, supply_days=5),
                Material("hospital-discharge", "出院记录", sample="医院盖章", deferrable=True, supply_days=5),
                BANK_CARD,
            ),
        ),
        Situation(
            "outpatient",
            "门诊费用",
            (
                ID_CARD,
                Material("hospital-bill", "医院收费票据", sample="原件，电子票据下载打印"),
                Material("prescription", "处方", sample="医院打印", deferrable=True, supply_days=5),
                BANK_CARD,
            ),
        ),
    ),
    points=("票据真实", "没有重复报销", "目录范围"),
    faqs=(asked("隔年的还能报吗？", "从出院之日起一年以内。"),),
)

SOCIAL_CARD = matter(
    code="114021",
    name="社会保障卡申领",
    kind=PowerKind.SERVICE,
    bases=(law("中华人民共和国社会保险法", "第五十八条"),),
    levels=(Level.CITY, Level.COUNTY),
    audience=Audience.PERSON,
    conditions="在本市参加社会保险或者有本市户籍。",
    days=1,
    flags=LIVELIHOOD,
    field_of_life="社会保障",
    aliases=("办社保卡", "补社保卡", "医保卡", "新生儿社保卡"),
    actual_steps=1,
    fields=(FormField("bank", "合作银行", Entry.CHOICE, choices=("工商银行", "农业银行", "建设银行")),),
    questions=(
        Question(
            "who",
            "为谁申领？",
            (
                Answer("本人", variant="own"),
                Answer("新生儿", variant="newborn"),
                Answer("补换", variant="again"),
            ),
        ),
    ),
    situations=(
        Situation("own", "首次申领", (ID_CARD, PHOTO)),
        Situation("newborn", "新生儿申领", (HOUSEHOLD_BOOK, BIRTH_CERTIFICATE), fields=(CHILD_NAME,)),
        Situation("again", "补领、换领", (ID_CARD,)),
    ),
    points=("身份核验一致", "没有重复制卡"),
    faqs=(asked("照片用哪一张？", "可以用身份证的照片，不另拍。"),),
)

UNEMPLOYED = matter(
    code="114022",
    name="失业登记",
    kind=PowerKind.SERVICE,
    bases=(law("中华人民共和国就业促进法", "第三十五条"),),
    levels=(Level.COUNTY,),
    audience=Audience.PERSON,
    conditions="法定劳动年龄内，有劳动能力，有就业要求，没有就业。",
    days=1,
    flags=AT_ONCE,
    field_of_life="就业创业",
    aliases=("失业证", "就业失业登记证"),
    actual_steps=1,
    fields=(HOME, FormField("wish", "想找什么工作", Entry.LONG_TEXT, required=False)),
    situations=(Situation("ordinary", "失业登记", (ID_CARD, INSURANCE_RECORD)),),
    points=("没有在缴职工社保", "没有市场主体登记"),
    faqs=(asked("登记以后有什么用？", "可以享受职业介绍、培训和就业困难人员的政策。"),),
)

BENEFIT = matter(
    code="114023",
    name="失业保险金申领",
    kind=PowerKind.PAYMENT,
    bases=(law("中华人民共和国社会保险法", "第四十五条"),),
    levels=(Level.CITY, Level.COUNTY),
    audience=Audience.PERSON,
    conditions="失业前缴纳失业保险费满一年，非因本人意愿中断就业，已经失业登记并有求职要求。",
    days=3,
    statutory=10,
    flags=(*LIVELIHOOD, Flag.WHOLLY_ONLINE),
    field_of_life="社会保障",
    aliases=("失业金", "领失业金"),
    actual_steps=1,
    fields=(FormField("left_on", "离职日期", Entry.DAY),),
    situations=(Situation("ordinary", "申领失业保险金", (ID_CARD, INSURANCE_RECORD, BANK_CARD)),),
    points=("缴费满一年", "非因本人意愿", "没有重新就业"),
    faqs=(asked("能领几个月？", "缴费年限不同，最长二十四个月。"),),
)

INJURY = matter(
    code="114024",
    name="工伤认定",
    kind=PowerKind.CONFIRMATION,
    bases=(regulation("工伤保险条例", "第十七条"),),
    levels=(Level.CITY, Level.COUNTY),
    audience=Audience.BOTH,
    conditions="用人单位在三十日内，职工、近亲属或者工会在一年内提出。",
    days=20,
    statutory=60,
    flags=(Flag.ONLINE, Flag.ONE_VISIT, Flag.LIVELIHOOD, Flag.FREQUENT),
    field_of_life="社会保障",
    aliases=("认定工伤", "工伤申请"),
    actual_steps=4,
    fields=(FormField("hurt_on", "受伤日期", Entry.DAY), FormField("how", "经过", Entry.LONG_TEXT)),
    questions=(
        Question(
            "who",
            "谁申请？",
            (Answer("用人单位", variant="employer"), Answer("职工或者近亲属", variant="worker")),
        ),
    ),
    situations=(
        Situation(
            "employer",
            "单位申请",
            (
                ID_CARD,
                INSURANCE_RECORD,
                Material("diagnosis", "医疗诊断证明", sample="初诊病历和诊断书"),
                Material(
                    "witness", "证人证言", sample="两人以上，附联系电话", deferrable=True, supply_days=10
                ),
            ),
        ),
        Situation(
            "worker",
            "个人申请",
            (
                ID_CARD,
                Material("diagnosis", "医疗诊断证明", sample="初诊病历和诊断书"),
                Material("labour", "劳动关系证明", sample="劳动合同、工资条、工作证之一"),
                Material(
                    "witness", "证人证言", sample="两人以上，附联系电话", deferrable=True, supply_days=10
                ),
            ),
        ),
    ),
    points=("劳动关系", "工作时间、工作场所、工作原因", "是否在申请期限内"),
    faqs=(asked("上下班路上的交通事故算吗？", "非本人主要责任的算，附事故认定书。"),),
)

GRADUATE = matter(
    code="114025",
    name="高校毕业生就业报到",
    kind=PowerKind.SERVICE,
    bases=(law("中华人民共和国就业促进法", "第三十五条"),),
    levels=(Level.CITY, Level.COUNTY),
    audience=Audience.PERSON,
    conditions="普通高校应届毕业生，回本市就业或者落档。",
    days=1,
    flags=AT_ONCE,
    field_of_life="高校毕业生",
    aliases=("毕业生报到", "报到证", "转档案"),
    actual_steps=1,
    fields=(HOME,),
    situations=(Situation("ordinary", "毕业生报到", (ID_CARD, DIPLOMA)),),
    points=("学历信息一致", "档案去向"),
    faqs=(asked("没有找到工作也要报到吗？", "要，档案可以先放在公共就业服务机构。"),),
)

WITHDRAWAL = matter(
    code="149002",
    name="住房公积金提取",
    kind=PowerKind.SERVICE,
    bases=(regulation("住房公积金管理条例", "第二十四条"),),
    levels=(Level.CITY,),
    audience=Audience.PERSON,
    conditions="购买、建造、翻建、大修自住住房，偿还贷款，租房，退休，或者出境定居等。",
    days=1,
    statutory=3,
    flags=(Flag.ONLINE, Flag.ONE_VISIT, Flag.MOBILE, Flag.FREQUENT),
    aliases=("提公积金", "取公积金", "公积金还贷"),
    actual_steps=1,
    fields=(FormField("amount", "提取金额", Entry.MONEY),),
    questions=(
        Question(
            "why",
            "因为什么提取？",
            (
                Answer("买房", variant="purchase"),
                Answer("租房", variant="rent"),
                Answer("退休", variant="retired"),
            ),
        ),
    ),
    situations=(
        Situation("purchase", "购房提取", (ID_CARD, SALE_CONTRACT, BANK_CARD)),
        Situation("rent", "租房提取", (ID_CARD, PROPERTY_CERTIFICATE, BANK_CARD)),
        Situation("retired", "退休提取", (ID_CARD, INSURANCE_RECORD, BANK_CARD)),
    ),
    points=("账户没有冻结", "一套房一年提取一次"),
    faqs=(asked("租房一年能提多少？", "按实际租金，不超过当年的限额。"),),
)

MATTERS = (
    Offered(MEDICAL_INSURANCE, MEDICAL),
    Offered(MEDICAL_INSURANCE, ELSEWHERE),
    Offered(MEDICAL_INSURANCE, REFUND),
    Offered(HUMAN_RESOURCES, SOCIAL_CARD),
    Offered(HUMAN_RESOURCES, UNEMPLOYED),
    Offered(HUMAN_RESOURCES, BENEFIT),
    Offered(HUMAN_RESOURCES, INJURY),
    Offered(HUMAN_RESOURCES, GRADUATE),
    Offered(HOUSING_FUND, WITHDRAWAL),
)
