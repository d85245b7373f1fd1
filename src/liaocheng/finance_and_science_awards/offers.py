"""What financial bodies, firms going public and those who innovate are told of the awards."""

from guangyue.rules.offers import Audience, Choice, Offer, Search
from liaocheng.finance_and_science_awards.document import FINANCE_OPINION
from liaocheng.finance_and_science_awards.searches import FOR_FIRST_SETS, FOR_LOAN_INTEREST

FOR_FIRMS, FOR_BODIES = Audience.FIRM, Audience.BODY
UNIT_ACCOUNT = "单位银行基本账户"


def offer(key: str, audience: Audience, summary: str, search: Search | None = None) -> Offer:
    """Neither document lists papers."""
    return Offer(key=key, audience=audience, summary=summary, payee=UNIT_ACCOUNT, search=search)


FINANCE = (
    offer(
        "fin_branch",
        FOR_BODIES,
        "来本市设分支机构的银行、保险、证券等，按机构和层级补助300万、200万或者50万元",
    ),
    offer("fin_legal_person", FOR_BODIES, "在本市新设的法人金融机构，按实缴资本的百分之一补助，最高500万元"),
    offer(
        "fin_local_org",
        FOR_BODIES,
        "小额贷款、融资担保等新设的地方金融组织，满一个会计年度后按实缴资本补助，最高50万元",
    ),
    offer(
        "fin_agency", FOR_BODIES, "新设或者迁入的资产评估、信用评级机构，按实缴资本补助10万、30万或者60万元"
    ),
    offer(
        "fin_equity_company",
        FOR_BODIES,
        "公司制股权投资机构引来市外资金3亿元以上的，按出资额分档补助，最高500万元",
    ),
    offer(
        "fin_equity_partner",
        FOR_BODIES,
        "合伙制股权投资机构引来市外资金5亿元以上的，按出资额分档补助，最高500万元",
    ),
    offer("ipo_domestic", FOR_FIRMS, "在沪深首发上市的企业，辅导、受理、上市分三步补助，最高600万元"),
    offer("ipo_overseas", FOR_FIRMS, "到境外主要交易所首发上市的企业，按融资额补助400万到600万元"),
    offer("ipo_move", FOR_FIRMS, "借壳等方式上市或者外地上市公司，注册和纳税都迁到本市的，补助400万元"),
    offer("regional_board", FOR_FIRMS, "规模以上企业在区域股权市场挂牌、融资100万元以上的，补助10万元"),
    offer("neeq", FOR_FIRMS, "在新三板挂牌的企业，按融资额的百分之一补助"),
    offer("neeq_layer", FOR_FIRMS, "新三板企业进入创新层再补助50万元，进入精选层再补助200万元"),
    offer(
        "pre_ipo_adjust", FOR_FIRMS, "企业上市前规范财务而多作的地方贡献，上市后按七成补助，累计最高600万元"
    ),
    offer("bond", FOR_FIRMS, "发行企业债券、银行间市场债务融资工具的企业，按当年发行额补助，每年最高50万元"),
)

SCIENCE = (
    offer("platform", FOR_BODIES, "新认定的国家级科技创新平台补助200万元，省级补助50万元"),
    offer(
        "new_rd_body",
        FOR_BODIES,
        "省级评为优秀的新型研发机构，市里按省级奖励等额配套，最高100万元；建成国家级基地的最高1000万元",
    ),
    offer("voucher_match", FOR_BODIES, "开放科研设施、得到省级创新券的单位，市里再给同样多"),
    offer("incubator", FOR_BODIES, "新认定的国家级科技企业孵化器奖200万元，省级奖100万元"),
    offer("loan_loss", FOR_BODIES, "银行发放科技成果转化贷款，本金收不回的，补偿损失的百分之三十五"),
    offer(
        "loan_interest",
        FOR_FIRMS,
        "第一次得到科技成果转化贷款并按期还款的企业，按省级贴息的一半再贴",
        FOR_LOAN_INTEREST,
    ),
    offer(
        "first_set_insurance",
        FOR_FIRMS,
        "首台套装备、首批新材料、首版软件投保的企业，保费补贴两成，每年最高100万元",
        FOR_FIRST_SETS,
    ),
)

OFFERS = (*FINANCE, *SCIENCE)

# 九: not for the same fact as another policy; stages and upper layers add to what came before
CHOICES = (
    Choice(
        "设立机构补助",
        ("fin_branch", "fin_legal_person", "fin_local_org", "fin_agency"),
        FINANCE_OPINION.clause("九"),
    ),
    Choice("股权投资机构补助", ("fin_equity_company", "fin_equity_partner"), FINANCE_OPINION.clause("九")),
)
