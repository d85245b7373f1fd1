"""What is done with public notices: bringing one forward in two pairs of hands, and answering objections."""

from guangyue.disclosure.services.notices import (
    archive_notices,
    draft_notice,
    due_after,
    publish_notice,
    redraft_notice,
    return_notice,
    review_notice,
    withdraw_notice,
)
from guangyue.disclosure.services.objections import answer_objection, raise_objection

__all__ = (
    "answer_objection",
    "archive_notices",
    "draft_notice",
    "due_after",
    "publish_notice",
    "raise_objection",
    "redraft_notice",
    "return_notice",
    "review_notice",
    "withdraw_notice",
)
