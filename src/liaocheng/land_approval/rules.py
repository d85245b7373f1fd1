"""Whether the city may approve a file, and whether the file may go up to it."""

from guangyue.rules.authoring import need, rule
from guangyue.rules.facts import Facts, flag, word
from guangyue.rules.rulebook import Rulebook
from liaocheng.land_approval.document import SCHEME

CONVERSION, BOTH, TAKING = "农用地转用", "农用地转用和土地征收", "土地征收"
KINDS = (CONVERSION, BOTH, TAKING)
FORMER_PILOTS = ("临清市", "冠县", "莘县", "阳谷县", "高唐县")  # since 2019, in part
COUNTIES = (
    "东昌府区",
    "茌平区",
    "东阿县",
    *FORMER_PILOTS,
    "聊城经济技术开发区",
    "聊城高新技术产业开发区",
    "聊城江北水城旅游度假区",
)
STATE_COUNCIL, PROVINCE = "国务院", "省政府"

# Conditions that, failed, send the file another way.
FARMLAND, RANGE, TOWN, COUNCIL = "永久基本农田", "建设用地规模范围", "城市、集镇", "国务院审批"


class LandFile(Facts):
    """用地卷宗, as the county hands it up."""

    county = word("县（市、区）、市属开发区", COUNTIES)
    branch = word("报批类型", KINDS)
    touches_permanent_farmland = flag("占用永久基本农田")
    within_range = flag("在土地利用总体规划确定的建设用地规模范围内")
    in_town = flag("属于城市、集镇用地")
    needs_state_council = flag("须报国务院审批")
    converted_before = flag("农用地转用已经批准")
    separation_explained = flag("分开办理已经说明理由")
    pension_plan_together = flag("养老保险方案与补偿安置方案同步报送")
    pension_plan_workable = flag("养老保险方案可行")
    suspected_polluted = flag("涉及疑似污染地块")
    ecology_answered = flag("生态环境部门已经书面回复")


@rule(cites=SCHEME.clause("三"), title="用地卷宗可以上报市级审批", key="land_file")
def land_file(file: LandFile) -> None:
    """The whole city since the scheme; conversion inside the range, taking with it, nothing else."""
    taking = file.branch.among(BOTH, TAKING)
    need("县（市、区）在实施范围内", file.county.among(*COUNTIES), cites=SCHEME.clause("二"))
    need(FARMLAND, ~file.touches_permanent_farmland, cites=SCHEME.clause("三（一）"))
    need(RANGE, file.within_range, cites=SCHEME.clause("三（一）"))
    need(TOWN, file.in_town, cites=SCHEME.clause("三（一）"))
    need(COUNCIL, ~file.needs_state_council, cites=SCHEME.clause("三（二）"))
    need(
        "单独征收的，农用地转用已经批准",
        ~file.branch.among(TAKING) | file.converted_before,
        cites=SCHEME.clause("三（二）"),
    )
    need(
        "分开办理的，说明理由",
        file.branch.among(BOTH) | file.separation_explained,
        cites=SCHEME.clause("三（二）"),
    )
    need(
        "养老保险方案与补偿安置方案同步报送，且可行",
        ~taking | (file.pension_plan_together & file.pension_plan_workable),
        cites=SCHEME.clause("五（一）"),
    )
    need(
        "疑似污染地块有书面回复",
        ~file.suspected_polluted | file.ecology_answered,
        cites=SCHEME.clause("五（五）"),
    )


RULES = Rulebook((land_file,))
SCOPE = (FARMLAND, RANGE, TOWN, COUNCIL)
WAYS = {FARMLAND: STATE_COUNCIL, COUNCIL: STATE_COUNCIL, RANGE: PROVINCE, TOWN: PROVINCE}
