"""Areas of the five sources: Stadtteil < Stadtbezirk < Stadt < Kreis < Land."""

from netzwerk.demo.lader import Demolader
from netzwerk.enums import Gebietsart, Veroeffentlichung
from netzwerk.models import Gebiet

# Key (and address), name, kind, key of the area it lies in; parents first.
GEBIETE = (
    ("deutschland", "Deutschland", Gebietsart.BUND, None),
    ("hessen", "Hessen", Gebietsart.LAND, "deutschland"),
    ("thueringen", "Thüringen", Gebietsart.LAND, "deutschland"),
    ("nordrhein-westfalen", "Nordrhein-Westfalen", Gebietsart.LAND, "deutschland"),
    ("niedersachsen", "Niedersachsen", Gebietsart.LAND, "deutschland"),
    ("baden-wuerttemberg", "Baden-Württemberg", Gebietsart.LAND, "deutschland"),
    ("berlin", "Berlin", Gebietsart.LAND, "deutschland"),
    ("freie-hansestadt-bremen", "Freie Hansestadt Bremen", Gebietsart.LAND, "deutschland"),
    ("landkreis-marburg-biedenkopf", "Landkreis Marburg-Biedenkopf", Gebietsart.KREIS, "hessen"),
    ("marburg", "Marburg", Gebietsart.STADT, "landkreis-marburg-biedenkopf"),
    ("kreis-offenbach", "Kreis Offenbach", Gebietsart.KREIS, "hessen"),
    ("langen", "Langen", Gebietsart.STADT, "kreis-offenbach"),
    ("dreieich", "Dreieich", Gebietsart.STADT, "kreis-offenbach"),
    ("wiesbaden", "Wiesbaden", Gebietsart.STADT, "hessen"),
    ("jena", "Jena", Gebietsart.STADT, "thueringen"),
    ("jena-lobeda", "Jena-Lobeda", Gebietsart.STADTTEIL, "jena"),
    ("herne", "Herne", Gebietsart.STADT, "nordrhein-westfalen"),
    ("herne-sodingen", "Sodingen", Gebietsart.STADTBEZIRK, "herne"),
    ("herne-wanne", "Wanne", Gebietsart.STADTBEZIRK, "herne"),
    ("herne-eickel", "Eickel", Gebietsart.STADTBEZIRK, "herne"),
    ("herne-mitte", "Herne-Mitte", Gebietsart.STADTBEZIRK, "herne"),
    ("dorsten", "Dorsten", Gebietsart.STADT, "nordrhein-westfalen"),
    ("dortmund", "Dortmund", Gebietsart.STADT, "nordrhein-westfalen"),
    ("essen", "Essen", Gebietsart.STADT, "nordrhein-westfalen"),
    ("hamm", "Hamm", Gebietsart.STADT, "nordrhein-westfalen"),
    ("kreis-steinfurt", "Kreis Steinfurt", Gebietsart.KREIS, "nordrhein-westfalen"),
    ("ibbenbueren", "Ibbenbüren", Gebietsart.STADT, "kreis-steinfurt"),
    ("stolberg", "Stolberg", Gebietsart.STADT, "nordrhein-westfalen"),
    ("landkreis-leer", "Landkreis Leer", Gebietsart.KREIS, "niedersachsen"),
    ("oldenburg", "Oldenburg", Gebietsart.STADT, "niedersachsen"),
    ("landkreis-rottweil", "Landkreis Rottweil", Gebietsart.KREIS, "baden-wuerttemberg"),
    ("berlin-steglitz-zehlendorf", "Berlin Steglitz-Zehlendorf", Gebietsart.STADTBEZIRK, "berlin"),
    ("bremen", "Bremen", Gebietsart.STADT, "freie-hansestadt-bremen"),
)


def laden(lader: Demolader) -> None:
    """Make the areas that are missing."""
    for schluessel, name, art, liegt_in in GEBIETE:
        lader.anlegen(
            f"gebiet/{schluessel}",
            Gebiet,
            name=name,
            slug=schluessel,
            art=art,
            parent=lader[f"gebiet/{liegt_in}"] if liegt_in else None,
            veroeffentlichung=Veroeffentlichung.VEROEFFENTLICHT,
        )
