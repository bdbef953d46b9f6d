"""The whole registry in one file: out, in again, and nothing has changed; bad files are told in words."""

import json

import pytest
from django.core.management import CommandError, call_command

from gremien.models import Betreuung, Gremium
from netzwerk.enums import Rolle
from netzwerk.exports import als_json, ausfuhr
from netzwerk.imports import Einfuhrfehler, einfuehren, einlesen
from netzwerk.models import Arbeitsfassung, Hinweis, Inhaltsstand, Organisation, Person
from netzwerk.register import registermodelle
from tests import fabrik, intern
from tests.demo_fixtures import demo

__all__ = ["demo"]
pytestmark = pytest.mark.django_db


def ohne_zeit(daten):
    return {name: wert for name, wert in daten.items() if name != "erstellt"}


def leeren():
    """Make the portal one in which nobody has written: no content, no history."""
    for modell in registermodelle():
        for tabelle in [modell, *(feld.remote_field.through for feld in modell._meta.many_to_many)]:
            tabelle._base_manager.all()._raw_delete("default")
    for modell in registermodelle():
        if hasattr(modell, "history"):
            modell.history.all()._raw_delete("default")


def test_what_belongs_to_the_registry_and_what_does_not():
    modelle = set(registermodelle())

    assert len(modelle) >= 40
    assert {Gremium, Organisation, Person} <= modelle
    assert not modelle & {Betreuung, Arbeitsfassung, Hinweis}
    roh = als_json(ausfuhr()).decode()
    assert "password" not in roh
    assert "session" not in roh


def test_reading_its_own_file_again_changes_nothing(demo, client):
    vorher, stand = ausfuhr(), Inhaltsstand.objects.count()

    bilanz = einfuehren(einlesen(als_json(vorher)))

    assert (bilanz.neu.total(), bilanz.geaendert.total(), bilanz.dateien) == (0, 0, 0)
    assert bilanz.gleich == sum(map(len, vorher["zeilen"].values())) > 500
    assert ohne_zeit(ausfuhr()) == ohne_zeit(vorher)
    assert Inhaltsstand.objects.count() == stand


ADRESSEN = (
    "/",
    "/netzwerk/",
    "/gremien/",
    "/organisationen/",
    "/gebiete/",
    "/themen/",
    "/projekte/",
    "/berichte/",
    "/sitzungen/",
    "/vorlagen/",
    "/aktuell/",
    "/impressum/",
    "/suche/?q=jugend",
    "/gremien/projektgruppe-sommerkino-erfundenes-beispiel/",
)


def test_an_empty_portal_gets_all_of_it_and_shows_the_same_pages(demo, client, subtests):
    eintraege = [
        demo["gremium/jha-marburg"],
        demo["organisation/ikjg"],
        demo["gremium/jha-marburg"].sitzungen.first(),
    ]
    adressen = [*ADRESSEN, *(eintrag.get_absolute_url() for eintrag in eintraege)]
    vorher = ausfuhr()
    seiten = {adresse: client.get(adresse) for adresse in adressen}
    roh = als_json(vorher)
    Betreuung.objects.all().delete()
    leeren()

    bilanz = einfuehren(einlesen(roh))

    assert bilanz.neu.total() == sum(map(len, vorher["zeilen"].values()))
    assert ohne_zeit(ausfuhr()) == ohne_zeit(vorher)
    for adresse, seite in seiten.items():
        with subtests.test(adresse=adresse):
            neu = client.get(adresse)
            assert (neu.status_code, neu.content) == (seite.status_code, seite.content)
    with subtests.test("new rows get new numbers, and there is a history to begin with"):
        gremium = fabrik.gremium("Ganz neu")
        assert gremium.pk > demo["gremium/jha-marburg"].pk
        assert Gremium.objects.get(slug="jugendhilfeausschuss-marburg").history.count() == 1
    assert einfuehren(einlesen(roh)).neu.total() == 0


def test_what_differs_gets_the_state_of_the_file_with_a_history(client):
    gremium, weg = fabrik.gremium("Runde"), fabrik.organisation("Verein")
    roh = als_json(ausfuhr())
    nummer = weg.pk
    gremium.name, gremium.slug = "Anders", "anders"
    gremium.save()
    weg.delete()

    bilanz = einfuehren(einlesen(roh))

    gremium.refresh_from_db()
    assert (gremium.name, gremium.history.first().history_change_reason) == (
        "Runde",
        "Aus einer Ausfuhr übernommen",
    )
    assert Organisation.objects.get().pk == nummer
    # Back at its old address; the one between leads there, too.
    assert client.get("/gremien/anders/")["Location"] == "/gremien/runde/"
    assert dict(bilanz.geaendert) == {"gremien.gremium": 1}


def datei(**anders):
    """Return the file of a small registry, with something else in it."""
    daten = json.loads(als_json(ausfuhr()))
    daten.update(anders)
    return daten


