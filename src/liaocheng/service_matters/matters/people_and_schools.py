"""民政、教育、退役军人: relief, marriages, the old, schools. Limits and papers are of the demonstration."""

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
from liaocheng.city import CIVIL_AFFAIRS, EDUCATION_AND_SPORTS, VETERANS
from liaocheng.service_matters.matters.papers import (
    BANK_CARD,
    BIRTH_CERTIFICATE,
    BUSINESS_LICENCE,
    DIPLOMA,
    DISABILITY_CARD,
    FIRM_NAME,
    FLOOR_PLAN,
    HOME,
    HOUSEHOLD_BOOK,
    ID_CARD,
    INSURANCE_RECORD,
    MARRIAGE_CERTIFICATE,
    MEANS_CHECK,
    PHOTO,
    PROPERTY_CERTIFICATE,
    RESIDENCE_PERMIT,
    SAFETY_RULES,
    STAFF_LIST,
    necessary,
)
from liaocheng.service_matters.matters.writing import (
    CIVIL_CODE,
    Offered,
    Situation,
    asked,
    law,
    matter,
    norm,
    regulation,
)

LIVELIHOOD = (Flag.ONLINE, Flag.ONE_VISIT, Flag.MOBILE, Flag.FREQUENT, Flag.LIVELIHOOD)
MEMBERS = FormField("members", "共同生活的家庭成员", Entry.LONG_TEXT, help="姓名、和申请人的关系，一人一行")
CHILD = FormField("child", "儿童姓名")
CHILD_NUMBER = FormField("child_number", "儿童的公民身份号码", Entry.ID_NUMBER)
INVITATION = Material("means-consent", "家庭经济状况核对授权书", sample="共同生活的成年家庭成员都签名")

ALLOWANCE = matter(
    code="111001",
    name="最低生活保障对象认定",
    kind=PowerKind.CONFIRMATION,
    bases=(regulation("社会救助暂行办法", "第十一条"),),
    levels=(Level.COUNTY, Level.TOWNSHIP),
    audience=Audience.PERSON,
    conditions="共同生活的家庭成员人均收入低于当地最低生活保障标准，家庭财产符合规定。",
    days=15,
    statutory=30,
    flags=LIVELIHOOD,
    field_of_life="民政救助",
    aliases=("低保", "申请低保"),
    actual_steps=4,
    fields=(HOME, MEMBERS),
    situations=(
        Situation("family", "家庭申请", (ID_CARD, HOUSEHOLD_BOOK, MEANS_CHECK, INVITATION, BANK_CARD)),
        Situation(
            "single",
            "重病重残单独申请",
            (ID_CARD, HOUSEHOLD_BOOK, MEANS_CHECK, INVITATION, DISABILITY_CARD, BANK_CARD),
        ),
    ),
    questions=(
        Question(
            "who",
            "以家庭申请，还是重病重残的成员单独申请？",
            (Answer("家庭", variant="family"), Answer("单独申请", variant="single")),
        ),
    ),
    points=("家庭成员范围", "收入和财产核对", "入户调查", "公示没有异议"),
    faqs=(asked("要交收入证明吗？", "不交，签授权书以后由民政部门核对。"),),
)

EMERGENCY_RELIEF = matter(
    code="111002",
    name="临时救助",
    kind=PowerKind.PAYMENT,
    bases=(regulation("社会救助暂行办法", "第四十八条"),),
    levels=(Level.COUNTY, Level.TOWNSHIP),
    audience=Audience.PERSON,
    conditions="因火灾、交通事故等意外事件，家庭成员突发重大疾病等原因，基本生活暂时出现严重困难。",
    days=5,
    flags=LIVELIHOOD,
    field_of_life="民政救助",
    aliases=("困难补助", "救急难"),
    actual_steps=2,
    fields=(HOME, FormField("why", "遇到什么困难", Entry.LONG_TEXT)),
    situations=(
        Situation(
            "ordinary",
            "支出型、急难型救助",
            (
                ID_CARD,
                HOUSEHOLD_BOOK,
                Material(
                    "hardship",
                    "困难情况材料",
                    sample="医疗票据、事故认定书之一",
                    deferrable=True,
                    supply_days=15,
                ),
                BANK_CARD,
            ),
        ),
    ),
    points=("困难属实", "没有重复救助"),
    faqs=(asked("情况紧急怎么办？", "可以先救助，后补手续。"),),
)

