"""Words that stand before the name of an illness, a medicine or a procedure, and what they say of it: **the
table** ─▶ leads.

The classes are those of ConText (Harkema et al. 2009: negation, experiencer, time), with severity and
stability beside them. A row's second part names its class; ``leads`` acts on the class alone.
"""

from trialway.language_rules import LanguageRule, RuleTable


def _row(rule_id: str, words: str, meaning: str, example: str, counter_example: str) -> LanguageRule:
    """One row; a class may have several, told apart by the third part of the id."""
    group = rule_id.split(".")[1].replace("-", "_")
    number = rule_id.split(".")[2].replace("-", "_")
    return LanguageRule(
        rule_id, rf"(?P<{group}__{number}>\b(?:{words})(?![a-z]))", meaning, example, counter_example
    )


_HISTORY = r"(?:history|histories|hx|h/o|antecedents?)(?: (?:of|for|with))?"

LEADS = RuleTable(
    _row(
        "lead.family.history",
        rf"(?:strong |known |positive |a )?(?:family|familial) (?:medical )?{_HISTORY}",
        "An illness of relatives.",
        "family history of ",
        "medical history of ",
    ),
    _row(
        "lead.family.relative",
        r"(?:(?:first|1st|second|2nd)[ -]degree relatives?|(?:biological )?(?:family members?|parents?"
        r"|siblings?"
        r"|mothers?|fathers?|relatives?))(?: (?:who has|who have|with|has|have|had))",
        "An illness of these relatives.",
        "first-degree relative with ",
        "patients with ",
    ),
    _row(
        "lead.ever.both",
        r"(?:any |known |a |medical |personal |documented )?(?:(?:current|present|active|ongoing|recent"
        r"|currently"
        r"|concurrent|existing)(?:,? (?:or|and|and/or|/) ?|/)(?:prior|past|previous|previously|history)"
        r"|(?:prior|past|previous|previously|history)(?:,? (?:or|and|and/or|/) ?|/)(?:current|present|active"
        r"|ongoing|currently|concurrent|concomitant|existing))"
        rf"(?: {_HISTORY}| of)?"
        rf"|(?:a |known )?(?:personal|own|medical) ?(?:or|and|and/or|/) ?family (?:medical )?{_HISTORY}",
        "Now or at any time before.",
        "current or prior history of ",
        "current history of ",
    ),
    _row(
        "lead.course.lately",
        r"(?:current|active|ongoing) (?:or|and|and/or) recent|recent (?:or|and|and/or) (?:current"
        r"|active|ongoing)",
        "Now or a short time ago.",
        "current or recent ",
        "recent ",
    ),
    _row(
        "lead.ever.history",
        r"(?:(?:any|a|an|known|significant|positive|documented|medical|clinical|personal|psychiatric"
        r"|past medical"
        r"|surgical|patient|patient's|lifetime|self-reported|self-report of|presence or|presence and"
        r"|presence of or|evidence or|current or|presence of a|diagnosis or"
        rf"|diagnosis and|confirmed|prior|previous|past|established) ){{0,3}}{_HISTORY}",
        "At any time, now or before.",
        "known history of ",
        "prior stroke ",
    ),
    _row(
        "lead.ever.had",
        r"(?:have|has|who) (?:ever |previously |already )?(?:had|experienced|suffered(?: from)?)"
        r"|ever had|had|experienced",
        "It happened, whenever.",
        "have had ",
        "have ",
    ),
    _row(
        "lead.past.before",
        r"previously|previous(?! to)(?: episodes? of)?|prior(?! to)(?: episodes? of)?|past|former"
        r"|formerly|earlier",
        "Before, and perhaps over.",
        "previous ",
        "current ",
    ),
    _row(
        "lead.planned.ahead",
        r"(?:who (?:are|is) )?(?:undergoing|undergo|undergoes|planned|planning|plans?|scheduled"
        r"|intended|intending|expected"
        r"|anticipated|due|listed|waiting|about|going)(?: (?:for|to"
        r"|of|to have"
        r"|to receive|to undergo|to start|for an?))?(?: (?:undergoing|receiving))?",
        "It is planned, or may come.",
        "scheduled for ",
        "underwent ",
    ),
    _row(
        "lead.may.be",
        r"(?:(?:good |potential |suitable |a |an |clinical |possible ){0,4}(?:candidates?|eligible|suitable"
        r"|indications?|indicated"
        r"|referred|appropriate|fit|amenable))(?: (?:for|to|of|by))(?: (?:undergo|receive|have))?",
        "It may be done; nobody says that it will.",
        "candidate for ",
        "candid for ",
    ),
    _row(
        "lead.risk.of-it",
        r"(?:at )?(?:(?:high|higher|increased|elevated|low|known|moderate|very high"
        r"|intermediate)[ -]){0,2}(?:risks?(?: factors?)?"
        r"|predisposition|susceptibility|predisposed)(?: (?:of|for|to|from))?(?: developing)?",
        "It may come; nobody has it for that.",
        "at high risk of ",
        "high grade ",
    ),
    _row(
        "lead.may.or-may-not",
        r"with or without|with/without|with and without|regardless of|irrespective of|independent of"
        r"|whether or not",
        "It may be there or not.",
        "with or without ",
        "without ",
    ),
    _row(
        "lead.no.any",
        r"(?:have |has |with |had )?(?:no|none of|not|without|absence of|free of|free from|never"
        r"|lack of|nor|neither|exclusion of"
        r"|negative for|(?:does|do|must|should|may|can) ?not have|not having|not known to have)"
        r"(?: (?:any|a|an|other|known|clinical|evidence of(?: any)?|diagnosed with|presence of)){0,3}",
        "The words behind are denied.",
        "no evidence of ",
        "known ",
    ),
    _row(
        "lead.taking.use",
        r"(?:(?:current|concomitant|concurrent|chronic|regular|daily|long[ -]term|systemic|continuous"
        r"|ongoing|any|the|stable|prolonged|recent|"
        r"background|maintenance|standard|intermittent|planned|anticipated|routine|oral|topical"
        r"|intravenous|inhaled) ){0,3}"
        r"(?:use|usage|intake|administration|consumption|ingestion|need|requirement|dependence|dependency|exposure|treatment|therapy|medication|medications"
        r"|prescription|doses?|dosages?|course|courses|regimen)(?: (?:of|for|on|to|with|by|using"
        r"|upon))?(?: (?:any|the|a|an|stable|concomitant|other|systemic|oral)){0,2}"
        r"|(?:currently |regularly |chronically |already |concurrently |actively |now )?(?:us(?:es|e"
        r"|ing)|tak(?:es|e|ing)|receiv(?:es|e|ing)|treated with|treated by|managed with"
        r"|maintained on|prescribed|on treatment with"
        r"|on(?: a)? stable doses? of|stable on|dependent on)"
        r"(?: (?:a|an|any|chronic|stable|systemic|treatment with|therapy with|oral|daily|concomitant"
        r"|concurrent|long[ -]term|maintenance|ongoing|continuous|either)){0,3}",
        "It is taken or used.",
        "concomitant use of ",
        "abuse of ",
    ),
    _row(
        "lead.plain.sure",
        r"known or suspected|suspected or known|suspected or confirmed|confirmed or suspected|known"
        r"|documented|confirmed"
        r"|established|proven|biopsy-proven|verified|definite|definitive|histologically|cytologically"
        r"|pathologically|histopathologically|radiologically|radiographically|angiographically|microbiologically"
        r"|genetically|medically|objectively|electrocardiographically|histological(?:ly)?|cytological"
        r"|(?:(?:a|an|the|clinical|definite|definitive|confirmed|established|documented|primary|main"
        r"|principal|formal|dsm(?:-| )?(?:iv|v|5|iv-tr)|"
        r"histological|histologic|cytologic|pathological|pathologic|current|known|physician|medical"
        r"|prior|new) ){0,3}"
        r"diagnos[ei]s(?: (?:of|for|with|is|including|as))?|diagnosed(?: (?:with|as|as having"
        r"|by a (?:doctor|physician) with))?"
        r"|evidence(?: of| for)?|(?:presence|existence|occurrence)(?: of)?|presenting(?: with| for)?"
        r"|presents?(?: with)?"
        r"|suffering(?: from| with)?|suffers?(?: from| with)?|suffered from|affected (?:by|with)"
        r"|carrying a diagnosis of"
        r"|admitted (?:with|for)|hospitali[sz]ed (?:with|for)|meeting (?:the )?criteria for"
        r"|meets? (?:the )?criteria for"
        r"|as well as|case of|cases of"
        r"|identified",
        "It is so, and known to be so.",
        "clinical diagnosis of ",
        "diagnostic test of ",
    ),
    _row(
        "lead.now.current",
        r"currently|current(?: episode of)?|ongoing|concurrent(?:ly)?|concomitant(?:ly)?|coexisting"
        r"|co-existing|comorbid|co-morbid"
        r"|existing|pre-?existing|present|at present|presently|underlying|intercurrent|accompanying"
        r"|associated",
        "Now.",
        "concomitant ",
        "consecutive ",
    ),
    _row(
        "lead.plain.people",
        r"(?:all |the )?(?:patients?|subjects?|participants?|individuals?|persons?|people|adults?"
        r"|volunteers?|women|men"
        r"|woman|man|females?|males?|children|child|adolescents?|candidates?|anyone|those|he|she|they|you|cases?)",
        "Whom it is about.",
        "patients ",
        "patience ",
    ),
    _row(
        "lead.plain.having",
        r"has|have|having|with|who|which|whom|whose|that|is|are|being|be|been|was|were|must|should|will|shall|of|in|for"
        r"|to|at|the|a|an|any|some|one|other|any other|another|their|his|her|this|these|more than one"
        r"|one or more|at least one"
        r"|all|either|both|also|only|certain"
        r"|type of|types of"
        r"|forms? of|kinds? of|conditions?|illness(?:es)?|diseases?|disorders?|a condition|episodes? of"
        r"|an episode of"
        r"|as|by|from|medical|clinical|specific|various|because of|general|overt|true|frank",
        "Small words.",
        "who have ",
        "behave ",
    ),
    _row(
        "lead.severity.degree",
        r"(?:very |clinically |moderately |at least |medically |hemodynamically |haemodynamically )?"
        r"(?:mild to moderate|moderate to severe|moderate or severe|moderate-to-severe|mild-to-moderate"
        r"|mild or moderate"
        r"|severe|serious|significant|relevant|major|minor|mild|moderate|life-?threatening"
        r"|life threatening|extensive|massive"
        r"|critical|important|profound|gross|marked|advanced|end[ -]stage|severely|high[ -]grade"
        r"|low[ -]grade|grade \d(?:-\d)?"
        r"|meaningful|evident)",
        "How severe it is.",
        "moderate to severe ",
        "several ",
    ),
    _row(
        "lead.stability.state",
        r"(?:un|not (?:well |adequately )?|poorly |inadequately |insufficiently |well[ -]|medically "
        r"|adequately )?"
        r"(?:stable|unstable|controlled|uncontrolled|compensated|decompensated|treated|untreated|resolved|unresolved"
        r"|corrected|uncorrected|uncontrollable|manageable|unmanaged)"
        r"|labile|brittle|persistent|intractable|refractory|resistant|relapsing|relapsed|recurrent|recurring|remitting"
        r"|progressive|worsening|progressing|difficult[ -]to[ -]treat|treatment[ -](?:resistant|refractory)",
        "Whether it is stable, treated, or comes back.",
        "poorly controlled ",
        "controls ",
    ),
    _row(
        "lead.course.kind",
        r"active|inactive|acute|subacute|chronic|chronically|latent|recent(?:ly)?|newly|new"
        r"|new[ -]onset|newly[ -]diagnosed|newly diagnosed|"
        r"recently diagnosed|early(?:[ -]stage)?|late|symptomatic(?:ally)?|asymptomatic|primary"
        r"|secondary|idiopathic|hereditary|inherited|congenital"
        r"|acquired|familial|sporadic|drug[ -]induced|non-?ischa?emic|ischa?emic|bilateral|unilateral"
        r"|left|right|proximal|distal|systemic"
        r"|local|locali[sz]ed|generali[sz]ed|focal|diffuse|invasive|non-?invasive|opportunistic|episodic|transient|sustained|permanent"
        r"|intermittent|spontaneous|traumatic|complicated|uncomplicated|isolated|multiple|first|initial"
        r"|initially|second|single|concurrent severe"
        r"|frequent|repeated|de novo|untreated|residual|occult|clinical stage|pathological",
        "A kind or a course that narrows it.",
        "newly diagnosed ",
        "renewed ",
    ),
    _row(
        "lead.course.signs",
        r"(?:clinical |objective ){0,4}(?:signs?|symptoms?|features?|manifestations?)(?: (?:and|or"
        r"|and/or)|/)?"
        r" ?(?:symptoms?|signs?)? (?:of|consistent with|suggestive of)",
        "Signs of it, not the illness itself.",
        "signs and symptoms of ",
        "designs of ",
    ),
    _row(
        "lead.sort.adjective",
        r"(?!(?:underwent|treatment|patient|agent|hospital|trial|clinic|topic|infant|transplant|implant|participant|antibiotic|arthritic|unable"
        r"|receive|give|five|live|removal|withdrawal|approval|interval|animal|individual|original|total|normal|equivalent|event|content|component"
        r"|department|assessment|movement|improvement|involvement|requirement|pregnant|recipient|consent|parent|adolescent|student|attempt|available)s?\b)"
        r"[a-z][a-z-]{1,25}(?:al|ic|ar|ous|ary|ive|ant|ent|oid|ible|ory|ile|genic|otropic|[- ]related"
        r"|[- ]induced|[- ]associated|[- ]dependent)"
        r"|(?:impaired|elevated|reduced|decreased|increased|disseminated|mixed|limited|complicated|associated|abnormal|non-[a-z-]{2,25})",
        "An adjective by its ending: it narrows.",
        "gastrointestinal ",
        "hospital ",
    ),
    _row(
        "lead.sort.organ",
        r"(?:liver|kidney|lung|heart|bone|skin|eye|bowel|bladder|brain|breast|prostate|colon|ovarian|thyroid|blood|muscle|nerve|joint|valve"
        r"|valvular|airway|bile duct|stomach|pancreas|spleen|organ|tissue|soft tissue|solid organ"
        r"|bone marrow|stem cell|lymph node|spine|hip|knee|foot|hand)"
        r"(?:,? (?:or|and) (?:liver|kidney|lung|heart|bone|skin|eye|bowel|brain))?",
        "The part of the body that it is about: it narrows.",
        "liver ",
        "livery ",
    ),
    _row(
        "lead.unsure.suspected",
        r"suspected|suspicion (?:of|for)|suspicious (?:of|for)|possible|probable|potential|presumed"
        r"|likely|borderline|questionable",
        "It may be so.",
        "suspicion of ",
        "known ",
    ),
    _row(
        "lead.needed.it",
        r"(?:requires?|requiring|needs?|needing|in need of|need for|requirement (?:for|of))(?: (?:a|an"
        r"|any|the|chronic|regular"
        r"|ongoing|continuous|long[ -]term|urgent|immediate)){0,3}",
        "It is needed: a medicine is taken then, a procedure perhaps to come.",
        "requiring ",
        "required by ",
    ),
    _row(
        "lead.on.it",
        r"(?:(?:currently|already|now|still|who is|who are|is|are) )?on(?: (?:a|an|any|chronic|stable"
        r"|oral|daily|concomitant"
        r"|long[ -]term|maintenance|ongoing|continuous|either)){0,3}",
        "Somebody is on a medicine; a test is what something is seen on.",
        "currently on ",
        "once ",
    ),
    _row(
        "lead.done.undergone",
        r"(?:who )?(?:have |has |had )?(?:undergone|underwent|received|receiving"
        r"|status post|s/p)(?: (?:an?|any|previous|prior)){0,2}",
        "It was done, or is being done.",
        "underwent ",
        "under ",
    ),
)
