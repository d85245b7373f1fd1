"""What the audit trail keeps: every table of ours but these, and of others those that say who a person is."""

from guangyue.audit.declarations import Trail
from guangyue.kit.masks import mask_id_number, mask_name, mask_phone

TRAIL = Trail(
    applications=("guangyue.", "liaocheng."),
    also=("account.EmailAddress", "mfa.Authenticator", "socialaccount.SocialAccount"),
    left_out={
        "audit.Record": "审计记录本身，由链保护",
        "audit.Link": "审计链本身",
        "audit.Anchor": "审计链本身，只能增加",
        "accounts.Session": "会话，每次使用都变；谁在何时登录记在账户上",
        "accounts.FailedSignIn": "登录未成的尝试，只用来计数，十五分钟后作废；由此生成的锁定有记录",
        "jobs.Receipt": "后台任务的回执，每项任务一条，任务做了什么另有记录",
        "jobs.Failure": "后台任务的出错记录，只增加，随任务一起清理",
        "jobs.Work": "长任务的进度，每一步都变；谁发起、谁取消记在行内",
        "registries.Headcount": "人数，由数据库随人口表计算，人的每次变动另有记录",
        "registries.Fact": "事实只增加、不改动，每一条自己说明谁在何时登记",
        "gazette.PrintedDocument": "由版次的原文读出，可以重读；原文和人工更正另有记录",
        "gazette.PrintedClause": "由版次的原文读出，可以重读",
        "gazette.PrintedReference": "由版次的原文读出，可以重读",
        "gazette.PrintedWindow": "由版次的原文读出，可以重读",
        "gazette.Doubt": "由版次的原文读出，可以重读",
        "library.DigestPoint": "由版次的原文读出；人工确认、更正、剔除另记审计记录",
        "library.LastLook": "来源最近一次查看的情况，每分钟都变；发现了什么记在查看记录里",
        "library.Look": "来源的查看记录，只增加",
        "library.Capture": "来源捕获的文件记录，只增加",
        "library.Telling": "推送记录，只增加",
        "library.Passage": "检索用，由公文的条款算出，可以重算",
        "library.Lexeme": "检索用，由公文的条款算出，可以重算",
        "library.Holding": "检索用，由公文的条款算出，可以重算",
        "library.Term": "施行期，由公文的条款算出，可以重算",
        "grants.Move": "申请的流转只增加，每一条自己说明谁在何时办理",
        "grants.Decision": "核定只增加、不改动，每一份自己说明谁在何时作出，带校验值",
        "grants.RosterLine": "名册的行由上传的名册读出；确认以后的核定另有记录",
        "cases.VainLook": "公开查询未果的次数，只用来防止逐个试码，一小时后作废",
        "disclosure.Line": "公示名单随公示期撤下，不留第二份；名单的指纹记在公示上",
        "entitlements.Run": "运行的说明，只在开始和结束时写；谁发起记在行内",
        "entitlements.RunBucket": "运行的结果，只增加，带校验值",
        "entitlements.Heard": "新情况看到哪里，每分钟都变",
        "entitlements.Match": "匹配，由规则和名录每夜算出，可以重算",
        "entitlements.Push": "推送记录，只增加",
        "entitlements.Call": "联系名单，由匹配每夜列出；登记联系结果另记审计记录",
        "entitlements.Need": "求助需求，由信号每夜列出；登记走访结果另记审计记录",
        "entitlements.GapLine": "月度缺口报告，只增加",
        "policies.Rehearsal": "预演的说明和结果，只在开始和结束时写；谁发起记在行内",
        "notifications.Delivery": "逐次发送另有记录；人工重发、确认另记审计记录",
        "notifications.Attempt": "本身就是逐次发送的记录，只增加",
    },
    secrets={
        "gazette.Edition": ("text", "repairs", "contents"),  # long, and never changed after the import
        "accounts.User": ("password",),
        "grants.Application": ("facts", "sources"),  # what was decided on is kept with the decision
        "mfa.Authenticator": ("data",),
        "socialaccount.SocialAccount": ("extra_data",),
    },
    masks={
        "accounts.User": {"phone": mask_phone},
        "funds.Payment": {"payee_number": mask_id_number},
        "disclosure.Objection": {"name": mask_name, "phone": mask_phone},
        "registries.Person": {"id_number": mask_id_number, "name": mask_name},
    },
)
