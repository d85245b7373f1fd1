"""联合奖惩措施, each with the law it rests on; the documents of the city only call for them."""

from guangyue.credit.declaration import PUBLIC_MONEY, Basis, MeasureFact, Rank
from liaocheng.city import APPROVAL, CIVIL_AFFAIRS, FINANCE, MARKET
from liaocheng.credit_supervision.kinds import AID_FRAUD, BLACK_LIST, RED_LIST, SUBSIDY_FRAUD

JOINT_MEASURES = "国务院关于建立完善守信联合激励和失信联合惩戒制度加快推进社会诚信建设的指导意见"
PROCUREMENT, HONOURS = "参加政府采购", "授予荣誉称号"

RETURN_OF_AID = MeasureFact(
    key="return-of-aid",
    title="停止骗取的社会救助，责令退回",
    follows=(AID_FRAUD.key,),
    basis=Basis(Rank.REGULATION, "社会救助暂行办法", "第六十八条"),
    executor=CIVIL_AFFAIRS,
)
NO_PUBLIC_MONEY = MeasureFact(
    key="no-public-money",
    title="限制申请财政性资金项目",
    follows=(SUBSIDY_FRAUD.key, BLACK_LIST.key),
    basis=Basis(Rank.NATIONAL, JOINT_MEASURES),
    executor=FINANCE,
    service=PUBLIC_MONEY,
)
NO_PROCUREMENT = MeasureFact(
    key="no-procurement",
    title="限制参加政府采购活动",
    follows=(BLACK_LIST.key,),
    basis=Basis(Rank.LAW, "中华人民共和国政府采购法", "第二十二条"),
    executor=FINANCE,
    service=PROCUREMENT,
    months=36,
)
NO_HONOURS = MeasureFact(
    key="no-honours",
    title="限制授予荣誉称号",
    follows=(BLACK_LIST.key,),
    basis=Basis(Rank.REGULATION, "企业信息公示暂行条例", "第十八条"),
    executor=MARKET,
    service=HONOURS,
)
QUICKER_HANDLING = MeasureFact(
    key="quicker-handling",
    title="优先办理，容缺受理次要材料",
    follows=(RED_LIST.key,),
    basis=Basis(Rank.NATIONAL, JOINT_MEASURES),
    executor=APPROVAL,
    favours=True,
)
MEASURES = (RETURN_OF_AID, NO_PUBLIC_MONEY, NO_PROCUREMENT, NO_HONOURS, QUICKER_HANDLING)
