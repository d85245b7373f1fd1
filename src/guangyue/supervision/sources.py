"""来源 in words: a system that is connected, the desk, or a mechanism of the city itself."""

from django.db.models import Case, CharField, F, OuterRef, Subquery, Value, When
from django.db.models.functions import Coalesce

from guangyue.supervision.models import SourceSystem

OWN = {"desk": "本平台逐条登记", "inspections": "双随机抽查"}


def source_title() -> Coalesce:
    """To annotate acts and rejections with."""
    system = SourceSystem.objects.filter(key=OuterRef("source")).values("title")[:1]
    own = (When(source=key, then=Value(title)) for key, title in OWN.items())
    return Coalesce(Subquery(system), Case(*own, default=F("source"), output_field=CharField()))
