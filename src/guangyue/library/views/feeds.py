"""新文件 as a feed, Atom and RSS: what was released last, the same entries under the same ids for ever."""

from datetime import date, datetime

from django.conf import settings
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, get_tag_uri
from django.views.decorators.http import condition

from guangyue.gazette.models import Edition, PrintedDocument
from guangyue.kit.access import open_to_all
from guangyue.library.reading import newest_documents
from guangyue.library.standing import validity_of

MOST = 50
NAMED_SINCE = date(2026, 1, 1)  # a tag URI says since when its names are given


def last_release(request: HttpRequest) -> datetime | None:
    """When something was released last: until then, whoever has the feed has it all."""
    latest: datetime | None = Edition.objects.released().aggregate(at=Max("released_at"))["at"]
    return latest


def _tag(request: HttpRequest) -> str:
    """It also says what day it is: on another, a document may stand otherwise."""
    return f'"{last_release(request)}-{timezone.localdate()}"'


@open_to_all
@condition(etag_func=_tag, last_modified_func=last_release)
def atom(request: HttpRequest) -> HttpResponse:
    return _feed(request, Atom1Feed, "library:atom")


@open_to_all
@condition(etag_func=_tag, last_modified_func=last_release)
def rss(request: HttpRequest) -> HttpResponse:
    return _feed(request, Rss201rev2Feed, "library:rss")


def _lasting_name(document: PrintedDocument) -> str:
    """The same wherever the feed is asked from, and after every release."""
    address = f"{settings.GUANGYUE_ADDRESS}{reverse('library:document', args=[document.key])}"
    return get_tag_uri(address, NAMED_SINCE)


def _feed(request: HttpRequest, kind: type[Atom1Feed | Rss201rev2Feed], name: str) -> HttpResponse:
    feed = kind(
        title="政策库新文件",
        link=request.build_absolute_uri(reverse("library:home")),
        description="市政府公报新近发布的文件",
        language="zh-CN",
        feed_url=request.build_absolute_uri(reverse(name)),
        feed_guid=request.build_absolute_uri(reverse("library:home")),
        author_name="光岳政策库",
    )
    for document in newest_documents().filter(edition__released_at__isnull=False)[:MOST]:
        address = request.build_absolute_uri(reverse("library:document", args=[document.key]))
        released = document.edition.released_at
        feed.add_item(
            title=str(document),
            link=address,
            description=validity_of(document, timezone.localdate()).sentence,
            unique_id=_lasting_name(document),
            unique_id_is_permalink=False,
            pubdate=released,
            updateddate=released,
            author_name="、".join(document.issuers) or None,
            categories=[document.series] if document.series else [],
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
