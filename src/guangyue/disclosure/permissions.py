"""What a person may be allowed to do with public notices."""

from guangyue.kit.access import Permission

SEE_NOTICES = Permission(key="disclosure.see", title="查看公示的办理情况")
DISCLOSE = Permission(key="disclosure.disclose", title="起草、发布公示，答复公示异议")
REVIEW_NOTICES = Permission(key="disclosure.review", title="审核公示")
