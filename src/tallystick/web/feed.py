"""An Atom feed of the incidents that the latest documents tell of (RFC 4287)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed

from tallystick.model.incident import Incident
from tallystick.web.columns import told_last
from tallystick.web.facets import read_facets
from tallystick.web.library import library
from tallystick.web.names import public_headline
from tallystick.web.paths import path_to

_MOST = 50


def atom(request: HttpRequest) -> HttpResponse:
    """The incidents that the filters leave, those told of last first."""
    facets = read_facets(request.GET.dict())
    latest = facets.chosen(library().view(facets.view)).latest(_MOST)
    feed = Atom1Feed(
        title="tallystick: incidents",
        link=request.build_absolute_uri(path_to("overview")),
        description="Incidents of a ledger, by the day of the last document on each.",
        feed_url=request.build_absolute_uri(),
        language="en",
    )
    for incident in latest:
        day = told_last(incident) or date(1970, 1, 1)
        feed.add_item(
            title=public_headline(incident),
            link=request.build_absolute_uri(path_to("incident", incident.id)),
            description=_summary(incident),
            unique_id=f"urn:tallystick:{incident.id}",
            updateddate=datetime.combine(day, time(), UTC),
        )
    text = feed.writeString("utf-8")
    return HttpResponse(text, content_type="application/atom+xml; charset=utf-8")


def _summary(incident: Incident) -> str:
    documents = f"Told by {len(incident.documents)} document(s)."
    differ = f" The accounts differ on: {', '.join(incident.contested)}."
    return documents + (differ if incident.contested else "")
