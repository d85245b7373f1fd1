"""核对: the published record of a batch, done over by the same program that anyone can download."""

from guangyue.inspections import terms
from guangyue.inspections.drawing.record import as_text
from guangyue.inspections.models import Batch
from guangyue.inspections.verifier import gydraw_verify


def check_draw(batch: Batch) -> list[str]:
    """What does not agree: nothing, unless somebody has been at the rows. Read back from the file's own text,
    and held against the notice, as somebody outside does."""
    record, notice = (as_text(said).encode() for said in (terms.record_of(batch), terms.notice_of(batch)))
    return gydraw_verify.differences(record, notice)
