"""区划 and 机构: knowing what a city declares, entering, renaming and ending an organisation."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction
from django.db.models import TextChoices
from django.utils.text import slugify

from guangyue.gazette.document import Clause
from guangyue.kit.refusals import Refused
from guangyue.organisations.facts import NameFact, OrganisationFact, RegionFact, SightingFact
from guangyue.organisations.models import Name, Organisation, Person, Post, Region, Succession, Tenure
from guangyue.organisations.reading import is_chief
from guangyue.organisations.refusals import UnknownOrganisation


@transaction.atomic
def know_regions(facts: Iterable[RegionFact]) -> None:
    """What is there already stays as it is."""
    Region.objects.bulk_create(
        [
            Region(
                code=fact.code,
                name=fact.name,
                kind=_choice(Region.Kind, fact.kind),
                parent_id=fact.parent or None,
                managed_by_id=fact.managed_by or None,
                since=fact.since,
                until=fact.until,
                standard=fact.standard,
            )
            for fact in facts
        ],
        ignore_conflicts=True,
    )


@transaction.atomic
def know_organisations(facts: Iterable[OrganisationFact], names: Iterable[NameFact]) -> None:
    """Those not yet known, each with its full name and the other names it goes by."""
    known = set(Organisation.objects.values_list("key", flat=True))
    new = [fact for fact in facts if fact.key not in known]
    Organisation.objects.bulk_create(
        Organisation(
            key=fact.key,
            name=fact.name,
            kind=_choice(Organisation.Kind, fact.kind),
            region_id=fact.region,
            named_in=fact.named_in,
        )
        for fact in new
    )
    organisations = Organisation.objects.in_bulk(field_name="key")
    ids = {key: organisation.pk for key, organisation in organisations.items()}
    for fact in new:
        organisations[fact.key].parent = organisations.get(fact.parent)
    Organisation.objects.bulk_update([organisations[fact.key] for fact in new], ["parent"])
    full = [Name(organisation_id=ids[fact.key], text=fact.name, kind=Name.Kind.FULL) for fact in new]
    other = [
        Name(
            organisation_id=ids[name.organisation],
            text=name.text,
            kind=_choice(Name.Kind, name.kind),
            since=name.since,
            until=name.until,
            remark=name.remark,
        )
        for name in names
    ]
    Name.objects.bulk_create([*full, *other], ignore_conflicts=True)


@transaction.atomic
def know_sightings(facts: Iterable[SightingFact]) -> None:
    """Whom the chronicle names in a post. Its people are one person a name; they are nobody of the notices
    without proof."""
    if Tenure.objects.filter(source=Tenure.Source.CHRONICLE).exists():
        return
    people: dict[str, Person] = {}
    for fact in facts:
        if fact.person not in people:
            people[fact.person] = Person.objects.create(name=fact.person, remark="大事记所见")
        Tenure.objects.create(
            person=people[fact.person],
            post=find_post(organisation=Organisation.objects.get(key=fact.organisation), title=fact.title),
            source=Tenure.Source.CHRONICLE,
            since=fact.first_seen,
            until=fact.last_seen + timedelta(days=1),
            ending=Tenure.Ending.LAST_SEEN,
        )


def find_post(*, organisation: Organisation, title: str, charge: str = "") -> Post:
    """The post of that title, made when nobody has spoken of it before."""
    post, _ = Post.objects.get_or_create(
        organisation=organisation,
        title=title,
        charge=charge,
        defaults={"chief": is_chief(title) and not charge},
    )
    return post


@transaction.atomic
def enter_organisation(
    *,
    key: str,
    name: str,
    kind: str,
    region: Region,
    parent: Organisation | None,
    since: date | None,
    cites: Clause | None,
) -> Organisation:
    """登记一个机构."""
    if Organisation.objects.filter(key=key).exists():
        raise Refused("这个标识已经有机构用了。", field="key")
    if Organisation.objects.filter(name=name, until=None).exists():
        raise Refused("登记册里已有同名机构。", field="name")
    organisation = Organisation.objects.create(
        key=slugify(key), name=name, kind=kind, region=region, parent=parent, since=since, cites=cites
    )
    organisation.names.create(text=name, kind=Name.Kind.FULL, since=since, cites=cites)
    return organisation


@transaction.atomic
def add_name(
    *,
    organisation: Organisation,
    text: str,
    kind: str,
    since: date | None = None,
    until: date | None = None,
    cites: Clause | None = None,
    remark: str = "",
) -> Name:
    """Another way of writing the organisation."""
    if organisation.names.filter(text=text).exists():
        raise Refused("这个写法已经登记过。", field="text")
    return organisation.names.create(
        text=text, kind=kind, since=since, until=until, cites=cites, remark=remark
    )


@transaction.atomic
def rename_organisation(
    *, organisation: Organisation, name: str, on: date, cites: Clause | None
) -> Organisation:
    """更名: the identity stays; the old name and what was short for it are old from that day, and go on
    finding it."""
    if organisation.name == name:
        raise Refused("新名称和现名称相同。", field="name")
    organisation.names.filter(until=None).update(until=on)
    organisation.names.update_or_create(
        text=name, defaults={"kind": Name.Kind.FULL, "since": on, "until": None, "cites": cites}
    )
    organisation.name = name
    organisation.save(update_fields=["name"])
    return organisation


@transaction.atomic
def end_organisation(*, organisation: Organisation, on: date) -> Organisation:
    """机构撤销或者改组: from that day it is no more; who held a post in it is for a notice to say."""
    if organisation.until is None or on < organisation.until:
        organisation.until = on
        organisation.save(update_fields=["until"])
    return organisation


def record_succession(
    *,
    predecessor: Organisation,
    successor: Organisation,
    kind: str,
    on: date,
    cites: Clause | None = None,
    inferred: bool = False,
) -> Succession:
    """沿革. What no text says is `inferred`, and keeps that mark until a text is cited."""
    if predecessor == successor:
        raise Refused("前后不能是同一个机构。", field="successor")
    succession, _ = Succession.objects.update_or_create(
        predecessor=predecessor,
        successor=successor,
        defaults={"kind": kind, "on": on, "cites": cites, "inferred": inferred},
    )
    return succession


def find_organisation(key: str) -> Organisation:
    try:
        return Organisation.objects.get(key=key)
    except Organisation.DoesNotExist as error:
        raise UnknownOrganisation(f"登记册里没有标识为“{key}”的机构。") from error


def _choice(choices: type[TextChoices], label: str) -> str:
    """The stored value of what is printed as this label."""
    return next(value for value, printed in choices.choices if printed == label)
