"""政策找我 for the public, 政策找人 at the desk."""

from django.urls import URLPattern, path

from guangyue.entitlements.views import answering, contacting, findings, for_me, questions, running

app_name = "entitlements"

public: tuple[URLPattern, ...] = (
    path("policies-for-me/", for_me.home, name="home"),
    path("policies-for-me/questions/", questions.questions, name="questions"),
    path("policies-for-me/mine/", for_me.mine, name="mine"),
    path("policies-for-me/mine/<str:code>/", for_me.result, name="result"),
    path("policies-for-me/<str:code>/", for_me.policy, name="policy"),
)

own: tuple[URLPattern, ...] = (
    path("policies-for-me/mine/<str:code>/answer/", answering.answer, name="answer"),
    path("me/policy-notices/", answering.silence, name="silence"),
)

desk: tuple[URLPattern, ...] = (
    path("desk/policy-finding/", findings.finding, name="finding"),
    path("desk/policy-finding/matches/", findings.matches, name="matches"),
    path("desk/policy-finding/gaps/", findings.gaps, name="gaps"),
    path("desk/policy-finding/runs/", running.runs, name="runs"),
    path("desk/policy-finding/runs/new/", running.beginning, name="running"),
    path("desk/policy-finding/runs/<int:number>/", running.run, name="run"),
    path("desk/policy-finding/runs/<int:number>/repetition/", running.repetition, name="repetition"),
    path("desk/policy-finding/runs/<int:number>/<int:bucket>/", running.run_file, name="run_file"),
    path("desk/calls/", contacting.calls, name="calls"),
    path("desk/calls/<int:number>/", contacting.call, name="call"),
    path("desk/needs/", contacting.need_list, name="needs"),
    path("desk/needs/<int:number>/", contacting.need, name="need"),
)

urlpatterns = [*public, *own, *desk]
