"""The money side on the desk: the ledger, batches, progress, and the year's funds."""

from django.urls import path

from guangyue.funds.views import payments, years

app_name = "funds"
urlpatterns = [
    path("desk/payments/", payments.payments, name="payments"),
    path("desk/payments/<int:pk>/", payments.payment, name="payment"),
    path("desk/payments/<int:pk>/number/", payments.payee_number, name="payee_number"),
    path("desk/payments/<int:pk>/recovery/", payments.recovery, name="recovery"),
    path("desk/payments/spending/", years.spending, name="spending"),
    path("desk/payments/funds/", years.funds, name="funds"),
    path("desk/payments/funds/entry/", years.entering, name="entering"),
    path("desk/payments/funds/<int:pk>/", years.fund, name="fund"),
    path("desk/payments/funds/<int:pk>/services/", years.planning, name="planning"),
    path(
        "desk/payments/funds/<int:pk>/services/<int:plan>/cancellation/",
        years.cancelling,
        name="cancelling",
    ),
    path("desk/payments/batches/", payments.batches, name="batches"),
    path("desk/payments/batches/new/", payments.choosing, name="choosing"),
    path("desk/payments/batches/new/<str:code>/<str:region>/", payments.preparing, name="preparing"),
    path("desk/payments/batches/<slug:number>/", payments.batch, name="batch"),
    path("desk/payments/batches/<slug:number>/consent/", payments.consent, name="consent"),
    path("desk/payments/batches/<slug:number>/return/", payments.sending_back, name="sending_back"),
    path("desk/payments/batches/<slug:number>/payment/", payments.paying, name="paying"),
    path("desk/payments/batches/<slug:number>/list/", payments.treasury_list, name="treasury_list"),
    path("desk/payments/batches/<slug:number>/notice/", payments.disclosing, name="disclosing"),
]
