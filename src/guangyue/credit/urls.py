"""Addresses."""

from django.urls import path

from guangyue.credit.views import appeals, consents, listings, overview, own, public, queries, records

app_name = "credit"
urlpatterns = [
    path("credit/", public.public, name="public"),
    path("credit/subjects/<uuid:key>/", public.subject, name="subject"),
    path("credit/own/", own.own, name="own"),
    path("credit/own/records/<slug:number>/appeal/", own.appealing, name="appealing"),
    path("credit/own/proposals/<int:pk>/statement/", own.statement, name="statement"),
    path("credit/own/consents/", consents.consent, name="consent"),
    path("credit/own/consents/<int:pk>/withdrawal/", consents.withdrawal, name="withdrawal"),
    path("credit/bank/", consents.bank, name="bank"),
    path("desk/credit/records/", records.records, name="records"),
    path("desk/credit/records/new/", records.new_record, name="new_record"),
    path("desk/credit/records/<slug:number>/", records.record, name="record"),
    path("desk/credit/records/<slug:number>/verification/", records.verification, name="verification"),
    path("desk/credit/records/<slug:number>/returning/", records.returning, name="returning"),
    path("desk/credit/records/<slug:number>/revocation/", records.revocation, name="revocation"),
    path("desk/credit/records/<slug:number>/files/<uuid:key>/", records.record_file, name="record_file"),
    path("desk/credit/appeals/", appeals.appeals, name="appeals"),
    path("desk/credit/appeals/<slug:number>/", appeals.appeal, name="appeal"),
    path("desk/credit/appeals/<slug:number>/decision/", appeals.appeal_decision, name="appeal_decision"),
    path("desk/credit/appeals/<slug:number>/files/<uuid:key>/", appeals.appeal_file, name="appeal_file"),
    path("desk/credit/lists/", listings.proposals, name="proposals"),
    path("desk/credit/lists/new/", listings.new_proposal, name="new_proposal"),
    path("desk/credit/lists/<int:pk>/", listings.proposal, name="proposal"),
    path("desk/credit/lists/<int:pk>/telling/", listings.telling, name="telling"),
    path("desk/credit/lists/<int:pk>/decision/", listings.listing_decision, name="listing_decision"),
    path("desk/credit/queries/", queries.queries, name="queries"),
    path("desk/credit/queries/new/", queries.asking, name="asking"),
    path("desk/credit/queries/<int:pk>/", queries.asked, name="asked"),
    path("desk/credit/measures/", overview.measures, name="measures"),
    path("desk/credit/statistics/", overview.statistics, name="statistics"),
    path("desk/credit/classes/", overview.classes, name="classes"),
    path("desk/credit/classes/<slug:sector>/grading/", overview.grading, name="grading"),
]
