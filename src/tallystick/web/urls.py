"""Every address of the reading room."""

from __future__ import annotations

from django.urls import path

from tallystick.web import api, feed, pages
from tallystick.web.desk import acts, audit, commenting, correcting, pairs, queue, signing, writes

handler400 = "tallystick.web.pages.bad_request"
handler404 = "tallystick.web.pages.not_found"
handler500 = "tallystick.web.pages.broken"

urlpatterns = [
    path("", pages.overview, name="overview"),
    path("incidents/<str:id>/", pages.incident, name="incident"),
    path("documents/", pages.documents, name="documents"),
    path("documents/<str:id>/", pages.document, name="document"),
    path("actors/", pages.actors, name="actors"),
    path("actors/<str:id>/", pages.actor, name="actor"),
    path("places/", pages.places, name="places"),
    path("places/<str:id>/", pages.place, name="place"),
    path("tallies/", pages.tally, name="tally"),
    path("tallies/tally.csv", pages.tally_csv, name="tally_csv"),
    path("tallies/announced/", pages.announced, name="announced"),
    path("method/", pages.method, name="method"),
    path("static/<str:name>", pages.static, name="static"),
    path("feed.atom", feed.atom, name="feed"),
    path("api/v1/incidents", api.incidents, name="api_incidents"),
    path("api/v1/incidents/<str:id>", api.incident, name="api_incident"),
    path("api/v1/map", api.mapped, name="api_map"),
    path("api/v1/documents", api.documents, name="api_documents"),
    path("api/v1/documents/<str:id>", api.document, name="api_document"),
    path("api/v1/tally", api.tally, name="api_tally"),
    path("api/v1/tallies", api.tallies, name="api_tallies"),
    path("api/v1/openapi.json", api.openapi, name="openapi"),
    # where users log in; desk/access.py says who may ask for what
    path("login/", signing.log_in, name="login"),
    path("logout/", signing.log_out, name="logout"),
    path("account/password/", signing.password, name="password"),
    path("problems/", commenting.problem, name="problem"),
    path("desk/", queue.queue, name="queue"),
    path("desk/many/", acts.decide_many, name="decide_many"),
    path("desk/claim/", acts.claim, name="claim"),
    path("desk/audit/", audit.audit, name="audit"),
    path("desk/undo/", acts.undo_decision, name="undo"),
    path("desk/comments/", commenting.moderation, name="comments"),
    path("desk/comments/<str:entry>/", commenting.rule, name="rule"),
    path("desk/problems/<int:number>/", commenting.problem_done, name="problem_done"),
    path("desk/pairs/<str:a>/<str:b>/", pairs.pair, name="pair"),
    path("desk/pairs/<str:a>/<str:b>/decide/", acts.decide_pair, name="decide_pair"),
    path("desk/statements/<str:id>/", correcting.misread, name="misread"),
    path("desk/reports/<str:id>/", correcting.missed, name="missed"),
    path("incidents/<str:id>/decide/", acts.decide_single, name="decide_single"),
    path("incidents/<str:id>/comments/", commenting.comment, name="comment"),
    path("incidents/<str:id>/requests/", acts.ask, name="ask"),
    path("incidents/<str:id>/requests/<str:entry>/", acts.answer, name="answer"),
    path("api/v1/judgements", writes.judge, name="api_judge"),
    path("api/v1/withdrawals", writes.withdraw, name="api_withdraw"),
    path("api/v1/incidents/<str:id>/assessments", writes.assess, name="api_assess"),
    path("api/v1/incidents/<str:id>/comments", writes.comment, name="api_comment"),
]
