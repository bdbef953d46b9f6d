"""Value lists of bodies, seats, reports and projects (DOMAIN a.1–a.4, a.8, a.9)."""

from django.db.models import TextChoices


class Lebensstand(TextChoices):
    """State of the thing itself, apart from whether its entry is published."""

    GEPLANT = "geplant", "geplant"
    AKTIV = "aktiv", "aktiv"
    RUHEND = "ruhend", "ruhend"
    BEENDET = "beendet", "beendet"


class Funktion(TextChoices):
    """What a body does."""

    BESCHLIESSEND = "beschliessend", "beschließend"
    VORBERATEND = "vorberatend", "vorberatend"
    BERATEND = "beratend", "beratend"
    AUSTAUSCH = "austausch", "Austausch/Vernetzung"
    STEUERUNG = "steuerung", "Steuerung"
    INTERESSENVERTRETUNG = "interessenvertretung", "Interessenvertretung (Lobby)"
    PROJEKT = "projekt", "Projekt"


class Zugang(TextChoices):
    """How one gets into a body."""

    GEWAEHLT = "gewaehlt", "gewählt"
    BERUFEN = "berufen", "berufen/benannt"
    GELADEN = "geladen", "geladen"
    MITGLIEDSCHAFT = "mitgliedschaft", "Mitgliedschaft (Beitritt)"
    OFFEN = "offen", "offen"


class Sitzungsoeffentlichkeit(TextChoices):
    """Whether meetings are open to the public."""

    OEFFENTLICH = "oeffentlich", "öffentlich"
    NICHT_OEFFENTLICH = "nicht_oeffentlich", "nicht öffentlich"
    GEMISCHT = "gemischt", "teils öffentlich, teils nicht öffentlich"
    UNBEKANNT = "unbekannt", "nicht bekannt"


class Rhythmus(TextChoices):
    """The span in which a body meets a number of times."""

    MONAT = "monat", "im Monat"
    QUARTAL = "quartal", "im Quartal"
    JAHR = "jahr", "im Jahr"


class Beziehungsart(TextChoices):
    """Kind of a directed relation between two bodies, as said of the first (DOMAIN a.2)."""

    UNTERGREMIUM = "untergremium", "ist Untergremium von"
    BERICHTET = "berichtet", "berichtet an"
    AUFTRAG = "auftrag", "nimmt Aufträge auf von"
    HERVORGEGANGEN = "hervorgegangen", "hervorgegangen aus"
    NACHFOLGE = "nachfolge", "Nachfolger von"
    ANGESIEDELT = "angesiedelt", "angesiedelt bei"
    ENTSENDET = "entsendet", "entsendet Vertretung in"
    VERMITTELT = "vermittelt", "vermittelt an"
    KOOPERATION = "kooperation", "arbeitet zusammen mit"

    @property
    def umkehrung(self) -> str:
        """Return how the second body says the same."""
        return UMKEHRUNGEN[self]


UMKEHRUNGEN = {
    Beziehungsart.UNTERGREMIUM: "hat Untergremien",
    Beziehungsart.BERICHTET: "erhält Berichte von",
    Beziehungsart.AUFTRAG: "erteilt Aufträge an",
    Beziehungsart.HERVORGEGANGEN: "daraus hervorgegangen",
    Beziehungsart.NACHFOLGE: "Vorgänger von",
    Beziehungsart.ANGESIEDELT: "hier angesiedelt",
    Beziehungsart.ENTSENDET: "hat Vertretung aus",
    Beziehungsart.VERMITTELT: "erhält Anliegen von",
    Beziehungsart.KOOPERATION: "arbeitet zusammen mit",
}
# A chain of these must never come back to where it began.
OHNE_KREIS = frozenset({Beziehungsart.UNTERGREMIUM, Beziehungsart.NACHFOLGE, Beziehungsart.HERVORGEGANGEN})


class Leitungsart(TextChoices):
    """Kind of leadership."""

    VORSITZ = "vorsitz", "Vorsitz"
    STELLV_VORSITZ = "stellv_vorsitz", "stellvertretender Vorsitz"
    LEITUNG = "leitung", "Leitung"
    MODERATION = "moderation", "Moderation"
    SPRECHER = "sprecher", "Sprecher*in"
    GESCHAEFTSFUEHRUNG = "geschaeftsfuehrung", "Geschäftsführung"
    SCHRIFTFUEHRUNG = "schriftfuehrung", "Schriftführung"
    TRAEGERSCHAFT = "traegerschaft", "Trägerschaft"
    FEDERFUEHRUNG = "federfuehrung", "Federführung"
    PROZESSSTEUERUNG = "prozesssteuerung", "Prozesssteuerung"
    DURCHFUEHRUNG = "durchfuehrung", "Durchführung"
    EINLADUNG = "einladung", "Einladung durch"


