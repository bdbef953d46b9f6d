"""The rules of mandates: who sits where on a day, in what state, and whether the body is complete.

``stand``, ``pruefung``, ``vertretung`` and ``fristen`` are pure: they judge rows that ``besetzung`` loaded.
"""
