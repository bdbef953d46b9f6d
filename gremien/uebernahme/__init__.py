"""The take-over assistant: reads a page or a table that someone pasted and proposes entries.

Pure: no models, no database. From the outside in: ``lesen`` (text or file → proposals) uses
``datei`` and ``tabelle`` (bytes, CSV, XLSX), ``klartext`` and ``webseite`` (→ blocks),
``gliederung`` (blocks → sections) and ``deuten`` (section → proposal), which asks the small
recognisers ``arten``, ``ebenen``, ``namen``, ``leitung``, ``organisationen`` and ``merkmale``.
Every guess quotes the words it rests on and says whether it is certain.
"""
