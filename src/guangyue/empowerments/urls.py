"""Powers: the public's list, and the ledger on the desk."""

from django.urls import path

from guangyue.empowerments.views import ledger, loading, one, papers, progress, public

app_name = "empowerments"
urlpatterns = [
    path("powers/", public.public, name="public"),
    path("powers/stopped/", public.public_stopped, name="public_stopped"),
    path("desk/powers/", ledger.powers, name="powers"),
    path("desk/powers/progress/", progress.progress, name="progress"),
    path("desk/powers/watch/", ledger.watch, name="watch"),
    path("desk/powers/agreements/", ledger.agreements, name="agreements"),
    path("desk/powers/seals/", ledger.seals, name="seals"),
    path("desk/powers/permissions/", ledger.permissions, name="permissions"),
    path("desk/powers/stopped/", ledger.stopped, name="stopped"),
    path("desk/powers/proposal/", one.proposing, name="proposing"),
    path("desk/powers/lists/<int:pk>/<slug:which>/", loading.loading, name="loading"),
    path("desk/powers/<int:pk>/", one.empowerment, name="empowerment"),
    path("desk/powers/<int:pk>/issue/", one.issuing, name="issuing"),
    path("desk/powers/<int:pk>/undertaking/", one.undertaking, name="undertaking"),
    path("desk/powers/<int:pk>/suspension/", one.suspending, name="suspending"),
    path("desk/powers/<int:pk>/withdrawal/", one.withdrawing, name="withdrawing"),
    path("desk/powers/<int:pk>/agreement/", papers.agreement, name="agreement"),
    path("desk/powers/<int:pk>/agreement/<int:paper>/file/", papers.agreement_file, name="agreement_file"),
    path("desk/powers/<int:pk>/seal/", papers.seal, name="seal"),
    path("desk/powers/<int:pk>/permission/", papers.permission, name="permission"),
    path("desk/powers/<int:pk>/announcement/", papers.announcement, name="announcement"),
    path("desk/powers/<int:pk>/kit/", papers.kit, name="kit"),
    path("desk/powers/<int:pk>/<slug:piece>/<int:paper>/end/", papers.ending, name="ending"),
]
