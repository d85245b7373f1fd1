"""The policy library: open to all under `library/`, under `desk/library/` for those who keep it."""

from django.urls import URLPattern, path

from guangyue.library.views import (
    cleanups,
    corrections,
    digests,
    editions,
    exports,
    feeds,
    interpretations,
    reading,
    searching,
    sources,
    subscriptions,
    uploads,
)

app_name = "library"

issues: tuple[URLPattern, ...] = (
    path("desk/library/editions/", editions.editions, name="editions"),
    path("desk/library/uploads/", uploads.uploading, name="uploading"),
    path("desk/library/uploads/<int:number>/", uploads.upload, name="upload"),
    path("desk/library/editions/<int:number>/", editions.edition, name="edition"),
    path("desk/library/editions/<int:number>/check/", editions.checking, name="edition_check"),
    path("desk/library/editions/<int:number>/release/", editions.release, name="edition_release"),
    path("desk/library/editions/<int:number>/withdrawal/", editions.withdrawal, name="edition_withdrawal"),
    path("desk/library/editions/<int:number>/revision/", editions.revision, name="edition_revision"),
    path("desk/library/editions/<int:number>/lines/<int:line>/", corrections.line, name="line"),
    path(
        "desk/library/editions/<int:number>/lines/<int:line>/<slug:kind>/",
        corrections.correcting,
        name="correcting",
    ),
    path(
        "desk/library/editions/<int:number>/corrections/<int:correction>/withdrawal/",
        corrections.correction_withdrawal,
        name="correction_withdrawal",
    ),
    path("desk/library/doubts/<int:number>/confirmation/", corrections.confirmation, name="confirmation"),
)

public: tuple[URLPattern, ...] = (
    path("library/", reading.home, name="home"),
    path("library/search/", searching.search, name="search"),
    path("library/documents/", reading.documents, name="documents"),
    path("library/in-force/", reading.in_force, name="in_force"),
    path("library/new.atom", feeds.atom, name="atom"),
    path("library/new.rss", feeds.rss, name="rss"),
)

policies: tuple[URLPattern, ...] = (
    path("desk/library/digests/", digests.digests, name="digests"),
    path("desk/library/digests/<int:number>/", digests.digest, name="digest"),
    path("desk/library/digests/<int:number>/confirmations/", digests.confirmations, name="confirmations"),
    path("desk/library/points/<int:number>/confirmation/", digests.confirmation, name="point_confirmation"),
    path("desk/library/points/<int:number>/rejection/", digests.rejection, name="point_rejection"),
    path("desk/library/points/<int:number>/correction/", digests.correction, name="point_correction"),
    path("desk/library/sources/", sources.sources, name="sources"),
    path("desk/library/sources/adding/", sources.adding, name="source_adding"),
    path("desk/library/sources/<int:number>/", sources.source, name="source"),
    path("desk/library/sources/<int:number>/look/", sources.look, name="source_look"),
    path("desk/library/sources/<int:number>/pause/", sources.pause, name="source_pause"),
    path("desk/library/sources/<int:number>/resumption/", sources.resumption, name="source_resumption"),
    path("desk/library/interpretations/", interpretations.interpretations, name="interpretations"),
    path("desk/library/interpretations/drafting/", interpretations.drafting, name="interpretation_drafting"),
    path("desk/library/interpretations/<int:number>/", interpretations.interpretation, name="interpretation"),
    path(
        "desk/library/interpretations/<int:number>/editing/",
        interpretations.editing,
        name="interpretation_editing",
    ),
    path(
        "desk/library/interpretations/<int:number>/submission/",
        interpretations.submission,
        name="interpretation_submission",
    ),
    path(
        "desk/library/interpretations/<int:number>/approval/",
        interpretations.approval,
        name="interpretation_approval",
    ),
    path(
        "desk/library/interpretations/<int:number>/return/",
        interpretations.returning,
        name="interpretation_return",
    ),
    path(
        "desk/library/interpretations/<int:number>/withdrawal/",
        interpretations.withdrawal,
        name="interpretation_withdrawal",
    ),
    path("desk/library/cleanups/", cleanups.cleanups, name="cleanups"),
    path("desk/library/cleanups/opening/", cleanups.opening, name="cleanup_opening"),
    path("desk/library/cleanups/<int:number>/", cleanups.cleanup, name="cleanup"),
    path("desk/library/cleanups/<int:number>/closing/", cleanups.closing, name="cleanup_closing"),
    path("desk/library/cleanup-items/", cleanups.cleanup_items, name="cleanup_items"),
    path("desk/library/cleanup-items/<int:number>/", cleanups.cleanup_item, name="cleanup_item"),
    path("desk/library/cleanup-items/<int:number>/assigning/", cleanups.assigning, name="cleanup_assigning"),
    path("desk/library/cleanup-items/<int:number>/act/", cleanups.act, name="cleanup_act"),
    path("me/subscriptions/", subscriptions.subscriptions, name="subscriptions"),
    path("me/subscriptions/subscribing/", subscriptions.subscribing, name="subscribing"),
    path("me/subscriptions/end/", subscriptions.end_all, name="subscriptions_end"),
    path("me/subscriptions/<int:number>/end/", subscriptions.end, name="subscription_end"),
)

# Last of all: a number and a path are any words.
documents: tuple[URLPattern, ...] = (
    path("library/<str:number>/", reading.document, name="document"),
    path("library/<str:number>/document.pdf", exports.paper, name="paper"),
    path("library/<str:number>/document.xml", exports.akoma_ntoso, name="akoma_ntoso"),
    path("library/<str:number>/printed/<int:first>-<int:last>/", reading.printed, name="printed"),
    path("library/<str:number>/<str:path>/", reading.clause, name="clause"),
)

urlpatterns = [*public, *issues, *policies, *documents]
