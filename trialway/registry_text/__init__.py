"""Words of a registry made fit to be read: record ─▶ **repaired text, blocks, HTML** ─▶ presenters.

repair("Life expectancy \\>= 6 months")   # "Life expectancy >= 6 months"
to_html("1. Age 18\n2. Consent")          # an ordered list, safe to put into a page
"""

from trialway.registry_text.html import inline_html, to_html
from trialway.registry_text.repair import repair, repair_name
from trialway.registry_text.terminal import to_terminal

__all__ = ["inline_html", "repair", "repair_name", "to_html", "to_terminal"]
