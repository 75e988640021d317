"""How times are written in registries: **the rows of all tables in the order in which they are tried** ─▶
parts.

Earlier rows take their words first: what only looks like a schedule before anything else, a range of days
before a list of days.
"""

import re

from trialway.language_rules import RuleTable
from trialway.plain.dosing.day_patterns import DAY_PATTERNS
from trialway.plain.dosing.false_doses import FALSE_DOSES
from trialway.plain.dosing.false_matches import FALSE_MATCHES
from trialway.plain.dosing.frequency_patterns import FREQUENCY_PATTERNS
from trialway.plain.dosing.length_patterns import LENGTH_PATTERNS

ROWS = (*FALSE_MATCHES, *FALSE_DOSES, *DAY_PATTERNS, *FREQUENCY_PATTERNS, *LENGTH_PATTERNS)
RULES = RuleTable(*ROWS, flags=re.IGNORECASE)
