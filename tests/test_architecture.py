"""The house keeps its order: what a linter of imports cannot see."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver

HAUS = Path(__file__).resolve().parent.parent
STOCKWERKE = ("netzwerk", "gremien", "sitzungen")
UNSERE_MODELLE = [modell for modell in apps.get_models() if modell._meta.app_label in STOCKWERKE]
# The one module that may write past save(), because it is what save() calls.
EMPFAENGER = HAUS / "netzwerk" / "receivers.py"


def python_dateien(*ordner):
    return [
        datei
        for name in ordner
        for datei in sorted((HAUS / name).rglob("*.py"))
        if "migrations" not in datei.parts
    ]


def reverse_namen(muster, gefunden):
    """Return view name → module of the view for every route."""
    for eintrag in muster:
        if isinstance(eintrag, URLResolver):
            reverse_namen(eintrag.url_patterns, gefunden)
        elif isinstance(eintrag, URLPattern) and eintrag.name:
            gefunden[eintrag.name] = eintrag.callback.__module__
    return gefunden


@pytest.mark.parametrize("modell", UNSERE_MODELLE, ids=lambda modell: modell._meta.label)
def test_a_relation_points_to_its_own_floor_or_a_lower_one(modell):
    hoehe = STOCKWERKE.index(modell._meta.app_label)
    ziele = {
        feld.related_model._meta.app_label
        for feld in modell._meta.get_fields(include_hidden=True)
        if feld.is_relation and feld.concrete and feld.related_model is not None
    }

    assert {ziel for ziel in ziele if ziel in STOCKWERKE and STOCKWERKE.index(ziel) > hoehe} == set()


@pytest.mark.parametrize(
    ("unten", "oben"), [("netzwerk", "gremien"), ("netzwerk", "sitzungen"), ("gremien", "sitzungen")]
)
def test_a_lower_floor_never_names_a_page_of_an_upper_one(unten, oben):
    namen = {
        name
        for name, modul in reverse_namen(get_resolver().url_patterns, {}).items()
        if modul.startswith(f"{oben}.")
    }
    assert namen, "there are pages to forbid"
    genannt = {
        f"{datei.relative_to(HAUS)}: {name}"
        for datei in python_dateien(unten)
        for name in re.findall(
            r"(?:reverse|reverse_lazy|redirect|resolve_url)\(\s*[\"']([\w:-]+)", datei.read_text()
        )
        if name in namen
    }

    assert genannt == set()


def test_the_ground_floor_names_upper_apps_only_in_settings_and_the_table_of_prefixes():
    erlaubt = {HAUS / "netzwerk" / "settings.py", HAUS / "netzwerk" / "urls" / "root.py"}
    genannt = [
        str(datei.relative_to(HAUS))
        for datei in python_dateien("netzwerk")
        if datei not in erlaubt
        for knoten in ast.walk(ast.parse(datei.read_text()))
        if isinstance(knoten, ast.Constant)
        and isinstance(knoten.value, str)
        and re.fullmatch(r"(gremien|sitzungen)\.\w[\w.]*", knoten.value)
    ]

    assert genannt == []


def verbotene_schreiber(quelle):
    """Return calls that write past save(): history and stamps would not notice."""
    verboten = {"bulk_create", "bulk_update", "_raw_delete", "raw"}
    return [
        f"{knoten.func.attr} in line {knoten.lineno}"
        for knoten in ast.walk(ast.parse(quelle))
        if isinstance(knoten, ast.Call)
        and isinstance(knoten.func, ast.Attribute)
        and (
            knoten.func.attr in verboten
            # dict.update and set.update take no keywords alone; QuerySet.update takes nothing else.
            or (knoten.func.attr == "update" and knoten.keywords and not knoten.args)
        )
    ]


def test_nothing_writes_past_history_and_stamps():
    # Rows that are no content: the marks of the demo data, and a backup read back as it was.
    ausnahmen = {
        EMPFAENGER,
        HAUS / "netzwerk" / "demo" / "lader.py",
        HAUS / "netzwerk" / "lib" / "sicherung.py",
        HAUS / "netzwerk" / "lib" / "verlaufsbeginn.py",
    }
    funde = {
        str(datei.relative_to(HAUS)): fund
        for datei in python_dateien(*STOCKWERKE)
        if datei not in ausnahmen and (fund := verbotene_schreiber(datei.read_text()))
    }

    assert funde == {}


def test_the_search_for_forbidden_writers_finds_them():
    assert verbotene_schreiber("Gremium.objects.filter(pk=1).update(name='x')")
    assert verbotene_schreiber("Gremium.objects.bulk_create(zeilen)")
    assert not verbotene_schreiber("namen.update(andere)")


def oeffentliche_module():
    """Return the modules whose answers anyone may read."""
    return [
        datei
        for app in STOCKWERKE
        for datei in [
            *(HAUS / app / "views").glob("*.py"),
            *(HAUS / app / "templatetags").glob("*.py"),
            HAUS / app / "queries.py",
        ]
        if datei.exists() and datei.stem not in {"__init__", "fehler", "gesund", "stil", "staff"}
    ]


def leser_ohne_tuer(quelle, modelle):
    """Return places that begin reading a publishable model without ``.oeffentlich()``.

    ``Modell.objects`` must be followed by it in the same chain, unless the chain is handed to
    ``oeffentlich_oder_weg`` or is a base of ``…_mit_listen``, whose users narrow it.
    """
    baum = ast.parse(quelle)
    eltern = {kind: knoten for knoten in ast.walk(baum) for kind in ast.iter_child_nodes(knoten)}
    funde = []
    for knoten in ast.walk(baum):
        ist_leser = (
            isinstance(knoten, ast.Attribute)
            and knoten.attr == "objects"
            and isinstance(knoten.value, ast.Name)
            and knoten.value.id in modelle
        )
        if not ist_leser:
            continue
        kette, drumherum, oben = [], "", knoten
        while oben in eltern:
            oben = eltern[oben]
            if isinstance(oben, ast.Attribute):
                kette.append(oben.attr)
            if isinstance(oben, ast.Call) and isinstance(oben.func, ast.Name):
                drumherum += oben.func.id
            if isinstance(oben, ast.FunctionDef):
                drumherum += oben.name
        grundlage = "_mit_listen" in drumherum and "annotate" in kette
        if "oeffentlich" not in kette and "oeffentlich_oder_weg" not in drumherum and not grundlage:
            funde.append(f"{knoten.value.id}.objects in line {knoten.lineno}")
    return funde


def test_public_code_reads_only_through_the_public_door():
    mit_tuer = {modell.__name__ for modell in UNSERE_MODELLE if hasattr(modell.objects.all(), "oeffentlich")}
    funde = {
        str(datei.relative_to(HAUS)): fund
        for datei in oeffentliche_module()
        if (fund := leser_ohne_tuer(datei.read_text(), mit_tuer))
    }

    assert len(mit_tuer) >= 15
    assert funde == {}


def test_the_search_for_missing_doors_finds_them():
    assert leser_ohne_tuer("x = Gremium.objects.filter(pk=1)", {"Gremium"})
    assert not leser_ohne_tuer("x = Gremium.objects.oeffentlich().filter(pk=1)", {"Gremium"})


@pytest.mark.parametrize("app", STOCKWERKE)
def test_every_app_says_what_it_knows_and_keeps_its_decisions(app):
    beginn = ast.get_docstring(ast.parse((HAUS / app / "__init__.py").read_text())) or ""

    assert "Must not know" in beginn or "Nothing imports from here" in beginn
    assert (HAUS / app / "README.md").exists()
