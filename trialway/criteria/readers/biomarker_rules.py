"""What words around a marker say of it: **the table of states, medicines and tests** ─▶ biomarkers."""

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
_ANY_GENE = "|".join(re.sub(r"\(\?P<\w+>", "(?:", row.pattern, count=1) for row in GENES)
_AFTER_AN_ASIDE = r"(?: ?\([^)]{1,20}\))?[ -]{0,2}"
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
    LanguageRule(
        "biomarker.medicine.before.anti",
        r"\banti-? ?(?:pd-1 ?(?:/|and|or|,) ?(?:anti-?)?)?$",
        "A medicine against the marker.",
        example="prior anti-pd-1 or anti-",
        counter_example="antibody to ",
    ),
    LanguageRule(
        "biomarker.medicine.before.second-target",
        r"(?:pd-1 ?/ ?|pd-1[ /]or |vegf/)$",
        "A medicine against the marker and another one.",
        example="pd-1/",
        counter_example="pd-1 positive ",
    ),
    LanguageRule(
        "biomarker.medicine.before.inhibitor-of",
        r"inhibit\w{1,5} (?:of )?(?:the )?$",
        "A medicine that blocks it.",
        example="inhibitors of the ",
        counter_example="inhibitor therapy with ",
    ),
    LanguageRule(
        "biomarker.medicine.before.other-than",
        r"\bother than (?:\w{1,14} )?$",
        "What is left out, not what is asked.",
        example="mutations other than ",
        counter_example="another ",
    ),
    LanguageRule(
        "biomarker.medicine.after.inhibitor",
        rf"{_AFTER_AN_ASIDE}(?:tkis?\b|inhibit\w{{1,4}}|tyrosine kinase inhib\w{{1,5}}|antagonist|checkpoint"
        rf"|selective|blockade|and pd-?l?[12] inhib)",
        "A medicine that blocks it.",
        example="-tki",
        counter_example=" mutation",
    ),
    LanguageRule(
        "biomarker.medicine.after.antibody",
        rf"{_AFTER_AN_ASIDE}(?:antibod\w{{1,3}}|target\w{{1,3}}|directed)",
        "A medicine aimed at it.",
        example="-directed antibody",
        counter_example="-positive",
    ),
    LanguageRule(
        "biomarker.medicine.after.treatment",
        rf"{_AFTER_AN_ASIDE}(?:therap\w{{1,4}}|agents?\b|treat\w{{1,5}})",
        "A treatment named by its target.",
        example=" therapy",
        counter_example=" testing",
    ),
    LanguageRule(
        "biomarker.medicine.after.second-target",
        rf"{_AFTER_AN_ASIDE}(?:/pd|/her)",
        "A medicine against two targets.",
        example="/pd-1 inhibitor",
        counter_example="/neu positive",
    ),
    LanguageRule(
        "biomarker.tested.before",
        r"\b(?:detection|determination|assessment|evaluation|testing|test) (?:of"
        r"|for) (?:[\w-]{1,12} ){0,3}$",
        "The test and not what it found.",
        example="testing for ",
        counter_example="positive for ",
    ),
    LanguageRule(
        "biomarker.tested.after",
        r"(?: [\w-]{1,12}){0,3} (?:testing|(?:mutation )?status(?! is| must| confirmed))\b",
        "The test, or a state that is not said.",
        example=" mutation status known",
        counter_example=" mutation status is positive",
    ),
    LanguageRule(
        "biomarker.tested.state",
        r" ?-(?:selective|targeted|directed)|(?: mutation)? status\b",
        "Behind what looked like a state: an aim, or that a state is known.",
        example=" mutation status",
        counter_example=" mutation positive",
    ),
    LanguageRule(
        "biomarker.pd-l1-tested",
        r"(?:testing|determination|assess\w{1,6}|inhibit\w{1,4})",
        "PD-L1 is measured, or a medicine blocks it.",
        example=" expression testing",
        counter_example=" expression ≥ 1%",
    ),
)
