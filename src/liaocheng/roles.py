"""The roles of the city: what kinds of work its people do, and what each may do."""

from guangyue.accountability.permissions import (
    DECIDE_STEPS,
    PROPOSE_STEPS,
    SEE_STEPS,
    STATE_CASE,
)
from guangyue.accounts.permissions import MANAGE_ACCOUNTS, VIEW_ACCOUNTS
from guangyue.accounts.roles import Role
from guangyue.alerts.permissions import (
    ANSWER_ALERTS,
    CHECK_ORDERS,
    OBSERVE_AIR,
    RUN_ALERTS,
    SEE_ALERTS,
    SIGN_ALERTS,
)
from guangyue.audit.permissions import SEE_TRAIL, VERIFY_CHAIN
from guangyue.bundles.permissions import (
    ANSWER_PROPOSALS,
    DESIGN_THEMES,
    REVIEW_THEMES,
    SEE_BUNDLES,
)
from guangyue.cases.permissions import (
    CHASE_CASES,
    DECIDE_CASES,
    HELP_APPLICANTS,
    MANAGE_WEBHOOKS,
    RECEIVE_CASES,
    RESTRICT_CASES,
    REVIEW_CASES,
    SEE_CASES,
)
from guangyue.chronicle.permissions import APPROVE_CHRONICLE, EDIT_CHRONICLE, PROPOSE_EVENTS
from guangyue.credit.permissions import (
    DECIDE_LISTS,
    FILE_RECORDS,
    OVERSEE_CREDIT,
    QUERY_CREDIT,
    VERIFY_RECORDS,
)
from guangyue.desk.permissions import VIEW_CITY
from guangyue.disclosure.permissions import DISCLOSE, REVIEW_NOTICES, SEE_NOTICES
from guangyue.empowerments.permissions import KEEP_POWERS, SEE_POWERS, WITHDRAW_POWERS
from guangyue.entitlements.permissions import CALL_PEOPLE, RUN_FINDING, SEE_FINDINGS, VISIT_NEEDS
from guangyue.funds.permissions import (
    CONSENT_PAYMENTS,
    PREPARE_PAYMENTS,
    SEE_PAYEE_NUMBERS,
    SEE_PAYMENTS,
)
from guangyue.grants.permissions import CALCULATE_ROSTERS, REVIEW_APPLICATIONS
from guangyue.indicators.permissions import (
    JUDGE_TARGETS,
    KEEP_TARGETS,
    REPORT_FIGURES,
    SEE_INDICATORS,
    VERIFY_FIGURES,
)
from guangyue.inspections.permissions import (
    APPROVE_ITEMS,
    DRAW_BATCHES,
    INSPECT,
    KEEP_POOLS,
    PLAN_INSPECTIONS,
    SEE_INSPECTIONS,
    SEE_NAMES,
)
from guangyue.jobs.permissions import MANAGE_QUEUE, SEE_QUEUE
from guangyue.kit.permissions import ENTER_CALENDAR
from guangyue.ledgers.permissions import (
    CLEAR_PROBLEMS,
    INSPECT_PROBLEMS,
    RECTIFY_PROBLEMS,
    REGISTER_PROBLEMS,
    SEE_PROBLEMS,
)
from guangyue.legislation.permissions import (
    DECIDE_LEGISLATION,
    DRAFT_RULES,
    OVERSEE_LEGISLATION,
    SEE_LEGISLATION,
)
from guangyue.library.permissions import (
    APPROVE_INTERPRETATIONS,
    CONFIRM_DIGESTS,
    IMPORT_ISSUES,
    JUDGE_DOCUMENTS,
    RELEASE_ISSUES,
    RUN_CLEANUPS,
    WATCH_SOURCES,
    WRITE_INTERPRETATIONS,
)
from guangyue.matters.permissions import CHECK_BASIS, PROPOSE_MATTERS, RELEASE_MATTERS, REPORT_ELEMENTS
from guangyue.notifications.permissions import MANAGE_OUTBOX, SEE_OUTBOX
from guangyue.organisations.permissions import (
    ENTER_NOTICES,
    HOLD_MEETINGS,
    KEEP_REGISTER,
    KEEP_TENURES,
    REPORT_LOCAL_BODIES,
    RUN_BODIES,
)
from guangyue.planners.permissions import (
    ANSWER_ADVICE,
    KEEP_PLANNERS,
    SEE_PLANNERS,
    VISIT_AREAS,
)
from guangyue.policies.permissions import APPROVE_FIGURES, PROPOSE_FIGURES, REHEARSE_POLICIES, VIEW_RULES
from guangyue.ratings.permissions import (
    ANSWER_COMPLAINTS,
    CHECK_RATINGS,
    EXTEND_COMPLAINTS,
    KEEP_RATINGS,
    RECEIVE_COMPLAINTS,
    SEE_RATINGS,
)
from guangyue.registries.permissions import (
    ANSWER_OBJECTIONS,
    LOOK_AT_PERSONS,
    OVERSEE_LOOKUPS,
    RECORD_FACTS,
    VIEW_FIRMS,
)
from guangyue.supervision.permissions import ENTER_ACTS, KEEP_ITEMS, RUN_SUPERVISION, SEE_SUPERVISION
from guangyue.tasks.permissions import (
    APPROVE_CHANGES,
    DECOMPOSE_TASKS,
    REPORT_TASKS,
    SEE_TASKS,
    VERIFY_TASKS,
)