DISABLED = matter(
    code="111003",
    name="困难残疾人生活补贴和重度残疾人护理补贴",
    kind=PowerKind.PAYMENT,
    bases=(
        norm("国务院关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见（国发〔2015〕52号）", "三"),
    ),
    levels=(Level.COUNTY, Level.TOWNSHIP),
    audience=Audience.PERSON,
    conditions="持有残疾人证；生活补贴给低保家庭的残疾人，护理补贴给一级、二级残疾人。",
    days=10,
    flags=(*LIVELIHOOD, Flag.WHOLLY_ONLINE),
    field_of_life="残疾人",
    aliases=("两项补贴", "残疾补贴", "护理补贴"),
    actual_steps=2,
    fields=(HOME,),
    situations=(
        Situation("living", "生活补贴", (ID_CARD, DISABILITY_CARD, MEANS_CHECK, BANK_CARD)),
        Situation("care", "护理补贴", (ID_CARD, DISABILITY_CARD, BANK_CARD)),
    ),
    questions=(
        Question(
            "which",
            "申请哪一项？",
            (Answer("生活补贴", variant="living"), Answer("护理补贴", variant="care")),
        ),
    ),
    points=("残疾等级", "低保状态", "没有重复领取"),
    faqs=(asked("两项能都领吗？", "都符合的可以，分别申请。"),),
)

OLD_AGE = matter(
    code="111004",
    name="老年人优待证办理",
    kind=PowerKind.SERVICE,
    bases=(law("中华人民共和国老年人权益保障法", "第五十三条"),),
    levels=(Level.COUNTY,),
    audience=Audience.PERSON,
    conditions="年满六十周岁，本市户籍或者居住。",
    days=1,
    flags=(*LIVELIHOOD, Flag.WHOLLY_ONLINE, Flag.INSTANT),
    field_of_life="老年人",
    aliases=("老年证", "老年卡"),
    actual_steps=1,
    fields=(HOME,),
    situations=(Situation("ordinary", "首次办理", (ID_CARD, PHOTO)),),
    points=("年满六十周岁", "户籍或者居住在本市"),
    faqs=(asked("坐公交免费吗？", "年满六十五周岁的免费。"),),
)

MARRIAGE = matter(
    code="111011",
    name="内地居民结婚登记",
    kind=PowerKind.CONFIRMATION,
    bases=(law("中华人民共和国民法典", "第一千零四十九条"), regulation("婚姻登记条例", "第四条")),
    levels=(Level.COUNTY,),
    audience=Audience.PERSON,
    conditions="双方自愿，男满二十二周岁、女满二十周岁，都没有配偶，没有直系血亲和三代以内旁系血亲关系。",
    days=1,
    statutory=1,
    flags=(Flag.ONE_VISIT, Flag.FREQUENT, Flag.LIVELIHOOD),
    field_of_life="民政救助",
    aliases=("领结婚证", "结婚登记预约"),
    produces=(MARRIAGE_CERTIFICATE.code,),
    actual_steps=1,
    fields=(FormField("partner", "另一方姓名"),),
    situations=(
        Situation(
            "ordinary",
            "内地居民",
            (
                ID_CARD,
                HOUSEHOLD_BOOK,
                Material(
                    "couple-photo",
                    "双方近期合影",
                    sample="半身免冠，三张",
                    deferrable=True,
                    supply_days=1,
                    originals=3,
                ),
            ),
        ),
    ),
    points=("双方到场自愿", "年龄", "没有配偶"),
    faqs=(asked("双方都不是本地户籍能办吗？", "要一方的常住户口在办理的县（市、区）。"),),
)

SCHOOL = matter(
    code="105001",
    name="义务教育学校入学报名",
    kind=PowerKind.SERVICE,
    bases=(law("中华人民共和国义务教育法", "第十一条、第十二条"),),
    levels=(Level.COUNTY,),
    audience=Audience.PERSON,
    conditions="当年八月三十一日以前年满六周岁，或者小学毕业；户籍、住房或者父母务工在招生片区。",
    days=10,
    flags=(Flag.ONLINE, Flag.ONE_VISIT, Flag.MOBILE, Flag.WHOLLY_ONLINE, Flag.FREQUENT),
    aliases=("上小学", "上初中", "入学报名", "新生入学", "幼升小"),
    actual_steps=2,
    fields=(
        CHILD,
        CHILD_NUMBER,
        FormField("stage", "学段", Entry.CHOICE, choices=("小学一年级", "初中一年级")),
        HOME,
    ),
    questions=(
        Question(
            "settled",
            "孩子的户口在报名的县（市、区）吗？",
            (Answer("在", question="home"), Answer("不在", question="why")),
        ),
        Question(
            "home",
            "父母在片区有房吗？",
            (Answer("有", variant="owner"), Answer("没有，和祖父母同住", variant="grandparents")),
        ),
        Question(
            "why",
            "父母在本地做什么？",
            (
                Answer("务工，缴纳社会保险", variant="worker"),
                Answer("经商，有营业执照", variant="trader"),
            ),
        ),
    ),
    situations=(
        Situation("owner", "户籍和房产一致", (HOUSEHOLD_BOOK, PROPERTY_CERTIFICATE, BIRTH_CERTIFICATE)),
        Situation(
            "grandparents",
            "三代同住",
            (
                HOUSEHOLD_BOOK,
                BIRTH_CERTIFICATE,
                Material("living", "实际居住承诺书", sample="写明祖父母房屋的坐落，父母签名"),
            ),
        ),
        Situation("worker", "进城务工人员随迁子女", (RESIDENCE_PERMIT, INSURANCE_RECORD, HOUSEHOLD_BOOK)),
        Situation("trader", "经商人员随迁子女", (RESIDENCE_PERMIT, BUSINESS_LICENCE, HOUSEHOLD_BOOK)),
    ),
    points=("适龄", "片区", "房户信息核对"),
    faqs=(asked("要交纸质房产证吗？", "不用，授权以后由学校在线核对。"),),
    terms=(asked("片区", "学校招生服务的范围，每年由县（市、区）公布。"),),
)

