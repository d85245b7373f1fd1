"""What the frames show: the two menus, and the to-dos, pictures and findings of every mechanism."""

from collections.abc import Callable, Iterable

from guangyue.accountability.glances import (
    cases_to_state,
    commitments_to_report,
    commitments_to_verify,
    find_step_cases,
    interviews_to_hold,
    steps_at_a_glance,
    steps_to_decide,
    transfers_to_hear_of,
)
from guangyue.accountability.permissions import PROPOSE_STEPS, SEE_STEPS
from guangyue.accounts.glances import find_accounts, grants_running_out
from guangyue.accounts.permissions import VIEW_ACCOUNTS
from guangyue.alerts.glances.air import air_at_a_glance, consultations_to_hold, warnings_to_draft
from guangyue.alerts.glances.orders import checks_to_hand_over, dispatches_in_trouble, orders_to_call_about
from guangyue.alerts.glances.warnings import (
    regional_notices_to_take_up,
    reports_to_send,
    revisions_to_decide,
    sheets_to_sign,
    sheets_to_take_on,
    warnings_to_make_public,
    warnings_to_receive,
)
from guangyue.alerts.permissions import RUN_ALERTS, SEE_ALERTS
from guangyue.audit.permissions import SEE_TRAIL, VERIFY_CHAIN
from guangyue.audit.todo import chain_in_doubt
from guangyue.bundles.at_counter import AT_COUNTER
from guangyue.bundles.glances import (
    bundles_to_accept,
    find_themes,
    proposals_to_answer,
    themes_to_check,
    themes_to_review,
)
from guangyue.bundles.permissions import ANSWER_PROPOSALS, SEE_BUNDLES
from guangyue.cases.asides import AsideSource
from guangyue.cases.beside import Beside
from guangyue.cases.glances import cases_at_a_glance, find_cases
from guangyue.cases.permissions import HELP_APPLICANTS, MANAGE_WEBHOOKS, RECEIVE_CASES, SEE_CASES
from guangyue.cases.todo import (
    cases_to_decide,
    cases_to_deliver,
    cases_to_receive,
    cases_to_review,
    opinions_to_give,
    overdue_cases,
    vetoes_to_decide,
)
from guangyue.chronicle.glances import (
    chronicle_at_a_glance,
    chronicle_to_approve,
    chronicle_to_write,
    events_of,
    find_events,
)
from guangyue.chronicle.permissions import EDIT_CHRONICLE, PROPOSE_EVENTS
from guangyue.credit.beside import BesideSource
from guangyue.credit.permissions import (
    DECIDE_LISTS,
    FILE_RECORDS,
    OVERSEE_CREDIT,
    QUERY_CREDIT,
    VERIFY_RECORDS,
)
from guangyue.credit.todo import appeals_to_decide, listings_to_decide, records_to_verify
from guangyue.desk.permissions import VIEW_CITY
from guangyue.disclosure.glances import (
    find_notices as find_public_notices,
)
from guangyue.disclosure.glances import (
    notice_objections_to_answer,
    notices_to_publish,
    notices_to_review,
)
from guangyue.disclosure.permissions import SEE_NOTICES
from guangyue.empowerments.glances import (
    find_powers,
    powers_at_a_glance,
    powers_to_make_ready,
    withdrawals_to_announce,
)
from guangyue.empowerments.permissions import SEE_POWERS
from guangyue.entitlements.catalogue import find_policies
from guangyue.entitlements.glances import (
    findings_at_a_glance,
    matches_beside_rule,
    needs_to_visit,
    people_to_call,
)
from guangyue.entitlements.permissions import CALL_PEOPLE, SEE_FINDINGS, VISIT_NEEDS
from guangyue.funds.glances import (
    batches_to_disclose,
    batches_to_settle,
    payments_at_a_glance,
    payments_to_prepare,
)
from guangyue.funds.permissions import SEE_PAYMENTS
from guangyue.gazette.running import RunningRows
from guangyue.grants.asides import application_of
from guangyue.grants.permissions import CALCULATE_ROSTERS, REVIEW_APPLICATIONS
from guangyue.grants.todo import applications_to_review, rosters_to_confirm
from guangyue.indicators.glances import (
    figures_to_complete,
    figures_to_verify,
    find_targets,
    targets_at_a_glance,
    targets_to_confirm,
    targets_to_judge,
)
from guangyue.indicators.permissions import JUDGE_TARGETS, SEE_INDICATORS
from guangyue.inspections.beside import acts_on, clues_about, permits_of, results_of
from guangyue.inspections.glances import find_batches, inspections_at_a_glance
from guangyue.inspections.permissions import APPROVE_ITEMS, INSPECT, SEE_INSPECTIONS
from guangyue.inspections.todo import (
    batches_to_take_on,
    clues_to_check,
    duties_to_decide,
    items_to_approve,
    joint_offers_to_answer,
    problems_to_follow,
    visits_to_make,
)
from guangyue.jobs.permissions import SEE_QUEUE
from guangyue.jobs.todo import failed_jobs
from guangyue.kit.calendar.own_limits import limits_to_keep
from guangyue.kit.menus import Page, Section
from guangyue.kit.pictures import Picture, PictureSource
from guangyue.kit.search import Found
from guangyue.kit.todo import Todo
from guangyue.ledgers.glances import (
    find_problems,
    lists_to_approve,
    problems_at_a_glance,
    problems_to_accept,
    problems_to_draw_up,
    problems_to_rectify,
    samples_to_make,
    tips_to_answer,
)
from guangyue.ledgers.permissions import INSPECT_PROBLEMS, SEE_PROBLEMS
from guangyue.legislation.glances import find_projects, legislation_at_a_glance
from guangyue.legislation.permissions import OVERSEE_LEGISLATION, SEE_LEGISLATION
from guangyue.legislation.todo import (
    consultations_to_answer,
    drafts_to_review,
    projects_to_decide,
    projects_to_hurry,
)
from guangyue.library.edition_glances import editions_to_check, find_editions
from guangyue.library.glances import find_documents
from guangyue.library.permissions import (
    CONFIRM_DIGESTS,
    IMPORT_ISSUES,
    JUDGE_DOCUMENTS,
    RUN_CLEANUPS,
    WATCH_SOURCES,
    WRITE_INTERPRETATIONS,
)
from guangyue.library.policy_todos import (
    digests_to_confirm,
    documents_to_judge,
    failing_sources,
    interpretations_returned,
    interpretations_to_approve,
)
from guangyue.matters.glances import (
    bases_to_check,
    find_matters,
    matters_sent_back,
    matters_to_mend,
    matters_to_release,
)
from guangyue.matters.pictures import matters_at_a_glance
from guangyue.notifications.permissions import SEE_OUTBOX
from guangyue.notifications.todo import deliveries_in_trouble
from guangyue.organisations.glances import (
    bodies_ended,
    find_notices,
    find_organisations,
    local_bodies_to_report,
    meetings_and_reports_due,
    notices_to_finish,
    register_at_a_glance,
    seats_to_confirm,
    trials_to_confirm,
)
from guangyue.organisations.permissions import ENTER_NOTICES, HOLD_MEETINGS, KEEP_TENURES
from guangyue.organisations.running import register_runs
from guangyue.planners.glances import (
    advice_to_answer,
    advice_to_move,
    find_advice,
    planners_at_a_glance,
    planners_to_check,
)
from guangyue.planners.glances import reports_to_send as planner_reports_to_send
from guangyue.planners.glances import visits_to_make as areas_to_visit
from guangyue.planners.permissions import KEEP_PLANNERS, SEE_PLANNERS, VISIT_AREAS
from guangyue.policies.glances import figures_to_approve, find_rules
from guangyue.policies.permissions import REHEARSE_POLICIES, VIEW_RULES
from guangyue.policies.running import rules_run
from guangyue.ratings.asides import rating_of
from guangyue.ratings.glances import complaints_at_a_glance, find_complaints
from guangyue.ratings.permissions import (
    ANSWER_COMPLAINTS,
    CHECK_RATINGS,
    KEEP_RATINGS,
    RECEIVE_COMPLAINTS,
    SEE_RATINGS,
)
from guangyue.ratings.todo import (
    checks_to_make,
    complaints_to_answer,
    complaints_to_assign,
    extensions_to_decide,
)
from guangyue.registries.glances import (
    corrections_to_answer,
    find_firms_and_places,
    firms_at_a_glance,
    objections_to_answer,
    people_at_a_glance,
)
from guangyue.registries.permissions import LOOK_AT_PERSONS, OVERSEE_LOOKUPS, RECORD_FACTS, VIEW_FIRMS
from guangyue.supervision.glances import (
    duties_at_rest,
    find_items,
    handovers_to_receive,
    items_to_publish,
    supervision_at_a_glance,
)
from guangyue.supervision.permissions import RUN_SUPERVISION, SEE_SUPERVISION
from guangyue.systems.glances import coverage_at_a_glance
from guangyue.tasks.glances import (
    assignments_to_answer,
    changes_to_decide,
    closings_to_check,
    disputes_to_settle,
    find_assignments,
    prods_to_answer,
    reports_to_hand_in,
)
from guangyue.tasks.permissions import DECOMPOSE_TASKS, SEE_TASKS, VERIFY_TASKS
from liaocheng.medical_supervision.heard import complaints_about