ROLES = (
    Role(
        key="clerk",
        title="窗口综合受理人员",
        work="在综合窗口收件、受理、出件，帮办代办，核对申请人的信息",
        permissions=(LOOK_AT_PERSONS, VIEW_FIRMS, SEE_CASES, RECEIVE_CASES, HELP_APPLICANTS, SEE_BUNDLES),
    ),
    Role(
        key="reviewer",
        title="审核人员",
        work="审查本部门的办件，答复部门意见，核定政策兑现的申请和名册，登记本部门负责的信息，提出政策参数，预演政策改动，报送大事记，编制拨付批次，起草和发布公示，答复公示异议",
        permissions=(
            LOOK_AT_PERSONS,
            VIEW_FIRMS,
            RECORD_FACTS,
            SEE_CASES,
            REVIEW_CASES,
            SEE_BUNDLES,
            REVIEW_THEMES,
            REVIEW_APPLICATIONS,
            CALCULATE_ROSTERS,
            VIEW_CITY,
            PROPOSE_EVENTS,
            SEE_NOTICES,
            DISCLOSE,
            SEE_PAYMENTS,
            PREPARE_PAYMENTS,
            SEE_PAYEE_NUMBERS,
            VIEW_RULES,
            PROPOSE_FIGURES,
            REHEARSE_POLICIES,
            SEE_RATINGS,
            ANSWER_COMPLAINTS,
            FILE_RECORDS,
            QUERY_CREDIT,
        ),
    ),
    Role(
        key="decider",
        title="审批决定人员",
        work="决定本部门的办件，答复窗口的否决报批",
        permissions=(LOOK_AT_PERSONS, VIEW_FIRMS, SEE_CASES, DECIDE_CASES),
    ),
    Role(
        key="chief",
        title="负责人",
        work="掌握所辖范围的情况和进度，批准任务的调整，决定通报和约谈，督办超期的办件，联审一件事主题，登记和解除限批，预演政策改动，答复群众对查询的异议",
        permissions=(
            VIEW_CITY,
            VIEW_FIRMS,
            SEE_CASES,
            CHASE_CASES,
            RESTRICT_CASES,
            SEE_BUNDLES,
            REVIEW_THEMES,
            SEE_POWERS,
            SEE_SUPERVISION,
            OVERSEE_LOOKUPS,
            ANSWER_OBJECTIONS,
            REHEARSE_POLICIES,
            SEE_RATINGS,
            ANSWER_COMPLAINTS,
            EXTEND_COMPLAINTS,
            DECIDE_LISTS,
            SEE_INSPECTIONS,
            SEE_ALERTS,
            SEE_TASKS,
            APPROVE_CHANGES,
            SEE_INDICATORS,
            SEE_PROBLEMS,
            SEE_STEPS,
            DECIDE_STEPS,
            SEE_LEGISLATION,
            DECIDE_LEGISLATION,
            SEE_PLANNERS,
        ),
    ),
    Role(
        key="theme-designer",
        title="一件事管理员",
        work="设计、发布、复核本部门牵头的主题，答复主题建议，登记数据接通",
        permissions=(SEE_BUNDLES, DESIGN_THEMES, REVIEW_THEMES, ANSWER_PROPOSALS, SEE_CASES),
    ),
    Role(
        key="power-keeper",
        title="赋权管理人员",
        work="载入赋权清单，登记协议、二号章、平台权限和公告，登记承接、停用和收回",
        permissions=(SEE_POWERS, KEEP_POWERS, WITHDRAW_POWERS),
    ),
    Role(
        key="rating-keeper",
        title="评价管理人员",
        work="回访核查差评，登记、派办吐槽，管理评价方式、大厅和窗口",
        permissions=(
            SEE_RATINGS,
            CHECK_RATINGS,
            KEEP_RATINGS,
            RECEIVE_COMPLAINTS,
            ANSWER_COMPLAINTS,
        ),
    ),
    Role(
        key="credit-keeper",
        title="信用管理人员",
        work="核实、撤销信用记录，裁定异议和修复，告知和决定名单，运行信用分级，看查询记录和月度统计",
        permissions=(FILE_RECORDS, VERIFY_RECORDS, QUERY_CREDIT, DECIDE_LISTS, OVERSEE_CREDIT, VIEW_FIRMS),
    ),
    Role(
        key="inspector",
        title="执法人员",
        work="承担抽查，录入检查结果，办理线索，登记本部门负责的信息，梳理监管事项，报送监管行为，签收许可",
        permissions=(
            SEE_INSPECTIONS,
            INSPECT,
            SEE_SUPERVISION,
            KEEP_ITEMS,
            ENTER_ACTS,
            VIEW_FIRMS,
            RECORD_FACTS,
            FILE_RECORDS,
            QUERY_CREDIT,
        ),
    ),
    Role(
        key="inspection-keeper",
        title="双随机管理人员",
        work="管理抽查事项和两库，编制计划，建立批次，公布承诺，抽取、派发、公示和揭示",
        permissions=(SEE_INSPECTIONS, KEEP_POOLS, PLAN_INSPECTIONS, DRAW_BATCHES, SEE_NAMES, VIEW_FIRMS),
    ),
    Role(
        key="inspection-approver",
        title="双随机审定人员",
        work="审定抽查事项，照单认定抽查责任",
        permissions=(SEE_INSPECTIONS, APPROVE_ITEMS),
    ),
    Role(
        key="supervision-keeper",
        title="互联网+监管管理员",
        work="确认、公布监管事项，登记接入系统和培训，向省报送监管数据",
        permissions=(SEE_SUPERVISION, RUN_SUPERVISION),
    ),
    Role(
        key="air-forecaster",
        title="空气质量监测预报人员",
        work="管理站点，录入监测数据和预报，组织会商，提出预警建议",
        permissions=(SEE_ALERTS, OBSERVE_AIR),
    ),
    Role(
        key="alert-officer",
        title="重污染应急指挥部办公室人员",
        work="起草审批表，发布、调整、解除预警，管理减排清单、方案和指令，检查落实，组织演练",
        permissions=(SEE_ALERTS, RUN_ALERTS, CHECK_ORDERS),
    ),
    Role(
        key="commander",
        title="重污染应急指挥人员",
        work="按所任职务核准、审批预警",
        permissions=(SEE_ALERTS, SIGN_ALERTS),
    ),
    Role(
        key="alert-county",
        title="县级重污染应急人员",
        work="签收预警，通知本县（市、区）各部门，检查措施落实，报送响应情况",
        permissions=(SEE_ALERTS, ANSWER_ALERTS, CHECK_ORDERS),
    ),
    Role(
        key="supervisor",
        title="督查人员",
        work="把公文分解为任务和指标，下达、催办、督办，评判指标，提议通报和约谈",
        permissions=(
            SEE_TASKS,
            DECOMPOSE_TASKS,
            SEE_INDICATORS,
            KEEP_TARGETS,
            JUDGE_TARGETS,
            SEE_PROBLEMS,
            REGISTER_PROBLEMS,
            INSPECT_PROBLEMS,
            SEE_STEPS,
            PROPOSE_STEPS,
        ),
    ),
    Role(
        key="verifier",
        title="核查人员",
        work="核查任务的进展和佐证，准予办结，核实报送的实际数",
        permissions=(SEE_TASKS, VERIFY_TASKS, SEE_INDICATORS, VERIFY_FIGURES),
    ),
    Role(
        key="task-contact",
        title="任务联络员",
        work="认领本单位的任务，报送计划、进展、实际数和佐证，登记和整改问题，陈述，答复规划师的建议",
        permissions=(
            SEE_TASKS,
            REPORT_TASKS,
            SEE_INDICATORS,
            REPORT_FIGURES,
            SEE_PROBLEMS,
            REGISTER_PROBLEMS,
            RECTIFY_PROBLEMS,
            SEE_STEPS,
            STATE_CASE,
            SEE_PLANNERS,
            ANSWER_ADVICE,
        ),
    ),
    Role(
        key="rectification-lead",
        title="整改牵头人员",
        work="审核问题的四张清单，组织现场验收，逐个销号",
        permissions=(SEE_PROBLEMS, REGISTER_PROBLEMS, CLEAR_PROBLEMS),
    ),
    Role(
        key="rule-drafter",
        title="立法起草人员",
        work="起草本单位的立法项目，征求意见，逐条答复，组织听证",
        permissions=(SEE_LEGISLATION, DRAFT_RULES),
    ),
    Role(
        key="planner-keeper",
        title="责任规划师管理人员",
        work="管理合同、规划师和小组，转办建议，评价、扣减服务费",
        permissions=(SEE_PLANNERS, KEEP_PLANNERS),
    ),
    Role(
        key="responsible-planner",
        title="责任规划师",
        work="登记到片区的服务，提出建议，报告",
        permissions=(SEE_PLANNERS, VISIT_AREAS),
    ),
    Role(
        key="personnel",
        title="机构编制和人事人员",
        work="登记机构、职务、任免和委托代行",
        permissions=(KEEP_REGISTER, ENTER_NOTICES, KEEP_TENURES),
    ),
    Role(
        key="coordinator",
        title="议事协调机构办公室人员",
        work="办理领导小组、联席会议的组成、会议和报告",
        permissions=(RUN_BODIES, HOLD_MEETINGS, REPORT_LOCAL_BODIES, PROPOSE_EVENTS),
    ),
    Role(
        key="librarian",
        title="政策库管理员",
        work="把公报导入政策库，校对、更正、发布，确认自动解读，照看政策来源",
        permissions=(IMPORT_ISSUES, RELEASE_ISSUES, CONFIRM_DIGESTS, WATCH_SOURCES),
    ),
    Role(
        key="interpreter",
        title="政策解读人员",
        work="撰写、审定本单位负责解释的公文的解读，填报本单位文件的清理意见",
        permissions=(WRITE_INTERPRETATIONS, APPROVE_INTERPRETATIONS, JUDGE_DOCUMENTS),
    ),
    Role(
        key="legislator",
        title="法制工作人员",
        work="组织规章和规范性文件的清理，管理立法计划，跟踪、审查立法项目，核对政务服务事项的设定依据",
        permissions=(RUN_CLEANUPS, CHECK_BASIS, SEE_LEGISLATION, OVERSEE_LEGISLATION),
    ),
    Role(
        key="matter-keeper",
        title="事项管理员",
        work="录入和变更本单位的政务服务事项，报送本级公布的要素和办理地点",
        permissions=(PROPOSE_MATTERS, REPORT_ELEMENTS),
    ),
    Role(
        key="matter-releaser",
        title="事项标准化管理员",
        work="核对事项的统一要素，发布、暂停、取消事项",
        permissions=(RELEASE_MATTERS,),
    ),
    Role(
        key="policy-approver",
        title="政策参数审定人员",
        work="审定政策参数，预演政策改动",
        permissions=(VIEW_RULES, APPROVE_FIGURES, REHEARSE_POLICIES),
    ),
    Role(
        key="policy-finder",
        title="政策找人管理员",
        work="运行政策找人，看统计和缺口，督促没有申领的",
        permissions=(SEE_FINDINGS, RUN_FINDING, VIEW_RULES),
    ),
    Role(
        key="community-worker",
        title="村居协理员",
        work="联系没有读到推送的居民，走访有困难的家庭",
        permissions=(CALL_PEOPLE, VISIT_NEEDS),
    ),
    Role(
        key="chronicler",
        title="大事记编辑",
        work="编写大事记，认定人员，确认关联的公文",
        permissions=(EDIT_CHRONICLE,),
    ),
    Role(
        key="chronicle-reviewer",
        title="大事记审定人员",
        work="审定大事记",
        permissions=(APPROVE_CHRONICLE,),
    ),
    Role(
        key="finance",
        title="财政审核人员",
        work="登记年度资金，同意拨付，登记国库支付",
        permissions=(SEE_PAYMENTS, CONSENT_PAYMENTS, SEE_PAYEE_NUMBERS),
    ),
    Role(
        key="disclosure-reviewer",
        title="公示审核人员",
        work="审核别人起草的公示",
        permissions=(SEE_NOTICES, REVIEW_NOTICES),
    ),
    Role(
        key="administrator",
        title="系统管理员",
        work="开设账户、授予角色，照看后台任务、通知投递和工作日历",
        permissions=(
            VIEW_ACCOUNTS,
            MANAGE_ACCOUNTS,
            SEE_QUEUE,
            MANAGE_QUEUE,
            SEE_OUTBOX,
            MANAGE_OUTBOX,
            MANAGE_WEBHOOKS,
            ENTER_CALENDAR,
        ),
        apart_from=("auditor",),
    ),
    Role(
        key="auditor",
        title="审计人员",
        work="查看谁能做什么、做过什么、查过谁；自己什么也不办",
        permissions=(VIEW_ACCOUNTS, SEE_TRAIL, VERIFY_CHAIN, OVERSEE_LOOKUPS, SEE_QUEUE, SEE_OUTBOX),
    ),
)
