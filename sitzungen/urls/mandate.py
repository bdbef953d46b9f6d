"""Staff pages where mandates meet meetings."""

from django.urls import path

from sitzungen.views import mandate

urlpatterns = [
    path("gremien/<int:pk>/aufloesen/", mandate.Aufloesen.as_view(), name="intern_aufloesen"),
    path("mandate/<int:pk>/verhindert/", mandate.Verhindert.as_view(), name="intern_verhindert"),
    path("mandate/<int:pk>/uebergabe/", mandate.Uebergabe.as_view(), name="intern_uebergabe"),
    path(
        "mandate/<int:pk>/uebergabe/uebergabe.pdf",
        mandate.UebergabePdf.as_view(),
        name="intern_uebergabe_pdf",
    ),
    path("personen/<int:pk>/uebergabe/", mandate.UebergabePerson.as_view(), name="intern_uebergabe_person"),
    path(
        "personen/<int:pk>/uebergabe/uebergabe.pdf",
        mandate.UebergabePersonPdf.as_view(),
        name="intern_uebergabe_person_pdf",
    ),
]