class Teilnehmerebene(TextChoices):
    """At which level of an institution people take part."""

    LEITUNG = "leitung", "Leitungsebene"
    PRAXIS = "praxis", "Praxisebene"
    GESCHAEFTSFUEHRUNG = "geschaeftsfuehrung", "Geschäftsführung"


class Mitgliedsrolle(TextChoices):
    """Role of a member; the right to vote is a field of its own."""

    VORSITZ = "vorsitz", "Vorsitz"
    STELLV_VORSITZ = "stellv_vorsitz", "stellvertretender Vorsitz"
    SPRECHER = "sprecher", "Sprecher*in"
    MITGLIED = "mitglied", "Mitglied"
    GEWAEHLT = "gewaehlt", "gewähltes Mitglied"
    STIMMBERECHTIGT = "stimmberechtigt", "stimmberechtigtes Mitglied"
    BERATEND = "beratend", "beratendes Mitglied"
    BERICHTEND = "berichtend", "berichtendes, fachliches Mitglied"
    STAENDIGER_GAST = "staendiger_gast", "ständiger Gast"
    GAST = "gast", "Gast"
    SACHVERSTAENDIG = "sachverstaendig", "Sachverständige*r"
    GESCHAEFTSFUEHRUNG = "geschaeftsfuehrung", "Geschäftsführung"
    SCHRIFTFUEHRUNG = "schriftfuehrung", "Schriftführung"
    MODERATION = "moderation", "Moderation"
    BEISITZ = "beisitz", "Beisitz"
    BEOBACHTUNG = "beobachtung", "Beobachter*in"


# People are elected to them; whoever follows on the seat is not.
AEMTER = frozenset(
    {
        Mitgliedsrolle.VORSITZ,
        Mitgliedsrolle.STELLV_VORSITZ,
        Mitgliedsrolle.SPRECHER,
        Mitgliedsrolle.GESCHAEFTSFUEHRUNG,
        Mitgliedsrolle.SCHRIFTFUEHRUNG,
        Mitgliedsrolle.MODERATION,
    }
)


class Bestellungsart(TextChoices):
    """How a member came into the body."""

    GEWAEHLT = "gewaehlt", "gewählt"
    BENANNT = "benannt", "benannt"
    BERUFEN = "berufen", "berufen/bestellt"
    ENTSANDT = "entsandt", "entsandt"
    KRAFT_AMTES = "kraft_amtes", "kraft Amtes"
    BEIGETRETEN = "beigetreten", "beigetreten"
    KOOPTIERT = "kooptiert", "kooptiert"


class Endegrund(TextChoices):
    """Why a membership ended (DOMAIN c.2)."""

    ABLAUF = "ablauf", "Ablauf der Amtszeit"
    RUECKTRITT = "ruecktritt", "Rücktritt"
    ARBEITGEBERWECHSEL = "arbeitgeberwechsel", "Wechsel des Arbeitgebers"
    ABBERUFUNG = "abberufung", "Widerruf/Abberufung"
    RATSMANDAT = "ratsmandat", "Verlust des Ratsmandats"
    TOD = "tod", "Tod"
    AUFLOESUNG = "aufloesung", "Auflösung des Gremiums"
    AUSTRITT = "austritt", "Austritt"


class Anteil(TextChoices):
    """Share of the votes that a category of seats has (§ 71 SGB VIII)."""

    DREI_FUENFTEL = "drei_fuenftel", "3/5 – Vertretungskörperschaft"
    ZWEI_FUENFTEL = "zwei_fuenftel", "2/5 – anerkannte freie Träger"


class Mandatsstand(TextChoices):
    """State of a mandate on a day; computed, never stored (DOMAIN c.2)."""

    VORGESCHLAGEN = "vorgeschlagen", "vorgeschlagen"
    BESTELLT = "bestellt", "bestellt"
    AKTIV = "aktiv", "aktiv"
    ENDEND = "endend", "endet bald"
    RUHEND = "ruhend", "ruht"
    GESCHAEFTSFUEHREND = "geschaeftsfuehrend", "geschäftsführend"
    BEENDET = "beendet", "beendet"