PORTAL: tuple[Page, ...] = (
    Page("首页", "portal:home", None, "home"),
    Page(
        "办事目录",
        "matters:catalogue",
        None,
        "list-search",
        purpose="想办的事说一句：要什么材料、多久办好、在哪里办",
    ),
    Page(
        "一件事",
        "bundles:catalogue",
        None,
        "stack-2",
        purpose="开店、买房、上学，几个部门的事填一张表一次办",
    ),
    Page(
        "我的办件",
        "cases:own_cases",
        None,
        "folder",
        purpose="办到了哪一步，还要补什么，文书在哪里下载",
    ),
    Page(
        "政策库",
        "library:home",
        None,
        "books",
        purpose="公报里的文件，每一条原文，今天还有没有效",
    ),
    Page(
        "政策找我",
        "entitlements:home",
        None,
        "user-star",
        purpose="能享受哪些政策，给多少，还差什么",
    ),
    Page(
        "空气质量",
        "alerts:public_air",
        None,
        "cloud-fog",
        purpose="现在空气怎么样，有没有重污染预警，该怎么做",
    ),
    Page(
        "我的信息",
        "registries:me",
        None,
        "user-search",
        purpose="各部门登记了什么，凭什么登记，谁查过我",
        audience="citizen",
    ),
    Page(
        "减排指令",
        "alerts:my_orders",
        None,
        "send",
        purpose="重污染天气时本单位要停什么、停多少，在这里签收",
        audience="enterprise",
    ),
    Page(
        "本企业信息",
        "registries:my_firm",
        None,
        "building-store",
        purpose="企业登记的信息和来源，有误的申请更正",
        audience="enterprise",
    ),
    Page(
        "我的申请",
        "grants:mine",
        None,
        "file-description",
        purpose="申请到了哪一步，核定了多少，什么时候拨付",
    ),
    Page(
        "办件进度",
        "cases:progress",
        None,
        "route",
        purpose="有编号和查询码就能查，不用登录",
    ),
    Page(
        "办件公示",
        "cases:public",
        None,
        "list-check",
        purpose="各部门办了什么，结果怎样",
    ),
    Page(
        "公示公告",
        "disclosure:notices",
        None,
        "speakerphone",
        purpose="补贴发给了谁、评审有什么结果，有异议的怎么提",
    ),
    Page(
        "征求意见",
        "legislation:public_consultations",
        None,
        "messages",
        purpose="法规、规章草案和重大事项，按条文提意见，每条都有答复",
    ),
    Page(
        "立法计划",
        "legislation:public_plans",
        None,
        "gavel",
        purpose="今年起草哪些法规、规章，谁起草，走到了哪一步",
    ),
    Page(
        "通报",
        "accountability:public_circulars",
        None,
        "speakerphone",
        purpose="哪些单位因为什么被通报，依据哪一条",
    ),
    Page(
        "信用公示",
        "credit:public",
        None,
        "shield-search",
        purpose="依法公开的处罚、荣誉、红黑名单，公开到哪一天",
    ),
    Page(
        "我的信用",
        "credit:own",
        None,
        "shield-check",
        purpose="记了什么，谁查过，怎么提异议、申请修复",
    ),
    Page(
        "双随机公开",
        "inspections:draws",
        None,
        "arrows-shuffle",
        purpose="检查谁怎么抽出来的，自己核对；查了什么、结果怎样",
    ),
    Page(
        "问题整改",
        "ledgers:public_problems",
        None,
        "tool",
        purpose="查出的环境等问题怎么改、改到哪一步，没改好的可以举报",
    ),
    Page(
        "赋权清单",
        "empowerments:public",
        None,
        "transfer-in",
        purpose="哪些事可以在开发区办，由谁决定，从哪天起",
    ),
    Page(
        "任务公开",
        "tasks:public",
        None,
        "list-check",
        purpose="市政府文件定的任务由谁负责，什么时候完成，进展怎样",
    ),
    Page(
        "监管事项",
        "supervision:catalogue",
        None,
        "shield-search",
        purpose="各部门监管什么、凭什么、多久一次、来了查哪几条",
    ),
    Page(
        "目标指标",
        "indicators:public",
        None,
        "target-arrow",
        purpose="市政府的文件承诺了哪些数字，什么时候到期，做到了多少",
    ),
    Page(
        "大事记",
        "chronicle:timeline",
        None,
        "calendar-event",
        purpose="市政府哪天做了什么，谁参加，开了第几次会",
    ),
    Page(
        "机构名录",
        "organisations:directory",
        None,
        "building-bank",
        purpose="市里有哪些机构，谁负责，任免了谁，以前叫什么",
    ),
    Page(
        "好差评",
        "ratings:scores",
        None,
        "star",
        purpose="各部门、大厅、事项得了多少分，刚去过的也可以评",
    ),
    Page(
        "吐槽找茬",
        "ratings:follow",
        None,
        "message-report",
        purpose="办事不顺、窗口说“不”，登记有编号，限期答复",
    ),
    Page(
        "责任规划师",
        "planners:public",
        None,
        "map-pins",
        purpose="规划师给镇街、园区提了什么建议，采纳没有，做成了没有",
    ),
    Page("工作日历", "calendar:working_days", None, "calendar", purpose="哪天上班，哪天放假，时限算到哪一天"),
)

