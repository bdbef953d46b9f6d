"""Two saves that wait for each other: PostgreSQL ends one, which begins anew; nothing is lost, no 500."""

import contextlib
import threading

import pytest
from django.db import OperationalError, connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from gremien.models import Gremium
from netzwerk.middleware import VERSUCHE
from tests import fabrik

treffen, laeufe = threading.Barrier(2), []


@csrf_exempt
def speichern(request, erstes, zweites):
    """Write two bodies in one transaction; the first time, when the other has written one as well."""
    laeufe.append(erstes)
    with transaction.atomic():
        for nummer in (erstes, zweites):
            gremium = Gremium.objects.select_for_update().get(pk=nummer)
            gremium.kurztext += f" {erstes}"
            gremium.save()
            with contextlib.suppress(threading.BrokenBarrierError):
                # SQLite has one writer, so nobody comes; and whoever begins anew waits for nobody.
                treffen.wait(timeout=0.5)
    return HttpResponse("gut")


class Ursache(Exception):
    """What the driver raises."""

    def __init__(self, sqlstate):
        """Take the code."""
        self.sqlstate = sqlstate


def immer(request, code):
    laeufe.append(code)
    raise OperationalError from Ursache(code)


urlpatterns = [
    path("kreuz/<int:erstes>/<int:zweites>/", speichern),
    path("immer/<slug:code>/", immer),
]


@pytest.fixture(autouse=True)
def eigene_adressen(settings):
    settings.ROOT_URLCONF = __name__
    laeufe.clear()
    treffen.reset()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_two_saves_that_wait_for_each_other_both_come_through():
    a, b = fabrik.gremium(kurztext="Anfang"), fabrik.gremium(kurztext="Anfang")
    antworten = []

    def abschicken(erstes, zweites):
        try:
            antworten.append(Client().post(f"/kreuz/{erstes.pk}/{zweites.pk}/").status_code)
        finally:
            connection.close()

    faeden = [threading.Thread(target=abschicken, args=paar) for paar in ((a, b), (b, a))]
    for faden in faeden:
        faden.start()
    for faden in faeden:
        faden.join(timeout=60)

    assert antworten == [200, 200]
    for gremium in (a, b):
        gremium.refresh_from_db()
        assert sorted(gremium.kurztext.split()) == sorted(["Anfang", str(a.pk), str(b.pk)])
    # On PostgreSQL one of them really had to begin anew.
    assert len(laeufe) == (2 if connection.vendor == "sqlite" else 3)


@pytest.mark.parametrize(("code", "erwartet"), [("40P01", 1 + VERSUCHE), ("57014", 1)])
def test_it_ends_and_other_errors_are_told_at_once(code, erwartet):
    with pytest.raises(OperationalError):
        Client().get(f"/immer/{code}/")

    assert laeufe == [code] * erwartet
