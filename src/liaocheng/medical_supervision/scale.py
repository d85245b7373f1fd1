"""不良执业行为记分标准. The clause orders points without a scale, so this one is ours; it only proposes."""

from guangyue.credit.declaration import Conduct, Scale
from liaocheng.medical_supervision.document import OPINIONS
from liaocheng.medical_supervision.recorded import BLACK_LIST, MISCONDUCT

PUBLIC_HOSPITAL, NON_PROFIT = "公立医院", "非营利"

BORROWING = Conduct("borrowing", "举债建设", 12, of=PUBLIC_HOSPITAL, cites=OPINIONS.clause("四（十二）"))
DISTRIBUTION = Conduct(
    "distribution", "收支结余用于分红或者变相分红", 12, of=NON_PROFIT, cites=OPINIONS.clause("四（十三）")
)
SCALE = Scale(
    key="medical-practice",
    title="医疗机构和医务人员不良执业行为记分",
    scored=MISCONDUCT.key,
    proposed=BLACK_LIST.key,
    limit=12,
    cycle_months=12,
    conducts=(
        Conduct("illegal-practice", "超出登记的诊疗科目执业", 6, cites=OPINIONS.clause("四（十六）")),
        Conduct("rented-licence", "出租承包科室，出借执业证照", 12, cites=OPINIONS.clause("四（十七）")),
        Conduct("false-advertising", "虚假违法医疗广告", 4, cites=OPINIONS.clause("四（十七）")),
        Conduct("insurance-fraud", "骗取套取医保资金", 12, cites=OPINIONS.clause("四（十四）")),
        Conduct("infection-control", "医院感染、医疗废物管理不合规", 4, cites=OPINIONS.clause("四（十）")),
        Conduct("core-systems", "没有执行医疗质量安全核心制度", 2, cites=OPINIONS.clause("四（十）")),
        Conduct("purchasing", "不按规定采购、使用药品和耗材", 4, cites=OPINIONS.clause("四（十一）")),
        Conduct("ethics", "违反医疗卫生行风建设“九不准”", 2, cites=OPINIONS.clause("四（十六）")),
        BORROWING,
        DISTRIBUTION,
    ),
)
