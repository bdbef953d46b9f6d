"""The complete registry as one JSON file: every row of every floor, without accounts and history."""

import base64
import json
from typing import Any

from django.core.files.storage import default_storage
from django.db import models, transaction

from netzwerk.lib import registerdatei
from netzwerk.lib.dates import jetzt
from netzwerk.register import registermodelle, zeilen


def dateien(inhalt: dict[str, list[registerdatei.Zeile]]) -> dict[str, str]:
    """Return the files that rows name, each as base64; one that is gone is left out."""
    ergebnis = {}
    for modell in registermodelle():
        spalten = [feld.name for feld in modell._meta.concrete_fields if isinstance(feld, models.FileField)]
        for zeile in inhalt[modell._meta.label_lower] if spalten else []:
            for name in filter(None, (zeile[spalte] for spalte in spalten)):
                if default_storage.exists(name):
                    with default_storage.open(name) as datei:
                        ergebnis[name] = base64.b64encode(datei.read()).decode("ascii")
    return ergebnis


def ausfuhr(*, mit_dateien: bool = True) -> dict[str, Any]:
    """Return the whole registry as it is at one moment."""
    with transaction.atomic():
        inhalt = zeilen()
    return {
        "format": registerdatei.FORMAT,
        "version": registerdatei.VERSION,
        "erstellt": jetzt().isoformat(),
        "zeilen": inhalt,
        "dateien": dateien(inhalt) if mit_dateien else {},
    }


def als_json(daten: dict[str, Any]) -> bytes:
    """Return the file's bytes: one row a line, so that two files can be compared."""
    teile = []
    for name, gruppe in daten["zeilen"].items():
        reihen = ",\n".join(f"  {json.dumps(zeile, ensure_ascii=False, sort_keys=True)}" for zeile in gruppe)
        teile.append(f"{json.dumps(name)}: [\n{reihen}\n ]" if gruppe else f"{json.dumps(name)}: []")
    kopf = {name: daten[name] for name in ("format", "version", "erstellt")}
    rumpf = ",\n ".join(teile)
    ablage = json.dumps(daten["dateien"], indent=1, sort_keys=True)
    text = f'{json.dumps(kopf)[:-1]},\n"zeilen": {{\n {rumpf}\n}},\n"dateien": {ablage}}}\n'
    return text.encode("utf-8", "surrogatepass")
