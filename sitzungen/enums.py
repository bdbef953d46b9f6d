"""Value lists of meetings, papers and decisions (DOMAIN a.5, a.6, c.1, c.3, c.6)."""

from django.db.models import TextChoices


class Sitzungsstatus(TextChoices):
    """State of a meeting."""

    ENTWURF = "entwurf", "Entwurf"
    TERMINIERT = "terminiert", "geplant"
    EINGELADEN = "eingeladen", "eingeladen"
    LAEUFT = "laeuft", "läuft"
    DURCHGEFUEHRT = "durchgefuehrt", "durchgeführt"
    ABGESCHLOSSEN = "abgeschlossen", "abgeschlossen"
    ABGESAGT = "abgesagt", "abgesagt"
    VERLEGT = "verlegt", "verlegt"
    ENTFALLEN = "entfallen", "entfallen"


AUSGEFALLEN = (Sitzungsstatus.ABGESAGT, Sitzungsstatus.VERLEGT, Sitzungsstatus.ENTFALLEN)


class Anwesenheitsstatus(TextChoices):
    """Whether a member comes, or came, to a meeting (DOMAIN a.5)."""

    EINGELADEN = "eingeladen", "eingeladen"
    ZUGESAGT = "zugesagt", "zugesagt"
    ANWESEND = "anwesend", "anwesend"
    VERTRETEN = "vertreten", "wird vertreten"
    ENTSCHULDIGT = "entschuldigt", "entschuldigt"
    FEHLT = "fehlt", "nicht anwesend"


class Anlass(TextChoices):
    """Why a meeting is held."""

    ORDENTLICH = "ordentlich", "ordentliche Sitzung"
    SONDER = "sonder", "Sondersitzung"
    KONSTITUIEREND = "konstituierend", "konstituierende Sitzung"
    KLAUSUR = "klausur", "Klausur"
    GEMEINSAM = "gemeinsam", "gemeinsame Sitzung"


class Sitzungsform(TextChoices):
    """Where people sit."""

    PRAESENZ = "praesenz", "vor Ort"
    DIGITAL = "digital", "digital"
    HYBRID = "hybrid", "hybrid"


class Teil(TextChoices):
    """Part of an agenda or step that the public may read or not."""

    OEFFENTLICH = "oeffentlich", "öffentlich"
    NICHT_OEFFENTLICH = "nicht_oeffentlich", "nicht öffentlich"


class Punktart(TextChoices):
    """Kind of an agenda item."""

    REGULARIEN = "regularien", "Regularien"
    BERATUNG = "beratung", "Beratung"
    WAHL = "wahl", "Wahl"
    BERICHT = "bericht", "Bericht"
    MITTEILUNG = "mitteilung", "Mitteilung"
    ANFRAGE = "anfrage", "Anfrage"
    EINWOHNERFRAGEN = "einwohnerfragen", "Einwohnerfragestunde"
    VERSCHIEDENES = "verschiedenes", "Verschiedenes"


class Ergebnis(TextChoices):
    """Result of a step or item; it does not follow from the kind of step."""

    BESCHLOSSEN = "beschlossen", "beschlossen"
    MIT_AENDERUNGEN = "mit_aenderungen", "mit Änderungen beschlossen"
    ABGELEHNT = "abgelehnt", "abgelehnt"
    EMPFOHLEN = "empfohlen", "empfohlen"
    ZUR_KENNTNIS = "zur_kenntnis", "zur Kenntnis genommen"
    VERTAGT = "vertagt", "vertagt"
    VERWIESEN = "verwiesen", "verwiesen"
    ABGESETZT = "abgesetzt", "abgesetzt"
    ZURUECKGEZOGEN = "zurueckgezogen", "zurückgezogen"


