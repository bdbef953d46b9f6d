"""README names every command, every verb and every setting, and no setting that is none."""

import ast
import re
from pathlib import Path

import pytest

WURZEL = Path(__file__).resolve().parents[1]
README = (WURZEL / "README.md").read_text()
SKRIPT = (WURZEL / "portal").read_text()
# Read, but nobody's choice.
FREMD = {"DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE", "HOME", "PATH", "LANG", "CI"}
LESEN = {"get", "getenv", "pop", "setdefault", "schalter", "liste", "rollen", "datenbank"}
QUELLEN = ("netzwerk", "gremien", "sitzungen", "deploy", "tests")


def befehle():
    return sorted(pfad.stem for pfad in WURZEL.glob("*/management/commands/[!_]*.py"))


def verben():
    auswahl = SKRIPT[SKRIPT.rindex("\ncase ") :]
    return [verb for verb in re.findall(r"^    ([a-z]+)\)", auswahl, re.MULTILINE) if verb != "hilfe"]


def _umgebungsname(knoten):
    """Return the name of the variable that an expression reads, or None."""
    if isinstance(knoten, ast.Subscript) and ast.unparse(knoten.value) == "os.environ":
        schluessel = knoten.slice
    elif isinstance(knoten, ast.Call) and knoten.args and isinstance(knoten.func, ast.Attribute | ast.Name):
        name = knoten.func.attr if isinstance(knoten.func, ast.Attribute) else knoten.func.id
        quelle = ast.unparse(knoten.func)
        schluessel = knoten.args[0] if name in LESEN and ("os." in quelle or "umgebung." in quelle) else None
    else:
        return None
    wert = schluessel.value if isinstance(schluessel, ast.Constant) else None
    return wert if isinstance(wert, str) and re.fullmatch(r"[A-Z][A-Z_]+", wert) else None


def einstellungen():
    namen = set(re.findall(r"\$\{([A-Z][A-Z_]+):-", SKRIPT))
    for pfad in [WURZEL / "manage.py", *(p for ordner in QUELLEN for p in (WURZEL / ordner).rglob("*.py"))]:
        namen |= set(map(_umgebungsname, ast.walk(ast.parse(pfad.read_text()))))
    # geheimnis() reads its variable itself; so do the names given without a constant.
    return sorted(namen - FREMD - {None})


@pytest.mark.parametrize("befehl", befehle())
def test_command_is_in_readme(befehl):
    assert f"| `{befehl}` |" in README


@pytest.mark.parametrize("verb", verben())
def test_verb_is_in_readme_and_help(verb):
    assert f"| `./portal {verb}` |" in README
    assert f"  ./portal {verb} " in SKRIPT


@pytest.mark.parametrize("name", einstellungen())
def test_setting_is_in_readme(name):
    assert f"| `{name}` |" in README


def test_readme_names_no_setting_that_nothing_reads():
    tabelle = re.findall(r"^\| `([A-Z][A-Z_]+)` \|", README, re.MULTILINE)
    assert set(tabelle) == set(einstellungen())


def test_lock_files_agree_and_name_no_place():
    laufzeit = (WURZEL / "requirements.txt").read_text()
    entwicklung = (WURZEL / "requirements-dev.txt").read_text()
    fassungen = re.findall(r"^[a-z0-9][^ ]*==\S+", laufzeit, re.MULTILINE)
    assert len(fassungen) > 10
    assert set(fassungen) <= set(re.findall(r"^[a-z0-9][^ ]*==\S+", entwicklung, re.MULTILINE))
    for text in (laufzeit, entwicklung):
        assert "--hash=sha256:" in text
        assert not re.search(r"https?:|file:|--index|--find-links", text)