OWN: tuple[Page, ...] = (
    Page("我的账户", "accounts:own_account", None, "user-circle"),
    Page("通知", "notifications:own", None, "bell"),
    Page("我的订阅", "library:subscriptions", None, "bell-plus"),
    Page("政策推送", "entitlements:silence", None, "bell-off"),
)

DESK: tuple[Section, ...] = (
    Section(
        "工作台",
        (
            Page("待办", "desk:home", None, "checklist", "h"),
            Page("我的时限", "calendar:limits", None, "clock-hour-4", "l"),
            Page("城市概览", "desk:city", VIEW_CITY, "map-2", "c"),
            Page("落实总览", "accountability:dashboard", SEE_TASKS, "gauge"),
            Page("工作日历", "calendar:desk", None, "calendar", "w"),
        ),
    ),
    Section(
        "办件",
        (
            Page("综合窗口", "cases:window", RECEIVE_CASES, "building-store", "t"),
            Page("办件", "cases:cases", SEE_CASES, "files", "d"),
            Page("一件事办件", "bundles:desk_bundles", SEE_BUNDLES, "stack-2"),
            Page("帮办委托", "cases:helping", HELP_APPLICANTS, "user-share"),
            Page("效能报表", "cases:reports", SEE_CASES, "chart-bar"),
            Page("一件事时效", "bundles:reports", SEE_BUNDLES, "clock-check"),
            Page("限批", "cases:restrictions", SEE_CASES, "ban"),
        ),
    ),
    Section(
        "重污染天气",
        (
            Page("研判", "alerts:outlook", SEE_ALERTS, "chart-histogram"),
            Page("空气质量预报", "alerts:forecasts", SEE_ALERTS, "cloud-fog"),
            Page("会商意见", "alerts:consultations", SEE_ALERTS, "messages"),
            Page("站点小时值", "alerts:hours", SEE_ALERTS, "table"),
            Page("空气监测站点", "alerts:stations", SEE_ALERTS, "map-pins"),
            Page("应急启动台账", "alerts:warnings", SEE_ALERTS, "urgent"),
            Page("预警审批表", "alerts:sheets", SEE_ALERTS, "writing-sign"),
            Page("停限产方案", "alerts:plans", SEE_ALERTS, "calculator"),
            Page("响应地图", "alerts:response_map", SEE_ALERTS, "map-2"),
            Page("指挥大屏", "alerts:room", SEE_ALERTS, "device-desktop"),
            Page("预警签收", "alerts:receipts", SEE_ALERTS, "checks"),
            Page("减排指令", "alerts:orders", SEE_ALERTS, "send"),
            Page("应急减排清单", "alerts:sources", SEE_ALERTS, "list-details"),
            Page("减排证明", "alerts:reduction", SEE_ALERTS, "percentage"),
            Page("响应情况报告", "alerts:county_reports", SEE_ALERTS, "report"),
            Page("县级预警", "alerts:county_warnings", SEE_ALERTS, "map-pin-exclamation"),
            Page("区域预警通知", "alerts:regional_notices", SEE_ALERTS, "world-exclamation"),
            Page("应急演练", "alerts:drills", SEE_ALERTS, "masks-theater"),
            Page("预案培训", "alerts:trainings", SEE_ALERTS, "school"),
            Page("预案备案", "alerts:filings", SEE_ALERTS, "archive"),
            Page("预案修订情形", "alerts:revisions", SEE_ALERTS, "file-alert"),
            Page("指挥部职务", "alerts:commanders", RUN_ALERTS, "user-shield"),
        ),
    ),
    Section(
        "任务督查",
        (
            Page("本单位的任务", "tasks:unit", SEE_TASKS, "clipboard-check"),
            Page("任务台账", "tasks:ledger", SEE_TASKS, "table"),
            Page("任务文件", "tasks:documents", SEE_TASKS, "list-tree"),
            Page("任务抽取", "tasks:readings", DECOMPOSE_TASKS, "file-search"),
            Page("季度报送", "tasks:owed_reports", SEE_TASKS, "send"),
            Page("待核查的办结", "tasks:to_check", VERIFY_TASKS, "eye-check"),
            Page("催办督办", "tasks:prods", SEE_TASKS, "speakerphone"),
            Page("时限调整", "tasks:changes", SEE_TASKS, "calendar-plus"),
            Page("季度汇总", "tasks:summary", SEE_TASKS, "report-analytics"),
            Page("督查报告", "tasks:papers", SEE_TASKS, "file-text"),
        ),
    ),
    Section(
        "通报约谈",
        (
            Page("追责事项", "accountability:cases", SEE_STEPS, "gavel"),
            Page("线索", "accountability:clues", PROPOSE_STEPS, "zoom-question"),
            Page("追责情形", "accountability:triggers", SEE_STEPS, "scale"),
            Page("约谈", "accountability:interviews", SEE_STEPS, "messages"),
            Page("通报起草", "accountability:circulars", SEE_STEPS, "speakerphone"),
            Page("限批和扣减", "accountability:restrictions", SEE_STEPS, "ban"),
            Page("移送", "accountability:transfers", SEE_STEPS, "transfer"),
            Page("年度排名", "accountability:rankings", SEE_STEPS, "sort-descending"),
            Page("追责统计", "accountability:statistics", SEE_STEPS, "chart-bar"),
        ),
    ),
    Section(
        "双随机",
        (
            Page("抽查进展", "inspections:dashboard", SEE_INSPECTIONS, "chart-bar"),
            Page("我的检查", "inspections:my_visits", INSPECT, "clipboard-check"),
            Page("检查", "inspections:visits", SEE_INSPECTIONS, "clipboard-search"),
            Page("抽查批次", "inspections:batches", SEE_INSPECTIONS, "arrows-shuffle"),
            Page("联合检查", "inspections:joint_offers", SEE_INSPECTIONS, "users-group"),
            Page("年度抽查计划", "inspections:plans", SEE_INSPECTIONS, "calendar"),
            Page("抽查事项清单", "inspections:items", SEE_INSPECTIONS, "list-details"),
            Page("检查对象", "inspections:subjects", SEE_INSPECTIONS, "building-store"),
            Page("执法人员", "inspections:inspectors", SEE_INSPECTIONS, "id-badge-2"),
            Page("个案线索", "inspections:clues", INSPECT, "message-report"),
            Page("后续监管", "inspections:follow_ups", INSPECT, "list-check"),
            Page("抽查责任", "inspections:duties", APPROVE_ITEMS, "scale"),
        ),
    ),
    Section(
        "目标指标",
        (
            Page("指标进展", "indicators:dashboard", SEE_INDICATORS, "chart-bar"),
            Page("目标", "indicators:targets", SEE_INDICATORS, "target-arrow"),
            Page("实际数", "indicators:figures", SEE_INDICATORS, "clipboard-data"),
            Page("待评判", "indicators:to_judge", JUDGE_TARGETS, "scale"),
            Page("县区排名", "indicators:leagues", SEE_INDICATORS, "trophy"),
            Page("指标对照", "indicators:links", SEE_INDICATORS, "git-compare"),
            Page("年度评估", "indicators:evaluation", SEE_INDICATORS, "report-analytics"),
            Page("差距清单", "indicators:gap_lists", SEE_INDICATORS, "list-check"),
        ),
    ),
    Section(
        "问题整改",
        (
            Page("整改进展", "ledgers:campaigns", SEE_PROBLEMS, "chart-bar"),
            Page("问题台账", "ledgers:problems", SEE_PROBLEMS, "list-details"),
            Page("现场验收", "ledgers:acceptances", SEE_PROBLEMS, "clipboard-check"),
            Page("抽查和“回头看”", "ledgers:samplings", SEE_PROBLEMS, "refresh"),
            Page("月度调度", "ledgers:dispatch", SEE_PROBLEMS, "table"),
            Page("群众举报", "ledgers:tips", INSPECT_PROBLEMS, "message-report"),
        ),
    ),
    Section(
        "名录库",
        (
            Page("居民", "registries:persons", LOOK_AT_PERSONS, "users", "p"),
            Page("家庭户", "registries:households", LOOK_AT_PERSONS, "home-2"),
            Page("经营主体", "registries:firms", VIEW_FIRMS, "building-store", "f"),
            Page("场所", "registries:places", VIEW_FIRMS, "map-pin"),
            Page("更正申请", "registries:corrections", RECORD_FACTS, "edit"),
            Page("查询记录", "registries:lookups", OVERSEE_LOOKUPS, "eye-search"),
        ),
    ),
    Section(
        "机构人事",
        (
            Page("机构名录", "organisations:desk_organisations", None, "building-bank", "o"),
            Page("任职名册", "organisations:tenures", None, "id-badge-2"),
            Page("任免通知", "organisations:desk_notices", ENTER_NOTICES, "file-certificate", "n"),
            Page("试用期", "organisations:trials", KEEP_TENURES, "hourglass"),
            Page("同名人员", "organisations:same_names", KEEP_TENURES, "users-plus"),
            Page("委托代行", "organisations:delegations", KEEP_TENURES, "transfer"),
        ),
    ),
    Section(
        "大事记",
        (
            Page("大事记编写", "chronicle:months", None, "calendar-event"),
            Page("事件报送", "chronicle:proposals", PROPOSE_EVENTS, "calendar-plus"),
            Page("人员认定", "chronicle:names", EDIT_CHRONICLE, "user-question"),
            Page("关联公文", "chronicle:links", EDIT_CHRONICLE, "link"),
        ),
    ),
    Section(
        "议事协调",
        (
            Page("议事协调机构", "organisations:desk_bodies", None, "users-group", "b"),
            Page("需要关注", "organisations:watch", None, "eye-exclamation"),
            Page("会议", "organisations:meetings", HOLD_MEETINGS, "calendar-event", "m"),
            Page("议定事项", "organisations:decisions", HOLD_MEETINGS, "list-check"),
            Page("属地机构", "organisations:local_bodies", None, "map-pins"),
        ),
    ),
    Section(
        "立法",
        (
            Page("立法项目", "legislation:projects", SEE_LEGISLATION, "gavel"),
            Page("征求意见", "legislation:consultations", SEE_LEGISLATION, "messages"),
            Page("年度立法计划", "legislation:plans", SEE_LEGISLATION, "calendar"),
            Page("督促名单", "legislation:urging", OVERSEE_LEGISLATION, "bell-ringing"),
            Page("立法推进情况", "legislation:appraisal", OVERSEE_LEGISLATION, "chart-bar"),
            Page("立法补充规定", "legislation:terms", SEE_LEGISLATION, "adjustments"),
        ),
    ),
    Section(
        "好差评",
        (
            Page("评价统计", "ratings:statistics", SEE_RATINGS, "star"),
            Page("评价内容", "ratings:ratings", SEE_RATINGS, "message-star"),
            Page("差评核查", "ratings:checks", CHECK_RATINGS, "mood-sad"),
            Page("吐槽找茬", "ratings:complaints", ANSWER_COMPLAINTS, "message-report"),
            Page("擅自拒绝", "ratings:violations", RECEIVE_COMPLAINTS, "hand-stop"),
            Page("评价覆盖", "ratings:coverage", SEE_RATINGS, "list-check"),
            Page("大厅和窗口", "ratings:halls", SEE_RATINGS, "building-community"),
            Page("打印评议卡", "ratings:cards_to_print", RECEIVE_CASES, "cards"),
            Page("登记评议卡", "ratings:cards", KEEP_RATINGS, "table-import"),
            Page("典型案例", "ratings:typical", KEEP_RATINGS, "school"),
        ),
    ),
    Section(
        "政策",
        (
            Page("政策规则", "policies:rules", VIEW_RULES, "scale", "r"),
            Page("参数表", "policies:figures", VIEW_RULES, "table"),
            Page("政策预演", "policies:drafts", REHEARSE_POLICIES, "test-pipe"),
            Page("公报", "library:editions", IMPORT_ISSUES, "books", "i"),
            Page("条款覆盖", "systems:desk_coverage", None, "list-check", "k"),
            Page("自动解读", "library:digests", CONFIRM_DIGESTS, "list-search"),
            Page("政策来源", "library:sources", WATCH_SOURCES, "rss"),
            Page("政策解读", "library:interpretations", WRITE_INTERPRETATIONS, "message-circle-question"),
            Page("文件清理", "library:cleanups", RUN_CLEANUPS, "clear-all"),
            Page("本单位文件清理", "library:cleanup_items", JUDGE_DOCUMENTS, "checklist"),
        ),
    ),
    Section(
        "政策兑现",
        (
            Page("申请审核", "grants:applications", REVIEW_APPLICATIONS, "file-search", "s"),
            Page("核定", "grants:decisions", REVIEW_APPLICATIONS, "rubber-stamp"),
            Page("名册核定", "grants:rosters", CALCULATE_ROSTERS, "table-import"),
            Page("拨付批次", "funds:batches", SEE_PAYMENTS, "stack-2"),
            Page("发放台账", "funds:payments", SEE_PAYMENTS, "cash"),
            Page("支出进度", "funds:spending", SEE_PAYMENTS, "chart-bar"),
            Page("年度资金", "funds:funds", SEE_PAYMENTS, "scale"),
        ),
    ),
    Section(
        "政策找人",
        (
            Page("政策找人", "entitlements:finding", SEE_FINDINGS, "user-heart"),
            Page("联系名单", "entitlements:calls", CALL_PEOPLE, "phone-call"),
            Page("求助需求", "entitlements:needs", VISIT_NEEDS, "heart-handshake"),
        ),
    ),
    Section(
        "事项",
        (
            Page("事项库", "matters:desk_matters", None, "list-details", "e"),
            Page("三级十同", "matters:comparison", None, "git-compare"),
            Page("合规报告", "matters:compliance", None, "shield-check"),
            Page("四减对比", "matters:reductions", None, "trending-down"),
        ),
    ),
    Section(
        "一件事",
        (
            Page("主题", "bundles:desk_themes", SEE_BUNDLES, "stack-2"),
            Page("主题达标", "bundles:compliance", SEE_BUNDLES, "checks"),
            Page("数据需求", "bundles:data_demands", SEE_BUNDLES, "database"),
            Page("主题建议", "bundles:desk_proposals", ANSWER_PROPOSALS, "bulb"),
        ),
    ),
    Section(
        "公示",
        (
            Page("公示办理", "disclosure:desk_notices", SEE_NOTICES, "speakerphone"),
            Page("公示异议", "disclosure:desk_objections", SEE_NOTICES, "message-report"),
        ),
    ),
    Section(
        "信用",
        (
            Page("信用记录", "credit:records", FILE_RECORDS, "file-certificate"),
            Page("查询信用", "credit:asking", QUERY_CREDIT, "shield-search"),
            Page("异议和修复", "credit:appeals", VERIFY_RECORDS, "message-report"),
            Page("名单建议", "credit:proposals", DECIDE_LISTS, "list-check"),
            Page("奖惩措施", "credit:measures", QUERY_CREDIT, "scale"),
            Page("信用分级", "credit:classes", OVERSEE_CREDIT, "chart-bar"),
            Page("查询记录", "credit:queries", OVERSEE_CREDIT, "eye-search"),
            Page("月度统计", "credit:statistics", OVERSEE_CREDIT, "calendar"),
        ),
    ),
    Section(
        "赋权下放",
        (
            Page("赋权台账", "empowerments:powers", SEE_POWERS, "transfer-in"),
            Page("落实进度", "empowerments:progress", SEE_POWERS, "chart-bar"),
            Page("落实督办", "empowerments:watch", SEE_POWERS, "list-check"),
            Page("协议、印章、权限", "empowerments:agreements", SEE_POWERS, "files"),
        ),
    ),
    Section(
        "互联网+监管",
        (
            Page("监管事项", "supervision:items", SEE_SUPERVISION, "shield-search"),
            Page("监管行为", "supervision:acts", SEE_SUPERVISION, "clipboard-check"),
            Page("退回记录", "supervision:rejections", SEE_SUPERVISION, "arrow-back-up"),
            Page("覆盖情况", "supervision:coverage", SEE_SUPERVISION, "chart-bar"),
            Page("审管互动", "supervision:handovers", SEE_SUPERVISION, "transfer"),
            Page("监管缺口", "supervision:defects", SEE_SUPERVISION, "alert-triangle"),
            Page("医疗卫生监管", "medical_supervision:report", SEE_SUPERVISION, "report-medical"),
            Page("接入系统", "supervision:systems", RUN_SUPERVISION, "plug"),
            Page("账号和培训", "supervision:people", RUN_SUPERVISION, "school"),
            Page("省级报送", "supervision:exports", RUN_SUPERVISION, "file-export"),
        ),
    ),
    Section(
        "责任规划师",
        (
            Page("规划师小组", "planners:groups", SEE_PLANNERS, "map-pins"),
            Page("我的小组", "planners:my_group", VISIT_AREAS, "pencil-pin"),
            Page("到片区服务", "planners:visits", SEE_PLANNERS, "walk"),
            Page("意见建议", "planners:advice_list", SEE_PLANNERS, "bulb"),
            Page("月调度", "planners:dispatch", SEE_PLANNERS, "chart-bar"),
            Page("报告", "planners:reports", SEE_PLANNERS, "report"),
            Page("服务费扣减", "planners:deductions", SEE_PLANNERS, "calculator"),
            Page("评议", "planners:evaluations", SEE_PLANNERS, "star"),
            Page("场所和经费", "planners:support", SEE_PLANNERS, "home-check"),
            Page("责任规划师名册", "planners:planners", SEE_PLANNERS, "users"),
            Page("聘用合同", "planners:contracts", SEE_PLANNERS, "file-certificate"),
            Page("规划师考评", "planners:planner_marks", KEEP_PLANNERS, "clipboard-check"),
        ),
    ),
    Section(
        "账户和授权",
        (
            Page("账户", "accounts:accounts", VIEW_ACCOUNTS, "id-badge-2", "a"),
            Page("角色和权限", "accounts:roles", VIEW_ACCOUNTS, "shield-check"),
            Page("登录中的会话", "accounts:sessions", VIEW_ACCOUNTS, "devices"),
            Page("登录锁定", "accounts:locks", VIEW_ACCOUNTS, "lock"),
        ),
    ),
    Section(
        "运行和审计",
        (
            Page("后台任务", "jobs:jobs", SEE_QUEUE, "server-cog", "j"),
            Page("长任务", "jobs:works", None, "progress"),
            Page("通知投递", "notifications:outbox", SEE_OUTBOX, "send"),
            Page("订阅系统", "cases:subscribers", MANAGE_WEBHOOKS, "broadcast"),
            Page("审计记录", "audit:trail", SEE_TRAIL, "history"),
            Page("审计链", "audit:chain", VERIFY_CHAIN, "link"),
        ),
    ),
)

