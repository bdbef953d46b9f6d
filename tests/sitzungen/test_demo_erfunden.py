"""The invented layer: it says so wherever it is read, and what must stay hidden does."""

from datetime import date, timedelta

import pytest

import gremien.demo as gremien_teil
import netzwerk.demo as netzwerk_teil
from gremien.enums import Lebensstand
from gremien.models import Bericht, Berichtspflicht, Gremienbeziehung, Gremium, Leitung, Mitgliedschaft
from netzwerk.demo.lader import Demolader
from netzwerk.enums import Gebietsart, Publikum
from netzwerk.lib.dates import Genauigkeit, heute
from netzwerk.lib.feiertage import Land, ist_werktag
from netzwerk.models import Dokument, Organisation
from sitzungen.demo import erfunden, herne, inso
from sitzungen.demo.erfunden_kalender import ERFUNDEN, REIHEN, ZUSATZ, sitzungstag
from sitzungen.enums import Ergebnis, Schrittstatus, Sitzungsstatus, Teil, Umsetzung, Zustaendigkeit
from sitzungen.models import Beratung, Beschluss, Sitzung, Tagesordnungspunkt, Vorlage
from tests.demo import geladen, noch_einmal

pytestmark = pytest.mark.django_db
TEILE = (netzwerk_teil, gremien_teil, inso, herne, erfunden)
GEHEIM = "GEHEIMSACHE"


@pytest.fixture(scope="module", autouse=True)
def demo(django_db_setup, django_db_blocker):
    with geladen(django_db_blocker, *TEILE) as lader:
        yield lader


def erfundene(modell):
    """Return the rows of the invented layer, of which Herne's and Leer's are none."""
    schluessel = Demolader()._objekte
    return [o for k, o in schluessel.items() if "/erfunden" in k and isinstance(o, modell)]


def sichtbar(modell):
    pks = [zeile.pk for zeile in erfundene(modell)]
    return modell.objects.oeffentlich().filter(pk__in=pks)


def papier(nummer):
    return Vorlage.objects.oeffentlich().get(kennung__startswith="DEMO/", kennung__endswith=f"/{nummer}")


# --- When they meet ------------------------------------------------------------------------------


def land(gremium):
    """Return the Land of a body's area, Hesse for one without an area: all invented bodies are of Marburg."""
    gebiet = gremium.gebiete.first()
    while gebiet is not None and gebiet.art != Gebietsart.LAND:
        gebiet = gebiet.parent
    return next((ein for ein in Land if gebiet and ein.label == gebiet.name), Land.HE)


def test_nobody_meets_on_a_weekend_or_a_public_holiday():
    sitzungen = [sitzung for sitzung in erfundene(Sitzung) if sitzung.datum_genauigkeit == Genauigkeit.TAG]
    tage = {
        (sitzung.bezeichnung, tag, land(sitzung.gremium))
        for sitzung in sitzungen
        for tag in (sitzung.datum, sitzung.ende_datum or sitzung.datum)
    }
    assert len(tage) > 60
    assert {wo for *_, wo in tage} == {Land.HE}
    assert [eintrag for eintrag in tage if not ist_werktag(*eintrag[1:])] == []


def test_nor_do_they_whenever_the_demo_is_loaded():
    montage = [date(2026, 1, 5) + timedelta(weeks=woche) for woche in range(250)]
    for gremium, reihe in REIHEN.items():
        for montag in montage:
            tage = {sitzungstag(gremium, woche, montag) for woche in reihe.wochen}
            assert len(tage) == len(reihe.wochen)
            assert all(ist_werktag(tag, Land.HE) for tag in tage)


# --- It says so ----------------------------------------------------------------------------------


def test_everything_invented_says_so():
    sitzungen, vorlagen = sichtbar(Sitzung), sichtbar(Vorlage)
    beschluesse, gremien = sichtbar(Beschluss), sichtbar(Gremium)
    assert (len(sitzungen) > 60, len(vorlagen), len(beschluesse), len(gremien)) == (True, 14, 9, 4)
    assert [s for s in sitzungen if ZUSATZ not in s.bezeichnung or ERFUNDEN not in s.hinweis] == []
    assert [v for v in vorlagen if ZUSATZ not in v.betreff or ERFUNDEN not in v.sachverhalt] == []
    assert [b for b in beschluesse if ERFUNDEN not in b.wortlaut or "DEMO" not in b.nummer] == []
    assert [g for g in gremien if ZUSATZ not in g.name or ERFUNDEN not in g.kurztext] == []
    pflichten = erfundene(Berichtspflicht)
    assert len(pflichten) == 3
    assert [p for p in pflichten if ERFUNDEN not in p.wortlaut] == []


def test_no_invented_meeting_belongs_to_a_source_with_meetings_of_its_own():
    namen = {gremium.slug for gremium in Gremium.objects.filter(sitzungen__in=erfundene(Sitzung))}
    assert {"jugendhilfeausschuss-herne", "jugendhilfeausschuss-leer"} & namen == set()


# --- Meetings ------------------------------------------------------------------------------------


