"""The matrix as files for spreadsheets: as it is shown, and as a list that can be sorted and filtered."""

from gremien.vertretungen.matrix import FREI, VERTRETUNG, Matrix, Posten

KOPF = ["Wer", "Gremium", "Art des Gremiums", "Was", "Rolle", "Für", "Stand", "Endet", "Stellvertretung"]
ARTEN = {FREI: "freier Sitz", VERTRETUNG: "Stellvertretung"}


def liste(matrix: Matrix) -> list[list[object]]:
    """Return a row for each mandate, deputy's place and vacant seat."""
    return [
        [
            posten.name or zeile.name,
            str(gremium),
            str(gremium.art),
            ARTEN.get(posten.art, "Mandat"),
            posten.rolle,
            posten.fuer,
            posten.stand,
            posten.bis,
            posten.vertretung,
        ]
        for zeile, zellen in matrix.als_listen()
        for gremium, postenliste in zellen
        for posten in postenliste
    ]


def raster(matrix: Matrix, *, mit_namen: bool) -> tuple[list[str], list[list[object]]]:
    """Return heading and rows of the matrix, each cell in words."""
    kopf = ["Wer", *(str(gremium) for gremium in matrix.spalten)]
    zeilen: list[list[object]] = [
        [
            zeile.name,
            *("\n".join(in_worten(posten, mit_namen=mit_namen) for posten in zelle) for zelle in zellen),
        ]
        for zeile, zellen in matrix.je_zeile()
    ]
    return kopf, zeilen


def in_worten(posten: Posten, *, mit_namen: bool) -> str:
    """Return what stands in a cell as one line."""
    teile = [posten.name if mit_namen else "", posten.rolle, posten.stand]
    teile += [f"Vertretung: {posten.vertretung}" if posten.vertretung else "", posten.pruefen]
    return "; ".join(teil for teil in teile if teil)
