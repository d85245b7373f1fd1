"""Records of credit for the demonstration; firms and facts are invented."""

from guangyue.credit.declaration import DemoRecord, Found
from liaocheng.city import APPROVAL, DEVELOPMENT_AND_REFORM, HEALTH, HUMAN_RESOURCES, MARKET
from liaocheng.credit_supervision import kinds
from liaocheng.demo_institutions import CLINIC, DENTIST, HOSPITAL
from liaocheng.medical_supervision import recorded

PERMITS = (
    (CLINIC, "医疗机构执业许可，诊疗科目：内科、外科、皮肤科"),
    (HOSPITAL, "医疗机构执业许可，诊疗科目：内科、外科、妇产科、儿科、急诊医学科"),
    (DENTIST, "医疗机构执业许可，诊疗科目：口腔科"),
)

RECORDS = (
    DemoRecord(kinds.PENALTY.key, "未按规定公示年度报告", "聊市监罚字〔{year}〕{number}号", MARKET, 24),
    DemoRecord(kinds.PENALTY.key, "销售标签不合格的食品", "聊市监罚字〔{year}〕{number}号", MARKET, 14),
    DemoRecord(kinds.FINDING.key, "抽查发现住所与登记不符", "聊市监查字〔{year}〕{number}号", MARKET, 16),
    DemoRecord(kinds.HIGH_RISK.key, "一年内投诉五起以上", "聊市监风字〔{year}〕{number}号", MARKET, 8),
    DemoRecord(
        kinds.SUBSIDY_FRAUD.key,
        "编造培训名册骗取就业补助资金",
        "聊人社监处〔{year}〕{number}号",
        HUMAN_RESOURCES,
        2,
        found=Found.DECEIT,
    ),
    DemoRecord(kinds.HONOUR.key, "守合同重信用企业", "聊市监表字〔{year}〕{number}号", MARKET, 10),
    DemoRecord(
        kinds.RED_LIST.key, "连续三年信用良好", "聊发改信〔{year}〕{number}号", DEVELOPMENT_AND_REFORM, 8
    ),
    DemoRecord(kinds.BLACK_LIST.key, "严重违法失信", "聊市监列字〔{year}〕{number}号", MARKET, 2),
    DemoRecord(
        recorded.MISCONDUCT.key,
        "超出登记的诊疗科目开展注射美容",
        "聊卫医记字〔{year}〕{number}号",
        HEALTH,
        2,
        conduct="illegal-practice",
        of=CLINIC,
    ),
    DemoRecord(
        recorded.MISCONDUCT.key,
        "医疗废物暂存不合规",
        "聊卫医记字〔{year}〕{number}号",
        HEALTH,
        2,
        conduct="infection-control",
        of=HOSPITAL,
    ),
    DemoRecord(
        recorded.MAJOR_DECISION.key,
        "使用未注册的人员独立执业",
        "聊卫医罚字〔{year}〕{number}号",
        HEALTH,
        1,
        found=Found.REVIEWED,
        of=DENTIST,
    ),
    DemoRecord(recorded.WARNING.key, "投诉七起", "聊卫监警字〔{year}〕{number}号", HEALTH, 1, of=DENTIST),
    DemoRecord(
        recorded.RED_LIST.key, "连续三年校验合格", "聊卫医红字〔{year}〕{number}号", HEALTH, 1, of=HOSPITAL
    ),
    DemoRecord(
        recorded.KEY_LIST.key,
        "一年内投诉七起，加大抽查频次",
        "聊卫监重字〔{year}〕{number}号",
        HEALTH,
        1,
        of=DENTIST,
    ),
    *(
        DemoRecord(recorded.PERMIT.key, fact, "聊审批医字〔{year}〕{number}号", APPROVAL, 1, of=institution)
        for institution, fact in PERMITS
    ),
)
