"""Words of headings that say no more than "these are criteria": **the table by class** ─▶ section_headings.

What is left of a heading without them narrows for whom the criteria below it hold.
"""

import re

from trialway.language_rules import LanguageRule, RuleTable


def _words(name: str, words: str, meaning: str, example: str, counter_example: str) -> LanguageRule:
    return LanguageRule(
        f"neutral-heading.{name}", rf"\b(?:{'|'.join(words.split())})\b", meaning, example, counter_example
    )


NEUTRAL_WORDS = RuleTable(
    _words(
        "section",
        r"symptoms? inclusions? inclusive exclusions? exclusive non selection elimination eligibility"
        r" enrollment"
        r" criteri(?:a|on)? conditions? requirements? characteristics include[ds]? included? excluded?"
        r" exclude"
        r" select(?:ed)? eligible ineligible limited entry screening baseline protocol list listed defined",
        "What a section is called.",
        example="Exclusion criteria",
        counter_example="Cohort A",
    ),
    _words(
        "weight",
        r"key main major general basic other others? additional further principal primary important specific"
        r" following miscellaneous abbreviated related both prospective potential special some global"
        r" common overall generic",
        "How much it weighs.",
        example="Key criteria",
        counter_example="Genetic",
    ),
    _words(
        "people",
        r"patients? subjects? participants? volunteers? individuals? candidates? persons? people adults?"
        r" populations? we they he she who you those some any all each one",
        "People in general.",
        example="All patients",
        counter_example="Healthy controls",
    ),
    _words(
        "joining",
        r"study trial enrolled enrol(?:l|led|ling|ment)? participate participat(?:ion|ing) take part enter"
        r" entering recruit(?:ed|ment) randomi[sz](?:ed|ation) disqualified qualif(?:y|ied) allowed"
        r" considered consent informed reassessed",
        "Joining the study.",
        example="to participate",
        counter_example="Phase 2",
    ),
    _words(
        "duty",
        r"must will should shall can may could would be been is are was were have has do does meets? met"
        r" apply satisfy satisf(?:y|ied|ies) fulfill? fulfill?(?:ed|ing|s)? fail(?:s|ed)? consist"
        r" present presence exist(?:s|ing)? show[ns]? follows true meeting respond(?:ing)? prevent(?:s"
        r"|ed)? being",
        "What must be, or is.",
        example="must be met",
        counter_example="received",
    ),
    _words(
        "joining-words",
        r"the a an of for in to and or if not from this these but at with on there than that which more least"
        r" below above as order only out no under during into amongst time reasons?",
        "Small words that join others.",
        example="of the",
        counter_example="versus",
    ),
    _words(
        "topic",
        r"disease concurrent concomitant prior therapy treatments? medications? age sex gender menopausal"
        r" performance status life expectancy hematopoietic hepatic renal cardiovascular pulmonary biologic"
        r" chemotherapy endocrine radiotherapy surgery surgical clinical laborator(?:y|ies) tests? values?"
        r" function organ adequate medical history demographics? reproductive contraception"
        r" diagnos(?:is|tic)",
        "The subject of criteria, which narrows nothing.",
        example="Prior therapy",
        counter_example="Atezolizumab",
    ),
    _words(
        "organ",
        r"cardiac heart cardiovascular h(?:a)?ematolog(?:y|ic"
        r"|ical) neurologic(?:al)? liver kidney bone marrow"
        r" gastrointestinal respiratory ocular ophthalmic ophthalmologic(?:al)? psychiatric psychological"
        r" infections? infectious immunologic(?:al)? immune oncologic(?:al)? metabolic dermatologic(?:al)?"
        r" coagulation"
        r" blood chemistry allerg(?:y|ies) systems? comorbidit(?:y|ies) behaviou?ral demographic",
        "An organ or a field, the subject of criteria, but not of people.",
        "Cardiac",
        "Cardiomyopathy cohort",
    ),
    flags=re.IGNORECASE,
)
