"""Invented: who holds the seats of IKJG, who steps in, and which accounts look after what."""

from datetime import date

from gremien.demo.ikjg import JHA
from gremien.enums import Bestellungsart, Endegrund, Mitgliedsrolle
from gremien.models import Betreuung, Mitgliedschaft, Stellvertretung, Wahlperiode
from netzwerk.demo.konten import ist_da
from netzwerk.demo.lader import Demolader

HINWEIS = "Erfunden für die Demodaten: Personen und Daten dieser Mitgliedschaft gibt es nicht."
BEGINN, ENDE = date(2026, 4, 1), date(2031, 3, 31)
# Body, who holds the seat, who steps in, last day.
BESETZUNG = (
    ("fachausschuss-erziehungs-und-eingliederungshilfe", "wiebke-anders", "ole-wintermann", ENDE),
    ("fachausschuss-jugendfoerderung", "jale-sommerfeld", "nuria-feldhaus", ENDE),
    # Ends early, so that the reminder of ending terms has something to say.
    ("fachausschuss-kinderbetreuung", "katrin-vogelsang", "benno-quell", date(2027, 3, 31)),
)
FRUEHER = ("fachausschuss-jugendfoerderung", "ingrid-altmann", date(2021, 4, 1), date(2026, 3, 31))


def laden(lader: Demolader) -> None:
    """Fill the seats in the three Fachausschüsse; one of them had a holder before."""
    periode = lader.anlegen(
        "wahlperiode/marburg-2026",
        Wahlperiode,
        koerperschaft=lader["organisation/stadt-marburg"],
        name="Amtszeit 2026–2031 (erfunden)",
        von=BEGINN,
        bis=ENDE,
    )
    fachausschuss, wer, von, bis = FRUEHER
    fruehere = lader.anlegen(
        f"mitglied/{fachausschuss}/{wer}",
        Mitgliedschaft,
        gremium=lader[f"gremium/{fachausschuss}"],
        sitz=lader[f"sitz/{fachausschuss}/1"],
        person=lader[f"person/{wer}"],
        im_auftrag_von=lader["organisation/ikjg"],
        rolle=Mitgliedsrolle.GEWAEHLT,
        bestellungsart=Bestellungsart.GEWAEHLT,
        von=von,
        bis=bis,
        endegrund=Endegrund.ABLAUF,
        notiz_intern=HINWEIS,
    )
    for schluessel, mitglied, vertretung, letzter_tag in BESETZUNG:
        mitgliedschaft = lader.anlegen(
            f"mitglied/{schluessel}/{mitglied}",
            Mitgliedschaft,
            gremium=lader[f"gremium/{schluessel}"],
            sitz=lader[f"sitz/{schluessel}/1"],
            person=lader[f"person/{mitglied}"],
            im_auftrag_von=lader["organisation/ikjg"],
            rolle=Mitgliedsrolle.GEWAEHLT,
            bestellungsart=Bestellungsart.GEWAEHLT,
            wahlperiode=periode,
            vorgaenger=fruehere if schluessel == fachausschuss else None,
            von=BEGINN,
            bis=letzter_tag,
            stunden_je_jahr=24,
            notiz_intern=HINWEIS,
        )
        lader.anlegen(
            f"stellvertretung/{schluessel}/1",
            Stellvertretung,
            mitgliedschaft=mitgliedschaft,
            person=lader[f"person/{vertretung}"],
            rang=1,
            von=BEGINN,
            bis=letzter_tag,
        )
    if ist_da(lader, "konto/gremium"):
        lader.anlegen(
            f"betreuung/{JHA}", Betreuung, konto=lader["konto/gremium"], gremium=lader[f"gremium/{JHA}"]
        )
