"""The registries: under `desk/` for officials, under `me/` and `firm/` for those concerned."""

from django.urls import path

from guangyue.registries.views import answering, firms, intake, own, persons, recording

app_name = "registries"
urlpatterns = [
    path("desk/persons/", persons.persons, name="persons"),
    path("desk/persons/enquiry/", persons.enquiry, name="enquiry"),
    path("desk/persons/<uuid:key>/", persons.person, name="person"),
    path("desk/persons/<uuid:key>/lookups/<int:pk>/", persons.lookup, name="lookup"),
    path(
        "desk/persons/<uuid:key>/facts/<slug:about>/<slug:kind>/recording/",
        recording.person_recording,
        name="person_recording",
    ),
    path(
        "desk/persons/<uuid:key>/facts/<slug:about>/<slug:kind>/correction/",
        recording.person_correction,
        name="person_correction",
    ),
    path("desk/households/", persons.households, name="households"),
    path("desk/households/<slug:number>/", persons.household, name="household"),
    path("desk/firms/", firms.firms, name="firms"),
    path("desk/firms/intake/", intake.firm_intake, name="firm_intake"),
    path("desk/firms/<slug:code>/", firms.firm, name="firm"),
    path(
        "desk/firms/<slug:code>/facts/<slug:kind>/recording/", recording.firm_recording, name="firm_recording"
    ),
    path(
        "desk/firms/<slug:code>/facts/<slug:kind>/correction/",
        recording.firm_correction,
        name="firm_correction",
    ),
    path("desk/places/", firms.places, name="places"),
    path("desk/places/map/", firms.place_map, name="place_map"),
    path("desk/places/intake/", intake.place_intake, name="place_intake"),
    path("desk/places/<slug:number>/", firms.place, name="place"),
    path(
        "desk/places/<slug:number>/facts/<slug:kind>/recording/",
        recording.place_recording,
        name="place_recording",
    ),
    path(
        "desk/places/<slug:number>/facts/<slug:kind>/correction/",
        recording.place_correction,
        name="place_correction",
    ),
    path("desk/corrections/", answering.corrections, name="corrections"),
    path("desk/corrections/<int:pk>/", answering.correction, name="correction"),
    path("desk/lookups/", answering.lookups, name="lookups"),
    path("desk/objections/", answering.objections, name="objections"),
    path("desk/objections/<int:pk>/", answering.objection, name="objection"),
    path("desk/objections/<int:pk>/answer/", answering.objection_answer, name="objection_answer"),
    path("me/", own.me, name="me"),
    path("me/identity/", own.my_identity, name="my_identity"),
    path("me/facts/<slug:about>/<slug:kind>/correction/", own.my_correction, name="my_correction"),
    path("me/lookups/", own.my_lookups, name="my_lookups"),
    path("me/lookups/<int:pk>/objection/", own.my_objection, name="my_objection"),
    path("firm/", own.my_firm, name="my_firm"),
    path("firm/facts/<slug:kind>/correction/", own.my_firm_correction, name="my_firm_correction"),
]
