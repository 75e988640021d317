"""What words around a marker say of it: **the table of states** ─▶ biomarkers."""

import re

from trialway.criteria.readers.gene_rules import GENES
from trialway.language_rules import LanguageRule, RuleTable

_CALLED_POSITIVE = r"positiv\w{0,4}|pos\b|over-?express\w{1,4}|express(?:ion|ing|es)"
_ALTERED = (
    r"mutat\w{1,4}|mutant|sensiti[sz]ing mutation\w?|rearrang\w{1,6}|fusions?|translocat\w{1,4}|amplif\w{1,8}"
    r"|deletion|insertion|alterations?|activating|genomic|driver"
)
_MUTATIONS = r"exon (?:19|20|21)|l858r|t790m|v600\w?|g12\w"
_POSITIVE = f"(?:{_CALLED_POSITIVE}|{_ALTERED}|{_MUTATIONS})"
_ANY_GENE = "|".join(re.sub(r"\(\?P<\w{1,20}>", "(?:", row.pattern, count=1) for row in GENES)
_SOME_WORDS_ON = r"\b(?: [\w(),/-]{1,24}){0,14} ?$"

BIOMARKERS = RuleTable(
    LanguageRule(
        "biomarker.state.plus",
        r"(?P<plus>\+(?!/-))",
        "The sign for positive.",
        example="+ disease",
        counter_example="+/- disease",
    ),
    LanguageRule(
        "biomarker.state.low",
        r"(?P<low>[ -]low\b)",
        "Little of it.",
        example="-low breast cancer",
        counter_example=" lower",
    ),
    LanguageRule(
        "biomarker.state.negative",
        r"(?P<negative>[ -]{0,3}(?:is |are "
        r"|status )?(?:negativ\w{0,3}|wild[ -]?type|non-?amplified|not amplified|(?:mutation"
        r"|fusion)[ -]?negative|unmutated|-(?=[ ,;)]|$)))",
        "Not there, or not altered.",
        example=" wild-type",
        counter_example="-mutated",
    ),
    LanguageRule(
        "biomarker.state.positive",
        rf"(?P<positive>(?:[ -]?\([^)]{{1,24}}\))?[ -]{{0,2}}(?:(?:\w{{1,14}}[ -]){{0,3}}?(?:status "
        rf")?(?:is |are )?)?{_POSITIVE})",
        "There, or altered. One row, for the nearest of these words counts.",
        example=" status is positive",
        counter_example=" status is known",
    ),
    LanguageRule(
        "biomarker.state.high",
        r"(?P<high>[^.;,]{0,24}(?:cps|tps|tc|ic|tap|expression|level)?[^.;,]{0,12}[≥>] ?\d)",
        "So much of it, or more.",
        example=" tps ≥ 50%",
        counter_example=" tps of 50%",
    ),
    LanguageRule(
        "biomarker.shared-state",
        rf"(?: ?\([^)]{{1,60}}\))?(?: ?(?:,|/|and|or|and/or|, and|, or) ?(?:{_ANY_GENE}|ras"
        rf"|nsclc)(?: ?\([^)]{{1,40}}\))?){{1,4}} ?(?:(?:gene|are|is|sensitizing|driver|activating|or"
        rf"|common|fusion|exon|20|19|all|status) ){{0,3}}(?P<state>negativ\w{{0,3}}|{_POSITIVE})",
        "One state for several markers.",
        example=", pr and her2 are negative",
        counter_example=", pr and her2 are known",
    ),
    LanguageRule(
        "biomarker.alteration-of",
        r"\b(?:mutations?|rearrangements?|fusions?|amplification|expression"
        r"|positivity) (?:of|in|for) (?:the )?$",
        "The state stands before the marker.",
        example="mutations in the ",
        counter_example="mutations near ",
    ),
    LanguageRule(
        "biomarker.negated.none",
        rf"\b(?:no|non|nor|without|not have|not harbou?r){_SOME_WORDS_ON}",
        "The tumour does not have it.",
        example="without sensitizing ",
        counter_example="with sensitizing ",
    ),
    LanguageRule(
        "biomarker.negated.lack",
        rf"\b(?:absence of|lack(?:ing)? (?:of)?|free of|contains no|exclude[ds]?){_SOME_WORDS_ON}",
        "It lacks it, or those who have it are left out.",
        example="absence of known ",
        counter_example="presence of known ",
    ),
    LanguageRule(
        "biomarker.negated.tested",
        rf"\b(?:negative (?:\w{{1,10}} ){{0,2}}(?:for|of)|tested negative for){_SOME_WORDS_ON}",
        "A test did not find it.",
        example="tested negative for ",
        counter_example="tested for ",
    ),
    LanguageRule(
        "biomarker.msi-stable",
        r"stable|mss|pmmr|proficient",
        "Microsatellites that are stable.",
        example="microsatellite stable",
        counter_example="msi-high",
    ),
    LanguageRule(
        "biomarker.egfr-mutation",
        r"\b(?:19 ?-?del\w{0,5}|exon 19 del\w{0,5}|l858r|t790m)\b",
        "A mutation of EGFR by its own name.",
        example="exon 19 deletion",
        counter_example="exon 14 skipping",
    ),
    LanguageRule(
        "biomarker.egfr-meant",
        r"egfr|t790m|l858r",
        "A deletion in exon 19 is one of EGFR.",
        example="l858r",
        counter_example="kit exon 19 deletion",
    ),
)
