"""What a person may be allowed to do with the policy library. It is one for the whole city."""

from guangyue.kit.access import Permission

IMPORT_ISSUES = Permission(key="library.import_issues", title="导入、校对公报", citywide=True)
RELEASE_ISSUES = Permission(key="library.release_issues", title="发布公报", citywide=True)