TODO: tuple[Callable[..., Iterable[Todo]], ...] = (
    sheets_to_sign,
    warnings_to_receive,
    sheets_to_take_on,
    warnings_to_draft,
    consultations_to_hold,
    regional_notices_to_take_up,
    warnings_to_make_public,
    reports_to_send,
    orders_to_call_about,
    dispatches_in_trouble,
    checks_to_hand_over,
    revisions_to_decide,
    steps_to_decide,
    cases_to_state,
    commitments_to_report,
    commitments_to_verify,
    interviews_to_hold,
    transfers_to_hear_of,
    limits_to_keep,
    grants_running_out,
    corrections_to_answer,
    objections_to_answer,
    cases_to_receive,
    visits_to_make,
    clues_to_check,
    problems_to_follow,
    batches_to_take_on,
    joint_offers_to_answer,
    items_to_approve,
    duties_to_decide,
    bundles_to_accept,
    cases_to_deliver,
    cases_to_review,
    opinions_to_give,
    cases_to_decide,
    vetoes_to_decide,
    overdue_cases,
    checks_to_make,
    complaints_to_assign,
    complaints_to_answer,
    extensions_to_decide,
    drafts_to_review,
    projects_to_decide,
    consultations_to_answer,
    projects_to_hurry,
    handovers_to_receive,
    items_to_publish,
    duties_at_rest,
    assignments_to_answer,
    reports_to_hand_in,
    prods_to_answer,
    disputes_to_settle,
    closings_to_check,
    changes_to_decide,
    applications_to_review,
    records_to_verify,
    appeals_to_decide,
    listings_to_decide,
    rosters_to_confirm,
    notices_to_finish,
    trials_to_confirm,
    seats_to_confirm,
    meetings_and_reports_due,
    local_bodies_to_report,
    bodies_ended,
    chronicle_to_write,
    chronicle_to_approve,
    digests_to_confirm,
    failing_sources,
    interpretations_to_approve,
    interpretations_returned,
    documents_to_judge,
    figures_to_approve,
    editions_to_check,
    payments_to_prepare,
    batches_to_settle,
    batches_to_disclose,
    notices_to_review,
    notices_to_publish,
    notice_objections_to_answer,
    people_to_call,
    needs_to_visit,
    powers_to_make_ready,
    withdrawals_to_announce,
    bases_to_check,
    matters_to_release,
    matters_sent_back,
    matters_to_mend,
    proposals_to_answer,
    themes_to_review,
    themes_to_check,
    advice_to_answer,
    advice_to_move,
    planners_to_check,
    planner_reports_to_send,
    areas_to_visit,
    failed_jobs,
    deliveries_in_trouble,
    chain_in_doubt,
    targets_to_judge,
    figures_to_verify,
    targets_to_confirm,
    figures_to_complete,
    problems_to_rectify,
    problems_to_draw_up,
    lists_to_approve,
    problems_to_accept,
    samples_to_make,
    tips_to_answer,
)
PICTURES: tuple[PictureSource, ...] = (
    air_at_a_glance,
    steps_at_a_glance,
    inspections_at_a_glance,
    problems_at_a_glance,
    cases_at_a_glance,
    complaints_at_a_glance,
    legislation_at_a_glance,
    people_at_a_glance,
    firms_at_a_glance,
    register_at_a_glance,
    chronicle_at_a_glance,
    payments_at_a_glance,
    coverage_at_a_glance,
    findings_at_a_glance,
    powers_at_a_glance,
    matters_at_a_glance,
    supervision_at_a_glance,
    targets_at_a_glance,
    planners_at_a_glance,
)
SEARCH: tuple[Callable[..., Iterable[Found]], ...] = (
    find_matters,
    find_themes,
    find_documents,
    find_cases,
    find_batches,
    find_complaints,
    find_projects,
    find_policies,
    find_public_notices,
    find_organisations,
    find_notices,
    find_events,
    find_editions,
    find_powers,
    find_items,
    find_assignments,
    find_advice,
    find_step_cases,
    find_rules,
    find_firms_and_places,
    find_accounts,
    find_targets,
    find_problems,
)
ABOUT_PERSON: tuple[Callable[..., Iterable[Found]], ...] = (events_of,)
RUNNING: tuple[RunningRows, ...] = (register_runs, rules_run)
# 谁现在符合: beside a rule, `(offered=…, on=…, scope=…)` gives pictures or findings, marked as a view is.
RULE_ASIDES: tuple[Callable[..., Iterable[Picture | Found]], ...] = (matches_beside_rule,)
# Beside a case, for its applicant: `(case, request)` gives where else to go.
CASE_ASIDES: tuple[AsideSource, ...] = (application_of, rating_of)
# What is taken in at the counter of cases beside matters.
COUNTER: tuple[Beside, ...] = (AT_COUNTER,)
# Beside the credit of a subject: `(subject, scope=…)` gives tables, marked as a view is.
CREDIT_BESIDE: tuple[BesideSource, ...] = (results_of, acts_on, permits_of, clues_about, complaints_about)
