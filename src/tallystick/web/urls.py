"""Every address of the reading room."""

from __future__ import annotations

from django.urls import path

from tallystick.web import api, feed, pages

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
]
