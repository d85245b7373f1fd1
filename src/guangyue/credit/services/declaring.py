"""What documents declare of credit, enacted: kinds of records, measures with their law, scales, models."""

from datetime import datetime

from django.db import transaction

from guangyue.credit.checking import check_basis
from guangyue.credit.declaration import GradingModel, Kind, MeasureFact, Scale
from guangyue.credit.models import Category, Measure, ModelVersion, ScaleVersion
from guangyue.gazette.document import Clause
from guangyue.kit.plain import as_plain, fingerprint
from guangyue.kit.refusals import Refused
from guangyue.organisations.services.register import find_organisation


def declare_kind(*, kind: Kind, cites: Clause) -> Category:
    said = {
        "title": kind.title,
        "sense": kind.sense.name,
        "sector": kind.sector,
        "listed": kind.listed.name if kind.listed else "",
        "declared": as_plain(kind),
        "cites": cites,
    }
    category, _ = Category.objects.update_or_create(key=kind.key, defaults=said)
    return category


@transaction.atomic
def switch_on_measure(*, fact: MeasureFact, cites: Clause) -> Measure:
    """启用: refused without its own legal basis; what it follows must have been declared."""
    basis = check_basis(fact)
    said = {
        "title": fact.title,
        "rank": basis.rank.name,
        "basis": str(basis),
        "executor": find_organisation(fact.executor.key),
        "service": fact.service,
        "months": fact.months,
        "favours": fact.favours,
        "cites": cites,
    }
    measure, _ = Measure.objects.update_or_create(key=fact.key, defaults=said)
    kinds = Category.objects.filter(key__in=fact.follows)
    if len(kinds) != len(fact.follows):
        raise Refused(f"“{fact.title}”适用的记录类别有没有声明的。")
    measure.follows.set(kinds)
    return measure


def declare_scale(*, scale: Scale, cites: Clause, at: datetime) -> ScaleVersion:
    said = {"key": scale.key, "title": scale.title, "declared": as_plain(scale), "cites": cites, "at": at}
    version, _ = ScaleVersion.objects.get_or_create(fingerprint=fingerprint(scale), defaults=said)
    return version


def declare_model(*, model: GradingModel, cites: Clause, at: datetime) -> ModelVersion:
    said = {"key": model.sector, "title": model.title, "declared": as_plain(model), "cites": cites, "at": at}
    version, _ = ModelVersion.objects.get_or_create(fingerprint=fingerprint(model), defaults=said)
    return version
