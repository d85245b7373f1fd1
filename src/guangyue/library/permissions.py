"""What a person may be allowed to do with the policy library. The library is one for the whole city;
explaining and clearing out documents is done by each body for its own."""

from guangyue.kit.access import Permission

IMPORT_ISSUES = Permission(key="library.import_issues", title="导入、校对公报", citywide=True)
RELEASE_ISSUES = Permission(key="library.release_issues", title="发布公报", citywide=True)

WATCH_SOURCES = Permission(key="library.watch_sources", title="管理政策来源", citywide=True)
CONFIRM_DIGESTS = Permission(key="library.confirm_digests", title="确认自动解读", citywide=True)
RUN_CLEANUPS = Permission(key="library.run_cleanups", title="组织文件清理", citywide=True)
JUDGE_DOCUMENTS = Permission(key="library.judge_documents", title="填报文件清理意见")
WRITE_INTERPRETATIONS = Permission(key="library.write_interpretations", title="撰写政策解读")
APPROVE_INTERPRETATIONS = Permission(key="library.approve_interpretations", title="审定政策解读")