class Vorschlagsstand(TextChoices):
    """What became of a proposal for a seat."""

    OFFEN = "offen", "vorgeschlagen"
    BESTELLT = "bestellt", "bestellt"
    ABGELEHNT = "abgelehnt", "abgelehnt"
    ZURUECKGEZOGEN = "zurueckgezogen", "zurückgezogen"


class Mandatswunsch(TextChoices):
    """What the holder would like when the mandate ends."""

    VERLAENGERN = "verlaengern", "möchte verlängern"
    ABGEBEN = "abgeben", "möchte abgeben"


class Handlungsart(TextChoices):
    """An act on mandates, done and undone as a whole."""

    BESTELLEN = "bestellen", "Mandat bestellt"
    BEENDEN = "beenden", "Mandat beendet"
    VERLAENGERN = "verlaengern", "Mandat verlängert"
    UEBERGEBEN = "uebergeben", "Sitz übergeben"
    WECHSELN = "wechseln", "Person gewechselt, die Organisation bleibt"
    NEU_BESTELLEN = "neu_bestellen", "Gremium neu bestellt"
    AUFLOESEN = "aufloesen", "Gremium aufgelöst"
    AUSSCHEIDEN = "ausscheiden", "Person ausgeschieden"
    VERTRETUNG = "vertretung", "Stellvertretung geregelt"
    RUHEN = "ruhen", "Mandat ruht"
    PRUEFEN = "pruefen", "Mandat geprüft"
    VORSCHLAGEN = "vorschlagen", "Vorschlag für einen Sitz"
    WUNSCH = "wunsch", "Wunsch zum Mandat"


class Handlungsstand(TextChoices):
    """Whether an act still stands."""

    AUSGEFUEHRT = "ausgefuehrt", "ausgeführt"
    ZURUECKGENOMMEN = "zurueckgenommen", "zurückgenommen"


class Vertretungsart(TextChoices):
    """How the holder of a seat is substituted."""

    PERSOENLICH = "persoenlich", "persönliche Stellvertretung"
    POOL = "pool", "Pool mit Rangfolge"
    FREI = "frei", "frei je Organisation"
    KEINE = "keine", "keine"


class Berichtsart(TextChoices):
    """Kind of a report."""

    QUARTAL = "quartal", "Quartalsbericht"
    JAHR = "jahr", "Jahresbericht"
    SACHBERICHT = "sachbericht", "Sachbericht"
    ANLASS = "anlass", "Bericht zu einem Anlass"
    AUSSCHUSS = "ausschuss", "Bericht an einen Ausschuss"


class Pflichtregel(TextChoices):
    """When a reporting duty falls due (DOMAIN c.7)."""

    NACH_EREIGNIS = "nach_ereignis", "einmalig nach einem Ereignis"
    QUARTAL = "quartal", "jedes Quartal"
    JAHR = "jahr", "jedes Jahr"
    BEGINN_UND_MITTE = "beginn_und_mitte", "zu Beginn und zur Mitte der Wahlperiode"
    BIS_DATUM = "bis_datum", "bis zu einem Datum"


class Pflichtstand(TextChoices):
    """How one report that is owed stands (DOMAIN c.7)."""

    UEBERFAELLIG = "ueberfaellig", "überfällig"
    FAELLIG = "faellig", "bald fällig"
    SPAETER = "spaeter", "später"
    AUSGESETZT = "ausgesetzt", "ausgesetzt"
    ERFUELLT = "erfuellt", "abgegeben"


class Beteiligungsart(TextChoices):
    """Part an organisation has in a project."""

    AUFTRAGGEBER = "auftraggeber", "Auftrag"
    KOORDINATION = "koordination", "Koordination"
    PARTNER = "partner", "Partner"
    BETEILIGT = "beteiligt", "beteiligt"


class Bezugsart(TextChoices):
    """How a project refers to a programme or initiative."""

    GEFOERDERT = "gefoerdert", "gefördert durch"
    TEIL_VON = "teil_von", "Teil von"
    KNUEPFT_AN = "knuepft_an", "knüpft an an"
    IM_RAHMEN = "im_rahmen", "im Rahmen von"


class Uebernahmestand(TextChoices):
    """How far a take-over is."""

    OFFEN = "offen", "offen"
    UEBERNOMMEN = "uebernommen", "übernommen"
    ZURUECKGENOMMEN = "zurueckgenommen", "zurückgenommen"
