"""What templates of every floor need."""

from typing import Any

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.safestring import SafeString

from netzwerk.lib import jsonld

register = template.Library()


@register.filter
def datenblock(daten: dict[str, Any]) -> SafeString:
    """Return an object of schema.org as a data block of the page."""
    return jsonld.datenblock(daten)


@register.simple_tag(takes_context=True)
def nochmal(context: Context, name: str) -> SafeString:
    """Return what a page puts into a block, to say it a second time: its title in a preview."""
    block = context.render_context[BLOCK_CONTEXT_KEY].get_block(name)
    # The block escaped what it prints; only the white space around it goes.
    return SafeString(block.render(context).strip()) if block else SafeString()


class OderLeer(template.Node):
    """A part of a page, or what is said in its place when nothing is in it."""

    def __init__(self, inhalt: NodeList, leer: NodeList) -> None:
        """Keep both parts."""
        self.inhalt, self.leer = inhalt, leer

    def render(self, context: Context) -> SafeString:
        """Return the part; the other one if it holds only white space."""
        text = self.inhalt.render(context)
        return text if text.strip() else self.leer.render(context)


@register.tag
def oder_leer(parser: Parser, token: Token) -> OderLeer:
    """Parse ``{% oder_leer %} sections {% sonst %} a kind word {% endoder_leer %}``.

    Sections come from tags of upper floors, so a page cannot know beforehand whether there are any.
    """
    inhalt = parser.parse(("sonst",))
    parser.delete_first_token()
    leer = parser.parse(("endoder_leer",))
    parser.delete_first_token()
    return OderLeer(inhalt, leer)