def test_eight_bodies_meet_over_two_years_on_working_days():
    sitzungen = sichtbar(Sitzung)
    assert len({sitzung.gremium_id for sitzung in sitzungen}) == len(REIHEN) == 8
    tage = sorted(sitzung.datum for sitzung in sitzungen)
    assert 300 < (heute() - tage[0]).days < 366
    assert 300 < (tage[-1] - heute()).days < 373
    assert {tag.weekday() for tag in tage} <= {0, 1, 2, 3, 4}
    assert all(sitzung.uhrzeit and sitzung.ort and sitzung.raum for sitzung in sitzungen)


def test_past_meetings_are_held_and_future_ones_are_not():
    vergangen = set(sichtbar(Sitzung).filter(datum__lt=heute()).values_list("status", flat=True))
    kommend = set(sichtbar(Sitzung).filter(datum__gte=heute()).values_list("status", flat=True))
    assert vergangen == {
        Sitzungsstatus.ABGESCHLOSSEN,
        Sitzungsstatus.DURCHGEFUEHRT,
        Sitzungsstatus.ENTFALLEN,
    }
    assert kommend == {
        Sitzungsstatus.EINGELADEN,
        Sitzungsstatus.TERMINIERT,
        Sitzungsstatus.ABGESAGT,
        Sitzungsstatus.VERLEGT,
    }


def test_one_meeting_is_cancelled_and_one_moved():
    (abgesagt,) = Sitzung.objects.oeffentlich().filter(status=Sitzungsstatus.ABGESAGT)
    assert abgesagt.absagegrund
    (verlegt,) = Sitzung.objects.oeffentlich().filter(status=Sitzungsstatus.VERLEGT)
    assert verlegt.verlegt_auf.datum > verlegt.datum
    assert verlegt.verlegt_auf.status == Sitzungsstatus.TERMINIERT


def test_non_public_items_exist_and_are_not_given_out():
    sitzung = Sitzung.objects.get(
        gremium__slug="jugendhilfeausschuss-marburg", datum=sitzungstag("jha-marburg", -2, heute())
    )
    punkte = sitzung.tagesordnungspunkte.all()
    assert [punkt.nummer for punkt in punkte] == ["Ö 1", "Ö 2", "Ö 3", "Ö 4", "Ö 5", "Ö 6", "N 1", "N 2"]
    oeffentliche = sitzung.tagesordnungspunkte.oeffentlich()
    assert [punkt.nummer for punkt in oeffentliche] == ["Ö 1", "Ö 2", "Ö 3", "Ö 4", "Ö 5", "Ö 6"]


# --- Papers and decisions ------------------------------------------------------------------------


def test_courses_go_every_way():
    schritte = Beratung.objects.filter(vorlage__in=sichtbar(Vorlage))
    paare = set(schritte.values_list("zustaendigkeit", "ergebnis"))
    assert (Zustaendigkeit.ENTSCHEIDUNG, Ergebnis.ZUR_KENNTNIS) in paare
    ergebnisse = {ergebnis for _, ergebnis in paare}
    assert {Ergebnis.VERTAGT, Ergebnis.ABGELEHNT, Ergebnis.MIT_AENDERUNGEN, ""} <= ergebnisse
    verwiesen = schritte.get(ergebnis=Ergebnis.VERWIESEN)
    assert verwiesen.verwiesen_an.name == "Fachausschuss Kinderbetreuung"
    vorgesehen = schritte.get(schrittstatus=Schrittstatus.GEPLANT)
    assert (vorgesehen.sitzung, vorgesehen.termin_genauigkeit) == (None, "monat")
    assert {vorlage.beratungen.count() for vorlage in sichtbar(Vorlage)} == {1, 2, 3}


def test_stored_order_holds_when_dates_do_not_ascend():
    erster, zweiter = papier("05").beratungen.all()
    tage = [schritt.sitzung.datum if schritt.sitzung else schritt.termin for schritt in (erster, zweiter)]
    assert tage[0] > tage[1]


def test_results_only_of_meetings_that_were_held():
    for schritt in Beratung.objects.exclude(ergebnis="").select_related("sitzung"):
        assert schritt.sitzung.datum < heute(), schritt
        assert schritt.punkt.sitzung_id == schritt.sitzung_id


def test_decisions_are_in_every_state():
    staende = set(sichtbar(Beschluss).values_list("umsetzung", flat=True))
    assert staende == set(Umsetzung)


def test_papers_refer_to_each_other():
    assert [str(b) for b in papier("08").bezuege.oeffentlich()] == [f"Antwort auf {papier('07').kennung}"]


# --- Bodies --------------------------------------------------------------------------------------


