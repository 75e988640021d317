"""What a criterion is about when none of its findings tells: **the table** ─▶ topics."""

import re

from trialway.language_rules import LanguageRule, RuleTable

TOPIC_WORDS = RuleTable(
    LanguageRule(
        "topic.pregnancy",
        r"(?P<pregnancy>\b(?:pregnan|breast-?feed|lactat|child-?bearing|contracepti|fertil|reproductive"
        r"|menopaus|birth control|partner))",
        "Pregnancy, breast-feeding, birth control.",
        example="women of childbearing potential",
        counter_example="breast cancer",
    ),
    LanguageRule(
        "topic.treatments-before",
        r"(?P<treatments>\b(?:(?:prior|previous|past|earlier) (?:\w{1,20} ){0,3}(?:treat|therap|chemo|radi"
        r"|surg|transplant|regimen)|naive|naïve"
        r"|wash-?out|refractory to|progress\w{0,4} (?:on|after|following)|lines? of|concomitant (?:treat"
        r"|therap|medic)|stable dose))",
        "What somebody was treated with, or still is.",
        example="progressed on first-line therapy",
        counter_example="therapy room",
    ),
    LanguageRule(
        "topic.stage-and-markers",
        r"(?P<stage>\b(?:stage|metasta|recurren|resectable|unresectable|mutation|expression|histolog|grade|tnm|biomarker|amplif|wild-?type"
        r"|adjuvant|measurable|lesion))",
        "How far an illness has come, and its markers.",
        example="unresectable disease",
        counter_example="age",
    ),
    LanguageRule(
        "topic.health-and-tests",
        r"(?P<health>\b(?:smok|alcohol|drug (?:use|abuse)|weight|height|scan|mri|ecg|blood|test"
        r"|organ function|function|score|scale|device|implant"
        r"|pacemaker|surg|infection|vital|pulse|pressure|allerg|swallow|health|claustrophob))",
        "Health, tests, devices, habits.",
        example="able to swallow tablets",
        counter_example="lives near the clinic",
    ),
    LanguageRule(
        "topic.other",
        r"(?P<other>\b(?:consent|language|english|read|speak|phone|internet|travel|live|insur|employ|relative|staff|prison|legal|guardian|trial"
        r"|study|comply|follow-?up|visit|protocol))",
        "Taking part itself, and everything else.",
        example="covered by health insurance",
        counter_example="asthma",
    ),
    flags=re.IGNORECASE,
)
