"""How the matrix is narrowed by its address, and which bodies and rows an account may see in it."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any, ClassVar

from django.db.models import CharField, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat

from gremien.mandate.besetzung import besetzungen
from gremien.models import Gremienart, Gremium, Mitgliedschaft, Sitz, Stellvertretung
from gremien.vertretungen.matrix import Matrix, Posten, matrix
from netzwerk.filters import Gebietsfilter, gebiete, tag
from netzwerk.intern import rechte
from netzwerk.lib.dates import heute
from netzwerk.lib.listenfilter import auswahl
from netzwerk.lib.vorkommen import Wahl, zweig
from netzwerk.models import Organisation, Person, Portal, Stelle, Thema

ALLE = "alle"
ENDEND, FREI, OFFEN = "endend", "frei", "offen"
NUR = [(OFFEN, "endet bald oder ist frei"), (ENDEND, "endet bald"), (FREI, "ist frei")]
# More at once is no overview; the page says so.
GREMIEN = 500
PERSONENNAME = Concat("nachname", Value(", "), "vorname", output_field=CharField())


def bleibt(queryset: Any, name: str, wert: Any) -> Any:
    """Leave the bodies as they are: the rows are narrowed, not the bodies."""
    return queryset


def mit_buchstabe(buchstabe: str) -> Any:
    """Return the key of a row as ``matrix.schluessel`` makes it."""
    return Concat(Value(buchstabe), Cast("pk", CharField()), output_field=CharField())


def portal_mit_uns() -> Portal | None:
    """Return the portal with its own organisation, public or not."""
    portal: Portal | None = Portal.objects.select_related("eigene_organisation").first()
    return portal


class Traegerfilter(Gebietsfilter):
    """Bodies that an account may read, by area, topic and kind; and for whom people sit there."""

    WERTE = {"gebiet": gebiete}
    BEHALTEN: ClassVar[tuple[str, ...]] = ()

    organisation = auswahl("Für", method=bleibt)
    thema = auswahl("Thema", field_name="themen__slug")
    art = auswahl("Art des Gremiums", field_name="art__slug")

    class Meta:
        model = Gremium
        fields: ClassVar[list[str]] = []

    def __init__(self, data: Any, *, konto: Any) -> None:
        """Take the address; offer what the account may read."""
        self.wir = getattr(portal_mit_uns(), "eigene_organisation", None)
        menge = rechte.lesbar(Gremium, konto)
        super().__init__(data, queryset=menge)
        self.filters["organisation"].extra["empty_label"] = self.wir.name if self.wir else "alle"

    @cached_property
    def bestand(self) -> Any:
        """Return the bodies whose values are offered."""
        return self.queryset

    def zweige(self) -> Iterable[QuerySet[Any]]:
        """Return what occurs in these bodies."""
        in_gremien = Q(gremium__in=self.bestand.values("pk"))
        mandate = Mitgliedschaft.objects.vorhanden().filter(in_gremien)
        sitze = Sitz.objects.filter(kategorie__gremium__in=self.bestand.values("pk"))
        traeger = Organisation.objects.filter(
            Q(pk__in=mandate.values("organisation"))
            | Q(pk__in=mandate.values("im_auftrag_von"))
            | Q(pk__in=mandate.values("stelle__organisation"))
            | Q(pk__in=sitze.values("entsendende_organisation"))
        )
        return [
            zweig("organisation", traeger),
            zweig("thema", Thema.objects.oeffentlich().filter(self.bei("themen"))),
            zweig("art", Gremienart.objects.filter(self.bei("art"))),
        ]

    def _angebot(self) -> dict[str, Wahl]:
        """Return what can be chosen; "alle" is one more organisation."""
        angebot = super()._angebot()
        andere = [
            paar for paar in angebot.get("organisation", []) if not self.wir or paar[0] != self.wir.slug
        ]
        jede = [(ALLE, "alle Organisationen")] if self.wir else []
        return angebot | {"organisation": [*jede, *andere]}

    @cached_property
    def traeger(self) -> Organisation | None:
        """Return for whom the mandates are looked at, None for anybody."""
        slug = self.gewaehlt.get("organisation", "")
        if not slug:
            return self.wir
        return None if slug == ALLE else Organisation.objects.get(slug=slug)

    @cached_property
    def traeger_nummern(self) -> frozenset[int] | None:
        """Return the organisation with all its units, None for anybody (one query)."""
        if self.traeger is None:
            return None
        mit_einheiten = Organisation.objects.descendants(self.traeger, include_self=True)
        return frozenset(mit_einheiten.values_list("pk", flat=True))

    @cached_property
    def gremien(self) -> list[Gremium]:
        """Return the bodies that can have something in the matrix, at most ``GREMIEN`` and one more."""
        menge = self.qs
        if self.traeger_nummern is not None:
            menge = menge.filter(beruehrt(self.traeger_nummern))
        return list(menge.select_related("art").order_by("sortierung", "id")[: GREMIEN + 1])

    @property
    def zu_viele(self) -> bool:
        """Say whether bodies were left out."""
        return len(self.gremien) > GREMIEN


class Vertretungsfilter(Traegerfilter):
    """And whose mandates, of which day, in which rows."""

    BEHALTEN = ("ansicht",)

    person = auswahl("Person oder Stelle", method=bleibt)
    nur = auswahl("Nur was", choices=NUR, method=bleibt)
    stichtag = tag("Stichtag", bleibt)

    def zweige(self) -> Iterable[QuerySet[Any]]:
        """Return what occurs in these bodies, people and positions among it."""
        mandate = Mitgliedschaft.objects.vorhanden().filter(gremium__in=self.bestand.values("pk"))
        vertretungen = Stellvertretung.objects.filter(
            Q(mitgliedschaft__in=mandate.values("pk")) | Q(kategorie__gremium__in=self.bestand.values("pk"))
        )
        menschen = Person.objects.filter(
            Q(pk__in=mandate.values("person")) | Q(pk__in=vertretungen.values("person"))
        )
        stellen = Stelle.objects.filter(
            Q(pk__in=mandate.values("stelle")) | Q(pk__in=vertretungen.values("stelle"))
        )
        return [
            *super().zweige(),
            zweig("person", menschen, wert=mit_buchstabe("p"), wort=PERSONENNAME),
            zweig("person", stellen, wert=mit_buchstabe("s"), wort="bezeichnung"),
        ]

    @property
    def felder(self) -> list[Any]:
        """Return the fields that offer something, the day among them."""
        return [*super().felder, self.form["stichtag"]]

    @cached_property
    def am(self) -> Any:
        """Return the day that is asked for, today without one."""
        return self.gewaehlt.get("stichtag") or heute()

    @property
    def je_organisation(self) -> bool:
        """Say whether rows are organisations, not people."""
        return bool(self.data.get("ansicht") == "organisationen")

    @property
    def anzahl(self) -> str:
        """Return the result in a sentence."""
        return self.matrix.satz

    @cached_property
    def matrix(self) -> Matrix:
        """Return the matrix that is asked for."""
        gefunden = besetzungen(self.gremien[:GREMIEN], self.am)
        return matrix(
            gefunden.values(),
            self.am,
            organisationen=self.traeger_nummern,
            je_organisation=self.je_organisation,
            behalten=self._behalten,
        )

    def _behalten(self, posten: Posten) -> bool:
        person, nur = self.gewaehlt.get("person"), self.gewaehlt.get("nur")
        if person and posten.wer != person:
            return False
        if not nur:
            return True
        return (nur != FREI and posten.endet) or (nur != ENDEND and posten.ist_frei)


def beruehrt(nummern: frozenset[int]) -> Any:
    """Return the condition that an organisation has to do with a body: an upper bound, judged later."""
    wer = (
        Q(organisation__in=nummern)
        | Q(im_auftrag_von__in=nummern)
        | Q(stelle__organisation__in=nummern)
        | Q(person__zugehoerigkeiten__organisation__in=nummern)
        | Q(sitz__entsendende_organisation__in=nummern)
    )
    mandate = Mitgliedschaft.objects.vorhanden().filter(wer, gremium=OuterRef("pk"))
    sitze = Sitz.objects.filter(
        Q(entsendende_organisation__in=nummern) | Q(vorschlagende_organisation__in=nummern),
        kategorie__gremium=OuterRef("pk"),
    )
    pool = Stellvertretung.objects.filter(fuer_organisation__in=nummern, kategorie__gremium=OuterRef("pk"))
    return Exists(mandate) | Exists(sitze) | Exists(pool)