def test_bodies_in_every_state_of_life():
    staende = {gremium.name.removesuffix(f" {ZUSATZ}"): gremium for gremium in erfundene(Gremium)}
    assert staende["Runder Tisch Spielplätze"].lebensstand == Lebensstand.RUHEND
    assert staende["Runder Tisch Spielplätze"].lebensstand_text.startswith("ruhend seit ")
    beendet = staende["Arbeitskreis Ferienpass"]
    assert beendet.lebensstand == Lebensstand.BEENDET
    (nachfolge,) = beendet.gegenbeziehungen.oeffentlich()
    assert nachfolge.von_gremium == staende["Netzwerk Ferienangebote"]
    assert staende["Projektgruppe Sommerkino"] in Gremium.objects.war_oeffentlich()
    archiviert = Gremium.objects.oeffentlich().get(name__startswith="Initiative Winterspielplatz")
    assert archiviert not in Gremium.objects.oeffentlich().gelistet()


# --- What must stay hidden -----------------------------------------------------------------------


def geheime(modell, feld):
    return modell.objects.filter(**{f"{feld}__contains": GEHEIM})


@pytest.mark.parametrize(
    ("modell", "feld"),
    [
        (Gremium, "name"),
        (Gremium, "kurztext"),
        (Organisation, "name"),
        (Dokument, "titel"),
        (Bericht, "titel"),
        (Sitzung, "titel"),
        (Tagesordnungspunkt, "titel"),
        (Vorlage, "betreff"),
        (Beschluss, "wortlaut"),
        (Gremienbeziehung, "quelle"),
        (Leitung, "organisation__name"),
        (Mitgliedschaft, "stelle__bezeichnung"),
        (Mitgliedschaft, "organisation__name"),
    ],
)
def test_secret_rows_exist_and_are_not_public(modell, feld):
    geheim = geheime(modell, feld)
    assert geheim.exists()
    assert not geheim.oeffentlich().exists()


def test_name_without_a_basis_is_not_shown():
    mitgliedschaft = Mitgliedschaft.objects.oeffentlich().get(person__nachname__contains=GEHEIM)
    assert mitgliedschaft.anzeigename(heute(), Publikum.OEFFENTLICH) == ""
    assert GEHEIM in mitgliedschaft.anzeigename(heute(), Publikum.INTERN)


def test_public_paper_has_a_step_whose_wording_is_not():
    (schritt,) = papier("14").beratungen.oeffentlich()
    assert (schritt.teil, schritt.punkt.teil) == (Teil.NICHT_OEFFENTLICH, Teil.NICHT_OEFFENTLICH)
    assert GEHEIM in schritt.beschlusswortlaut


def oeffentliche_seiten():
    """Return the addresses at which something hidden would show if a page forgot the rule."""
    yield from ("/", "/netzwerk/", "/gremien/", "/organisationen/", "/berichte/", "/sitzungen/", "/vorlagen/")
    yield from ("/gebiete/marburg/", "/organisationen/stadt-marburg/", "/organisationen/kreis-offenbach/")
    gremien = Gremium.objects.oeffentlich().filter(
        slug__in=("jugendhilfeausschuss-marburg", "steuerungsgruppe-gwa")
    )
    neues = Gremium.objects.oeffentlich().filter(name__startswith="Netzwerk Ferienangebote")
    sitzungen = (
        Sitzung.objects.oeffentlich().filter(tagesordnungspunkte__teil=Teil.NICHT_OEFFENTLICH).distinct()
    )
    hybrid = Sitzung.objects.oeffentlich().exclude(online_link="")
    for seiten in (gremien, neues, sitzungen, hybrid, [papier("09"), papier("14")]):
        yield from (eintrag.get_absolute_url() for eintrag in seiten)


def test_no_public_page_tells_a_secret(client):
    adressen = list(oeffentliche_seiten())
    assert len(adressen) == 10 + 2 + 1 + 2 + 1 + 2
    for adresse in adressen:
        antwort = client.get(adresse)
        assert antwort.status_code == 200, adresse
        assert GEHEIM.lower() not in antwort.content.decode().lower(), adresse


def test_guessed_addresses_answer_as_if_there_were_nothing(client):
    verborgen = [
        *Gremium.objects.filter(name__contains=GEHEIM),
        *Organisation.objects.filter(name__contains=GEHEIM),
        *Vorlage.objects.filter(betreff__contains=GEHEIM),
        *Sitzung.objects.filter(titel__contains=GEHEIM),
        *Bericht.objects.filter(titel__contains=GEHEIM),
    ]
    assert len(verborgen) == 4 + 1 + 3 + 3 + 2
    antworten = {str(eintrag): client.get(eintrag.get_absolute_url()) for eintrag in verborgen}
    assert {name: antwort.status_code for name, antwort in antworten.items()} == dict.fromkeys(antworten, 404)
    assert [name for name, antwort in antworten.items() if name in antwort.content.decode()] == []


def test_withdrawn_body_is_gone_and_names_its_successor(client):
    zurueckgezogen = Gremium.objects.get(name__startswith="Projektgruppe Sommerkino")
    antwort = client.get(zurueckgezogen.get_absolute_url())
    assert antwort.status_code == 410
    assert "Netzwerk Ferienangebote" in antwort.content.decode()
    assert GEHEIM not in antwort.content.decode()


def test_loading_again_makes_nothing_new():
    assert noch_einmal(*TEILE) == 0
