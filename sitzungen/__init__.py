"""Top floor: meetings, agendas, papers, decisions, and the pages that show all floors.

Knows: everything below. Nothing imports from here.
"""
