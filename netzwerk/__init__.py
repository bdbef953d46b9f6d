"""Ground floor: the frame of the portal, organisations and people.

Knows: settings, accounts, organisations, people, areas, topics, images, documents,
editable pages, and what every publishable entry has in common (``Inhalt``).
Must not know: bodies, seats, meetings or papers; the apps above import from here,
never the other way round.
"""