class Zustaendigkeit(TextChoices):
    """What a body is asked to do with a paper."""

    ANHOERUNG = "anhoerung", "Anhörung"
    VORBERATUNG = "vorberatung", "Vorberatung"
    EMPFEHLUNG = "empfehlung", "Empfehlung"
    ENTSCHEIDUNG = "entscheidung", "Entscheidung"
    KENNTNISNAHME = "kenntnisnahme", "Kenntnisnahme"
    STELLUNGNAHME = "stellungnahme", "Stellungnahme"


class Schrittstatus(TextChoices):
    """How far a step of the Beratungsfolge has come."""

    GEPLANT = "geplant", "geplant"
    AUF_TAGESORDNUNG = "auf_tagesordnung", "auf der Tagesordnung"
    ERLEDIGT = "erledigt", "erledigt"


class Vorlagenart(TextChoices):
    """Kind of a paper."""

    OEFFENTLICHE_BESCHLUSSVORLAGE = "oeffentliche_beschlussvorlage", "öffentliche Beschlussvorlage"
    BESCHLUSSVORLAGE = "beschlussvorlage", "Beschlussvorlage"
    ENTSCHEIDUNGSVORLAGE = "entscheidungsvorlage", "Entscheidungsvorlage"
    MITTEILUNGSVORLAGE = "mitteilungsvorlage", "Mitteilungsvorlage"
    ANTRAG = "antrag", "Antrag"
    ANFRAGE = "anfrage", "Anfrage"
    BERICHT = "bericht", "Bericht"


class Vorlagenstand(TextChoices):
    """State of a paper (DOMAIN c.3)."""

    ENTWURF = "entwurf", "Entwurf"
    IN_ABSTIMMUNG = "in_abstimmung", "in Abstimmung"
    FREIGEGEBEN = "freigegeben", "freigegeben"
    IN_BERATUNG = "in_beratung", "in Beratung"
    ABGESCHLOSSEN = "abgeschlossen", "abgeschlossen"
    ZURUECKGEZOGEN = "zurueckgezogen", "zurückgezogen"
    ERSETZT = "ersetzt", "ersetzt"


# Before release a paper is nobody's business but the office's.
NICHT_FREIGEGEBEN = (Vorlagenstand.ENTWURF, Vorlagenstand.IN_ABSTIMMUNG)


class Vorlagenbezugsart(TextChoices):
    """How a paper refers to another, as said of the first."""

    NACHFOLGER = "nachfolger", "folgt auf"
    ERGAENZUNG = "ergaenzung", "ergänzt"
    AENDERUNG = "aenderung", "Änderungsantrag zu"
    ANTWORT = "antwort", "Antwort auf"

    @property
    def umkehrung(self) -> str:
        """Return how the second paper says the same."""
        return {
            Vorlagenbezugsart.NACHFOLGER: "Folgevorlage",
            Vorlagenbezugsart.ERGAENZUNG: "ergänzt durch",
            Vorlagenbezugsart.AENDERUNG: "Änderungsantrag",
            Vorlagenbezugsart.ANTWORT: "Antwort",
        }[self]


class Beschlussart(TextChoices):
    """Kind of a decision."""

    BESCHLUSS = "beschluss", "Beschluss"
    EMPFEHLUNG = "empfehlung", "Empfehlung"
    AUFTRAG = "auftrag", "Auftrag"
    ZUSAGE = "zusage", "Zusage"
    KENNTNISNAHME = "kenntnisnahme", "Kenntnisnahme"
    FORDERUNG = "forderung", "Forderung"


class Umsetzung(TextChoices):
    """What became of a decision (DOMAIN c.6)."""

    OFFEN = "offen", "offen"
    IN_UMSETZUNG = "in_umsetzung", "in Umsetzung"
    VERZOEGERT = "verzoegert", "verzögert"
    FORTLAUFEND = "fortlaufend", "fortlaufend"
    UMGESETZT = "umgesetzt", "umgesetzt"
    NICHT_UMSETZBAR = "nicht_umsetzbar", "nicht umsetzbar"
    AUFGEHOBEN = "aufgehoben", "aufgehoben oder ersetzt"
