"""How the Child-Pugh class and score of liver disease are written: **the table** ─▶ child_pugh."""

from trialway.language_rules import LanguageRule, RuleTable

_NAME = r"\b(?:child[- ]?(?:turcotte[- ]?)?pugh(?:[- ]?turcotte)?|ctp)\b(?:'s)?"
_WORDS = (
    r"(?:[ ,:(\[]{1,2}(?:class(?:es|ification)?|grades?|stages?|scores?|status|category|of|is|liver"
    r"|function)){0,4}"
)
_WAY = r"(?:more|higher|greater|above|worse|less|lower|below)"
CLASS = r"[abc](?:[ -]?(?:[5-9]|1[0-5]))?(?![a-z0-9])"
_ASIDE = r"(?: ?[\[(](?:mild|moderate|severe)[\])])?"

CHILD_PUGH = RuleTable(
    LanguageRule(
        "child-pugh.score",
        rf"{_NAME}{_WORDS} (?P<scoresign>[≥≤><=]) ?(?P<score>1[0-5]|[5-9])(?![\d.])(?: points?)?"
        rf"|{_NAME}[ (]{{1,2}}(?:ctp\) )?scores? (?:of )?(?P<lowscore>[5-9])"
        r"(?: ?(?:-|to|or) ?(?P<highscore>1[0-5]|[5-9]))?"
        rf"(?![\d.])(?: points?)?(?: (?:or|and) (?P<scoreway>{_WAY}))?",
        "A score from 5 to 15.",
        example="child-pugh score ≤ 7",
        counter_example="child-pugh class b",
    ),
    LanguageRule(
        "child-pugh.class.name-first",
        rf"(?P<before>\b(?:above|worse than|higher than|more than) |[≥≤><] ?)?"
        rf"{_NAME}{_WORDS}[ ,:(\[\"']{{1,3}}"
        rf"(?P<sign>[≥≤><]|above |worse than |better than )? ?(?P<first>{CLASS})"
        r"(?! (?:score|class|grade|total|history|diagnosis))"
        rf"{_ASIDE}(?P<more>(?: ?(?:,? or|,? and|,|/|-|to)[ /]?(?:class |grade )?{CLASS}{_ASIDE}){{1,2}})?"
        r"(?P<worse> ?\(?(?:or|and) (?:worse|higher|greater|above|more severe)|\+)?"
        r"(?P<better> ?(?:or|and) (?:better|lower|below|less))?",
        "The name and its classes.",
        example="child-pugh class b or c",
        counter_example="child-pugh class unknown",
    ),
    LanguageRule(
        "child-pugh.class.class-first",
        rf"\bclass(?:es)? (?P<first2>{CLASS})(?P<more2>(?: ?(?:or|and|,|/|-|to) ?(?:class )?{CLASS}){{1,2}})?"
        rf"(?P<worse2> ?(?:or|and) (?:worse|higher|greater|above))?"
        rf" ?[\[(]?(?:liver (?:disease|cirrhosis) )?(?:according to|by|per|on|of|in|as defined by|using)?"
        rf"(?: the)? ?{_NAME}",
        "The classes and then the name.",
        example="class b and c according to child-pugh",
        counter_example="class iii by nyha",
    ),
)
