"""Public pages of the top floor."""

from django.urls import path

from sitzungen import feeds
from sitzungen.views import public, sitemap

urlpatterns = [
    path("", public.start, name="start"),
    path("sitzungen/", public.sitzung_liste, name="sitzungen"),
    path("sitzungen/termine.ics", feeds.alle_termine, name="termine"),
    path("gremien/<slug:slug>/termine.ics", feeds.termine_des_gremiums, name="termine_des_gremiums"),
    path("sitzungen/<int:pk>/", public.sitzung_seite, name="sitzung"),
    path("aktuell/", public.aktuell, name="aktuell"),
    path("aktuell/feed.xml", feeds.aenderungen_als_feed, name="feed"),
    path("sitemap.xml", sitemap.verzeichnis, name="sitemap"),
    path("sitemap-<str:section>.xml", sitemap.teil, name="sitemap_teil"),
    path("robots.txt", sitemap.robots, name="robots"),
    path("vorlagen/", public.vorlage_liste, name="vorlagen"),
    path("vorlagen/<path:pfad>/", public.vorlage_seite, name="vorlage"),
]
