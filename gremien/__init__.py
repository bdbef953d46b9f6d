"""Middle floor: bodies and who sits in them.

Knows: bodies, their kinds and relations, who leads, seats, memberships, terms,
reports, projects and the editorial page "Unser Netzwerk"; everything of netzwerk.
Must not know: meetings, agendas and papers, which live in sitzungen.
"""
