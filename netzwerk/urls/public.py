"""Public pages of the ground floor."""

from django.urls import path

from netzwerk.views import gesund, hinweis, medien, public

PFLICHTSEITEN = ("impressum", "datenschutz", "barrierefreiheit", "leichte-sprache")

urlpatterns = [
    path("organisationen/", public.organisation_liste, name="organisationen"),
    path("gebiete/", public.gebiet_liste, name="gebiete"),
    path("gebiete/<slug:slug>/", public.gebiet_seite, name="gebiet"),
    path("themen/", public.thema_liste, name="themen"),
    path("themen/<slug:slug>/", public.thema_seite, name="thema"),
    *(path(f"{slug}/", public.seite, {"slug": slug}, name=slug) for slug in PFLICHTSEITEN),
    path("hinweis/", hinweis.hinweis, name="hinweis"),
    path("hinweis/danke/", hinweis.danke, name="hinweis_danke"),
    path("medien/bilder/<int:pk>/<str:name>", medien.bild, name="bild"),
    path("medien/bilder/<int:pk>/<int:breite>/<str:stamm>.webp", medien.bild_groesse, name="bild_groesse"),
    path("medien/dokumente/<int:pk>/<str:name>", medien.dokument, name="dokument"),
    path("gesund/", gesund.gesund, name="gesund"),
]
