"""Old addresses lead on for ever; what is gone says so and names its successor; plans are kept."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from gremien.models import Bericht, Gremium, Projekt
from netzwerk.actions import adresse_mit_ort
from netzwerk.enums import Rolle, Veroeffentlichung
from netzwerk.models import FruehereAdresse, Gebiet, Thema
from tests import fabrik, intern

pytestmark = pytest.mark.django_db
TAG = date(2026, 3, 1)
WEG = {"veroeffentlichung": Veroeffentlichung.ZURUECKGEZOGEN}


def bericht(wir, **felder):
    return Bericht.objects.create(
        **{"titel": "Bericht", "organisation": wir, "jahr": 2026, "datum": TAG, **fabrik.OEFFENTLICH} | felder
    )


def nomen():
    """Return kind → (entry, name of the field of its address)."""
    wir = fabrik.organisation("Träger")
    return {
        "gremium": (fabrik.gremium("Runde"), "slug"),
        "organisation": (fabrik.organisation("Verein"), "slug"),
        "gebiet": (Gebiet.objects.create(name="Süd", art="stadt", **fabrik.OEFFENTLICH), "slug"),
        "thema": (Thema.objects.create(name="Spiel"), "slug"),
        "projekt": (Projekt.objects.create(titel="Plan", institut=wir, **fabrik.OEFFENTLICH), "slug"),
        "bericht": (bericht(wir), "slug"),
        "vorlage": (fabrik.vorlage(wir, "7/1"), "pfad"),
    }


def umbenennen(eintrag, feld, wert):
    setattr(eintrag, feld, wert)
    eintrag.full_clean()
    eintrag.save()


def test_a_renamed_entry_of_every_noun_answers_301_at_all_its_old_addresses(client, subtests):
    for art, (eintrag, feld) in nomen().items():
        alte = [eintrag.get_absolute_url()]
        umbenennen(eintrag, feld, "zwei")
        alte.append(eintrag.get_absolute_url())
        umbenennen(eintrag, feld, "drei/vier" if art == "vorlage" else "drei")
        for alt in alte:
            with subtests.test(art=art, alt=alt):
                antwort = client.get(alt, {"ab": "x"})
                assert (antwort.status_code, antwort["Location"]) == (
                    301,
                    f"{eintrag.get_absolute_url()}?ab=x",
                )
        with subtests.test(art=art, was="new"):
            assert client.get(eintrag.get_absolute_url()).status_code == 200
        umbenennen(eintrag, feld, "zwei")
        with subtests.test(art=art, was="back"):
            assert client.get(eintrag.get_absolute_url()).status_code == 200


def test_files_calendar_and_picture_of_a_renamed_body_move_with_it(client, subtests):
    gremium = fabrik.gremium("Runde")
    umbenennen(gremium, "slug", "tisch")
    for muster in (
        "/gremien/{}/termine.ics",
        "/gremien/{}/gremium.pdf",
        "/vorschaubild/gremien/{}.png",
    ):
        with subtests.test(muster=muster):
            antwort = client.get(muster.format("runde"))
            assert (antwort.status_code, antwort["Location"]) == (301, muster.format("tisch"))


def test_an_address_that_nobody_could_read_is_not_remembered(client):
    entwurf = fabrik.gremium("Runde", veroeffentlichung=Veroeffentlichung.ENTWURF)
    umbenennen(entwurf, "slug", "tisch")
    entwurf.veroeffentlichung = Veroeffentlichung.VEROEFFENTLICHT
    entwurf.save()

    assert client.get("/gremien/runde/").status_code == 404
    assert not FruehereAdresse.objects.exists()


def test_an_old_address_tells_nothing_of_what_became_internal_and_410_of_what_was_withdrawn(client):
    gremium = fabrik.gremium("Runde")
    umbenennen(gremium, "slug", "geheimer-tisch")
    gremium.sichtbarkeit = "intern"
    gremium.save()
    intern_ = client.get("/gremien/runde/")
    gremium.sichtbarkeit, gremium.veroeffentlichung = "oeffentlich", Veroeffentlichung.ZURUECKGEZOGEN
    gremium.ersetzt_durch = fabrik.gremium("Neu")
    gremium.save()
    weg = client.get("/gremien/runde/")

    assert (intern_.status_code, "geheimer" in intern_.text) == (404, False)
    assert weg.status_code == 410
    assert '<a href="/gremien/neu/">Neu</a>' in weg.text


def test_no_entry_takes_an_old_address_of_another_by_itself_or_by_hand():
    gremium, vorlage = fabrik.gremium("Runde"), fabrik.vorlage(fabrik.organisation("Stadt"), "7/1")
    umbenennen(gremium, "slug", "tisch")
    umbenennen(vorlage, "pfad", "8/1")

    assert fabrik.gremium("Runde").slug == "runde-2"
    assert adresse_mit_ort(Gremium, "Runde", "Marburg") == "runde-marburg"
    assert fabrik.vorlage(fabrik.organisation("Kreis"), "7/1").pfad == "kreis/7/1"
    with pytest.raises(ValidationError, match="früher „Runde“"):
        umbenennen(fabrik.gremium("Kreis"), "slug", "runde")
    with pytest.raises(ValidationError, match="Schrägstriche"):
        umbenennen(vorlage, "pfad", "Ä b")
    # An organisation has addresses of its own.
    umbenennen(fabrik.organisation("Runde"), "slug", "runde")


def test_the_form_says_whose_an_old_address_is_and_keeps_what_was_typed():
    alt, anderes = fabrik.gremium("Runde"), fabrik.gremium("Kreis")
    umbenennen(alt, "slug", "tisch")
    redaktion = intern.client(Rolle.REDAKTION)
    url = f"/intern/gremien/{anderes.pk}/"
    antwort = redaktion.post(url, intern.eingaben(redaktion.get(url)) | {"slug": "runde"})

    assert antwort.status_code == 422
    assert "Unter dieser Adresse war früher „Runde“ zu finden" in antwort.text
    assert 'value="runde"' in antwort.text

    antwort = redaktion.post(url, intern.eingaben(redaktion.get(url)) | {"slug": "neuer-kreis"})
    assert antwort.status_code == 302
    assert redaktion.get("/gremien/kreis/").status_code == 301


def test_a_deleted_topic_answers_410(client):
    thema = Thema.objects.create(name="Spiel")
    thema.delete()

    assert client.get("/themen/spiel/").status_code == 410
    assert client.get("/themen/nie/").status_code == 404


def test_staff_names_the_successor_of_every_noun(client, subtests):
    wir = fabrik.organisation("Träger")
    paare = {
        "gremium": (fabrik.gremium("Alt"), fabrik.gremium("Zwei"), fabrik.gremium("Drei")),
        "organisation": tuple(fabrik.organisation(name) for name in ("Alt", "Zwei", "Drei")),
        "gebiet": tuple(
            Gebiet.objects.create(name=name, art="stadt", **fabrik.OEFFENTLICH)
            for name in ("Alt", "Zwei", "Drei")
        ),
        "projekt": tuple(
            Projekt.objects.create(titel=name, institut=wir, **fabrik.OEFFENTLICH)
            for name in ("Alt", "Zwei", "Drei")
        ),
        "bericht": tuple(bericht(wir, titel=str(jahr), jahr=jahr) for jahr in (2020, 2021, 2022)),
        "vorlage": tuple(fabrik.vorlage(wir, f"9/{nummer}") for nummer in range(3)),
        "sitzung": tuple(
            fabrik.sitzung(fabrik.gremium(), datum=TAG + timedelta(nummer), status="terminiert")
            for nummer in range(3)
        ),
    }
    for art, (alt, zwei, drei) in paare.items():
        alt.ersetzt_durch, zwei.ersetzt_durch = zwei, drei
        for weg in (alt, zwei):
            weg.veroeffentlichung = Veroeffentlichung.ZURUECKGEZOGEN
            weg.save()
        with subtests.test(art=art, was="the last of the chain"):
            antwort = client.get(alt.get_absolute_url())
            assert antwort.status_code == 410
            assert f'<a href="{drei.get_absolute_url()}">' in antwort.text
        drei.ersetzt_durch, drei.veroeffentlichung = alt, Veroeffentlichung.ZURUECKGEZOGEN
        drei.save()
        with subtests.test(art=art, was="a circle of withdrawn ones"):
            antwort = client.get(alt.get_absolute_url())
            assert (antwort.status_code, "Nachfolger" in antwort.text) == (410, False)
    with pytest.raises(ValidationError, match="eigener Nachfolger"):
        umbenennen(wir, "ersetzt_durch", wir)


def test_planned_publishing_and_ending_are_told_and_kept(client):
    redaktion = intern.client(Rolle.REDAKTION)
    gremium = fabrik.gremium("Runde", veroeffentlichung=Veroeffentlichung.ENTWURF)
    morgen, gestern = timezone.now() + timedelta(days=1), timezone.now() - timedelta(days=1)
    url = f"/intern/gremien/{gremium.pk}/"

    def seite(**felder):
        for name, wert in felder.items():
            setattr(gremium, name, wert)
        gremium.save()
        return redaktion.get(url).text, client.get("/gremien/runde/").status_code

    assert seite()[1] == 404
    text, status = seite(veroeffentlichung=Veroeffentlichung.VEROEFFENTLICHT, oeffentlich_ab=morgen)
    assert ("Der Eintrag wird am" in text, status) == (True, 404)
    text, status = seite(oeffentlich_ab=gestern, oeffentlich_bis=morgen)
    assert ("Der Eintrag ist öffentlich, geplant bis" in text, status) == (True, 200)
    text, status = seite(oeffentlich_ab=None, oeffentlich_bis=gestern)
    assert ("war bis" in text, status) == (True, 410)
