"""What an official may do when work is late, bad or dishonest."""

from guangyue.kit.access import Permission

SEE_STEPS = Permission(key="accountability.see_steps", title="查看通报、约谈、限批和问责情况")
PROPOSE_STEPS = Permission(key="accountability.propose_steps", title="提议通报、约谈、问责，跟踪整改")
DECIDE_STEPS = Permission(key="accountability.decide_steps", title="决定或者不采取提议的措施")
STATE_CASE = Permission(key="accountability.state_case", title="代表本单位陈述、承诺整改")
