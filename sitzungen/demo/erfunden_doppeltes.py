"""An invented organisation that stands twice in the registry, so that merging can be tried."""

from gremien.models import Mitgliedschaft
from netzwerk.demo.lader import Demolader
from netzwerk.enums import Veroeffentlichung
from netzwerk.models import Organisation
from sitzungen.demo.erfunden_kalender import ERFUNDEN, SICHTBAR, ZUSATZ


def laden(lader: Demolader) -> None:
    """Make both, each with something of its own."""
    paar = (
        ("gut", f"Kinderhaus Regenbogen {ZUSATZ}", SICHTBAR | {"kurztext": f"{ERFUNDEN} Ein Kinderhaus."}),
        (
            "doppelt",
            f"Kinderhaus Regenbogen e. V. {ZUSATZ}",
            {"veroeffentlichung": Veroeffentlichung.ENTWURF, "kontakt_email": "kinderhaus@example.org"},
        ),
    )
    for schluessel, name, felder in paar:
        lader.anlegen(f"organisation/erfunden-{schluessel}", Organisation, name=name, **felder)
    for schluessel, gremium in (("gut", "nachfolger"), ("doppelt", "nachfolger"), ("doppelt", "ruhend")):
        lader.anlegen(
            f"mitgliedschaft/erfunden-{schluessel}/{gremium}",
            Mitgliedschaft,
            gremium=lader[f"gremium/erfunden-{gremium}"],
            organisation=lader[f"organisation/erfunden-{schluessel}"],
            notiz_intern=ERFUNDEN if schluessel == "doppelt" else "",
        )