TEACHER = matter(
    code="105002",
    name="教师资格认定",
    kind=PowerKind.PERMIT,
    bases=(law("中华人民共和国教师法", "第十三条"), regulation("教师资格条例", "第十三条")),
    levels=(Level.CITY, Level.COUNTY),
    audience=Audience.PERSON,
    conditions="遵守宪法和法律，有规定的学历，教师资格考试合格，普通话达标，身体合格。",
    days=10,
    statutory=30,
    flags=(Flag.ONLINE, Flag.ONE_VISIT, Flag.FREQUENT),
    aliases=("教师资格证", "教资认定"),
    actual_steps=3,
    fields=(
        HOME,
        FormField("subject", "任教学科"),
    ),
    situations=(
        Situation(
            "ordinary",
            "认定",
            (
                ID_CARD,
                DIPLOMA,
                necessary(PHOTO),
                Material(
                    "teacher-medical",
                    "体检合格证明",
                    sample="指定医院，当次有效",
                    deferrable=True,
                    supply_days=15,
                ),
            ),
        ),
    ),
    points=("考试合格", "普通话等级", "没有犯罪记录"),
    faqs=(asked("每年认定几次？", "春季、秋季各一次。"),),
)

PRIVATE_SCHOOL = matter(
    code="105003",
    name="民办学校设立审批",
    kind=PowerKind.PERMIT,
    bases=(law("中华人民共和国民办教育促进法", "第十二条"),),
    levels=(Level.COUNTY,),
    audience=Audience.FIRM,
    conditions="有举办者、章程、校长、教师、校舍和经费，符合设置标准。",
    days=30,
    statutory=90,
    flags=(Flag.ONLINE, Flag.ENTERPRISE),
    aliases=("办幼儿园", "办培训学校"),
    actual_steps=6,
    fields=(FIRM_NAME, HOME),
    situations=(
        Situation(
            "school",
            "筹设以后正式设立",
            (
                BUSINESS_LICENCE,
                Material("charter", "学校章程", sample="写明宗旨、决策机构和产权"),
                Material("assets", "资产和经费证明", sample="验资报告或者银行证明"),
                FLOOR_PLAN,
                SAFETY_RULES,
                STAFF_LIST,
            ),
        ),
    ),
    points=("办学条件", "消防合格", "校长和教师资格", "专家评议"),
    faqs=(asked("要现场评议吗？", "要，专家评审的时间不算在办理时限里。"),),
)

VETERAN = matter(
    code="124001",
    name="退役军人登记报到",
    kind=PowerKind.SERVICE,
    bases=(law("中华人民共和国退役军人保障法", "第十四条"),),
    levels=(Level.COUNTY,),
    audience=Audience.PERSON,
    conditions="退出现役后三十日以内。",
    days=1,
    flags=LIVELIHOOD,
    field_of_life="退役军人",
    aliases=("退伍报到", "退役登记"),
    actual_steps=1,
    fields=(HOME,),
    situations=(
        Situation(
            "ordinary",
            "报到登记",
            (
                ID_CARD,
                Material("service-discharge", "退役证件和介绍信", sample="部队出具"),
            ),
        ),
    ),
    points=("安置地一致", "在三十日以内"),
    faqs=(asked("报到以后还要去哪里？", "户口、社保、预备役登记可以一起办。"),),
)

MATTERS = (
    Offered(CIVIL_AFFAIRS, ALLOWANCE),
    Offered(CIVIL_AFFAIRS, EMERGENCY_RELIEF),
    Offered(CIVIL_AFFAIRS, DISABLED),
    Offered(CIVIL_AFFAIRS, OLD_AGE),
    Offered(CIVIL_AFFAIRS, MARRIAGE, since=CIVIL_CODE),
    Offered(EDUCATION_AND_SPORTS, SCHOOL),
    Offered(EDUCATION_AND_SPORTS, TEACHER),
    Offered(EDUCATION_AND_SPORTS, PRIVATE_SCHOOL),
    Offered(VETERANS, VETERAN, since=CIVIL_CODE),
)
