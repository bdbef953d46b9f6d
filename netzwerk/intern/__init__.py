"""The staff area's machinery: one description of a noun (``Bereich``) gives it list, form, history and bin.

Knows forms, actions and models of this floor, and no noun of an upper one: upper apps describe
their nouns with ``Bereich`` and put ``wege(bereich)`` into their urls. Must not know screens.
"""