def kaputt(daten):
    """Return name → file with one thing wrong, and a word of the message it gets."""

    def mit(**felder):
        kopie = json.loads(json.dumps(daten))
        kopie["zeilen"]["gremien.gremium"][0].update(felder)
        return kopie

    ohne = mit()
    del ohne["zeilen"]["gremien.gremium"][0]["art"]
    doppelt = mit()
    doppelt["zeilen"]["gremien.gremium"] *= 2
    return {
        "kein Feld": (mit(**{"gibt_es_nicht\x00": 1}), "gibt es hier nicht"),
        "unbekannte Auswahl": (mit(ebene="mond"), "„mond“"),
        "kein Ziel": (mit(art=999999), "gibt es nicht"),
        "Nummer als Text": (mit(art="eins"), "Nummer"),
        "riesige Nummer": (mit(id=10**30), "keine Nummer"),
        "Datum": (mit(besteht_seit="2026-02-30"), "Datum"),
        "zu lang": (mit(name="x" * 300), "250"),
        "leerer Pflichtwert": (mit(name=None), "fehlt ein Wert"),
        "Liste statt Wert": (mit(name=["a"]), "einzelner Wert"),
        "Liste von Unsinn": (mit(gebiete=["a", None]), "Nummer"),
        "NUL": (mit(name="a\x00b"), "Zeichen"),
        "halbes Zeichen": (mit(name="a\ud800"), "Zeichen"),
        "gefährliche Adresse": (mit(webadresse="javascript:alert(1)"), "webadresse"),
        "fehlendes Feld": (ohne, "Es fehlt „art“"),
        "doppelte Zeile": (doppelt, "zweimal"),
        "Widerspruch": (mit(ebene="stadt", ebene_zweite="stadt"), "zweite Ebene"),
        "unbekannte Art": (daten | {"zeilen": {"auth.user": []}}, "auth.user"),
        "Zeilen als Text": (daten | {"zeilen": {"gremien.gremium": "x"}}, "Liste"),
        "anderes Format": (daten | {"version": 99}, "Format 99"),
        "fremdes JSON": ({"a": 1}, "keine Ausfuhr"),
        "eine Liste": ([1], "keine Ausfuhr"),
        "ohne Zeilen": (daten | {"zeilen": None}, "fehlen die Zeilen"),
        "Dateiname": (daten | {"dateien": {"../../x.png": ""}}, "Namen"),
        "Dateiinhalt": (daten | {"dateien": {f"bilder/{'a' * 32}.png": "!!"}}, "beschädigt"),
        "kein Bild": (daten | {"dateien": {f"bilder/{'a' * 32}.png": "AAAA"}}, "Bild"),
        "fremder Eintrag": (mit(erstellt_am="2001-01-01T00:00:00+00:00"), "ein anderer Eintrag"),
    }


def test_bad_files_are_told_in_words_and_nothing_is_half_written(subtests):
    fabrik.gremium("Runde")
    neu = datei()
    zweite = dict(neu["zeilen"]["gremien.gremium"][0], id=77, name="Nie da", slug="nie-da")
    neu["zeilen"]["gremien.gremium"].append(zweite)
    vorher = ohne_zeit(ausfuhr())
    for name, (daten, wort) in kaputt(neu).items():
        with subtests.test(name):
            with pytest.raises(Einfuhrfehler) as fehler:
                einfuehren(einlesen(json.dumps(daten).encode()))
            assert wort in str(fehler.value)
            assert ohne_zeit(ausfuhr()) == vorher
    for roh in (b"", b"\xff\xfe", b"{", b"[" * 100_000, b'{"format": 1}'):
        with subtests.test(roh=roh[:10]), pytest.raises(Einfuhrfehler):
            einlesen(roh)


def test_the_commands_say_what_they_did(tmp_path, capsys):
    fabrik.gremium("Runde")
    ziel = tmp_path / "register.json"
    call_command("exportieren", ziel)
    call_command("importieren", ziel)
    text = capsys.readouterr().out
    assert "Dateien ausgeführt" in text
    assert "0 Zeilen neu, 0 geändert" in text
    ziel.write_text("{")
    for datei_ in (ziel, tmp_path / "gibt-es-nicht.json"):
        with pytest.raises(CommandError):
            call_command("importieren", datei_)
    with pytest.raises(CommandError):
        call_command("exportieren", tmp_path / "kein" / "ordner.json")


def test_only_admin_loads_the_registry_and_that_is_logged(caplog):
    fabrik.gremium("Runde")
    admin = intern.client(Rolle.ADMIN)
    with caplog.at_level("INFO", logger="netzwerk.konten"):
        antwort = admin.get("/intern/ausfuhr/register.json")
    assert json.loads(antwort.content)["format"] == "unser-netzwerk-register"
    assert "attachment" in antwort["Content-Disposition"]
    assert "no-store" in antwort["Cache-Control"]
    assert f"Konto {admin.konto.pk}: Register ausgeführt" in caplog.text
    freigabe = intern.client(Rolle.FREIGABE)
    assert freigabe.get("/intern/ausfuhr/register.json").status_code == 403
    assert "register.json" not in freigabe.get("/intern/ausfuhr/").text
