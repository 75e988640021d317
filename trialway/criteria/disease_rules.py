"""Words around markers and spread of a cancer: **the table of clauses that narrow or widen** ─▶ disease."""

from trialway.language_rules import LanguageRule, RuleTable

DISEASE_RULES = RuleTable(
    LanguageRule(
        "disease.edition",
        r"(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)",
        "The year or the number of an edition of staging rules: it narrows nothing and opens nothing.",
        example="8th",
        counter_example="t8",
    ),
    LanguageRule(
        "disease.tested.how",
        r"\((?:(?:ihc|fish|ish|cish|dish|immunohistochemistry|in situ hybridi[sz]ation|score|scores|defined"
        r"|as|of|or|and|by|her2|positive|negative|positivity|amplified|ratio"
        r"|[0-3]|\+|-|/|,|≥|=|:) ?){1,24}\)",
        "How a marker was tested, in brackets.",
        example="(ihc 3+ or fish positive)",
        counter_example="(ihc in a central laboratory)",
    ),
    LanguageRule(
        "disease.tested.short-form",
        r"\([a-z0-9+-]{2,8}\)",
        "A short form in brackets.",
        example="(nsclc)",
        counter_example="(non-small-cell)",
    ),
    LanguageRule(
        "disease.clause.relative",
        r",? ?\(?\b(?:(?:that|which|who) (?:is|are|has|have|had|was|were|will)"
        r"|and (?:are|have|has|is|not|no|who)|with (?:a |an )?(?:treatment plan|planned|indication))\b",
        "A clause that says more of the same cancer or the same people.",
        example=", which is not amenable to surgery",
        counter_example=", stage iii",
    ),
    LanguageRule(
        "disease.clause.method",
        r",? ?\(?(?:as )?\b(?:defined|determined|assessed|measured|documented|per|according to"
        r"|based on|by)\b",
        "A clause that says how it was found.",
        example=" as determined by a local laboratory",
        counter_example=" bypassed",
    ),
    LanguageRule(
        "disease.widens.exception",
        r"\b(?:unless|except\w{0,4}|if|eligible|allowed|permitted|acceptable|regardless|may|can|also)\b",
        "Words that can open another way in.",
        example="her2-low is allowed",
        counter_example="cancer of the breast",
    ),
    LanguageRule(
        "disease.widens.other-people",
        r"\b(?:patients?|participants?|subjects?|cohorts?|arms?|parts?)\b",
        "Other people or parts of the trial.",
        example="cohort b",
        counter_example="armpit",
    ),
    LanguageRule(
        "disease.widens.other-marker",
        r"\b(?:low|other|her-?2|triple|receptor)\b",
        "Another marker.",
        example="or her2 low",
        counter_example="lower stage",
    ),
    LanguageRule(
        "disease.widens.new-sentence",
        r"[;.] ?\w",
        "A sentence of its own.",
        example="stage iii. prior",
        counter_example="stage iii.",
    ),
    LanguageRule(
        "disease.other-spread",
        r"metasta|distant|\biv\b|\bany stage|all stages",
        "Beside what was read of the spread, other words for it can mean another way in.",
        example="or distant recurrence",
        counter_example="or local recurrence",
    ),
    LanguageRule(
        "disease.demands-more",
        r"\b(?:must|should|needs? to|required|requires?|have to|has to|will|are (?:also )?(?:eligible|allowed"
        r"|permitted)|(?:is|are) not (?:eligible|allowed))\b",
        "What follows is asked of those who have the marker.",
        example="patients with her2-positive tumours must have an lvef ≥ 50 %",
        counter_example="patients with her2-positive tumours",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "disease.none",
        r"\b(?:no|not|without|absence|neither|free|lack\w{0,3})\b",
        "None of what is listed.",
        example="no egfr mutation or alk rearrangement",
        counter_example="known egfr mutation",
    ),
    LanguageRule(
        "disease.positive",
        r"positiv|\+",
        "Positive by that word; by a share of cells, what counts as positive differs.",
        example="pd-l1-positive",
        counter_example="pd-l1 ≥ 1%",
    ),
)
