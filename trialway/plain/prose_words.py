"""What the prose of a record may speak of besides its fields: **rows by subject** ─▶ prose."""

import re

from trialway.language_rules import LanguageRule, RuleTable

_PEOPLE = r"(?:patients|participants|subjects|people|individuals|children|volunteers|women|men|adults)"

PROSE_WORDS = RuleTable(
    LanguageRule(
        "places.named",
        r"(?-i:\b[A-Z][\w'’-]+ (?:[A-Z][\w'’-]+ ){0,4}(?:Hospitals?|Clinics?|University|Institutes?"
        r"|Cent(?:er|re)|Universit\w+)\b"
        r"|\b(?:Hospital|University|Institute|Clinic|Cent(?:er|re)) (?:of|de|in|for) (?:the )?[A-Z])",
        "A place by its name.",
        "conducted in Cipto Mangunkusumo Hospital, Jakarta",
        "conducted in a hospital",
    ),
    LanguageRule(
        "people.number",
        r"\b(?:enrol+|recruit|includ|randomi[sz])(?:e|ed|ing)? (?:a total of |a maximum of |up to "
        r"|about |approximately |at least )?"
        r"(?P<number>\d{2,5}|\d{1,2},\d{3}) (?:[\w-]+ ){0,3}" + _PEOPLE,
        "How many people the team means to include.",
        "the aim is to enroll 40 participants",
        "participants aged 40 years",
    ),
    LanguageRule(
        "visits.number",
        r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several) (?:\w+[ -]){0,2}visits\b",
        "How many visits there are.",
        "up to 20 clinic visits over two years",
        "during the study visits",
    ),
    LanguageRule(
        "visits.rhythm",
        r"\b(?:visits?|seen|followed(?: up)?|examined|come (?:back )?to (?:the )?(?:clinic|hospital)"
        r"|return)\b"
        r"[^.;]{0,50}\b(?:every|each|weekly|monthly|yearly|annually|(?:once|twice|times) (?:a|per))\b",
        "How often people are seen.",
        "Participants will be seen every 4 weeks.",
        "Every participant may withdraw.",
    ),
    LanguageRule(
        "visits.length",
        r"\b(?:participation|taking part|(?:your|their|total|overall) involvement|the (?:study|trial"
        r"|program(?:me)?))"
        r"\b[^.;]{0,40}\b(?:lasts?|(?:will )?(?:last|take|continue)|duration of|for (?:a total|up to"
        r"|about))\b"
        r"[^.;]{0,30}\d[^.;]{0,12}\b(?:days|weeks|months|years|hours)\b"
        r"|\b\d+[- ](?:year|month|week)[- ](?:study|trial|program(?:me)?)\b"
        r"|\b(?:study|treatment|trial|intervention|follow[- ]?up) (?:period|duration|length)\b[^.;]{0,25}"
        r"\d+ (?:days|weeks|months|years)\b"
        r"|\b\d+ (?:weeks|months|years) of (?:treatment|therapy|intervention|follow)\b"
        r"|\bfollowed(?:[- ]up)?\b[^.;]{0,20}\bfor\b[^.;]{0,20}\d+ (?:days|weeks|months|years)\b",
        "How long taking part lasts.",
        "Participation lasts about 14 months.",
        "The duration of diabetes was long.",
    ),
    LanguageRule(
        "visits.of-recruitment",
        r"\b(?:recruit\w*|enrol\w*|screened|accru\w*|regist(?:ry|er)\w*)\b",
        "How people are found, and not how often they are seen.",
        "Donors are recruited at their visits every year.",
        "Donors are seen every year.",
    ),
    LanguageRule(
        "blinding.who",
        r"\b(?:blind\w*|mask\w*|unaware)\b[^.;]{0,80}\b(?:" + _PEOPLE[3:-1] + r"|doctors?"
        r"|investigators?|staff|assessors?"
        r"|clinicians?|nurses?|physicians?|personnel)\b|\b(?:neither|nor|not)\b[^.;]{0,80}\b(?:know|aware)\b",
        "Who does not know who gets what.",
        "neither subject nor their study doctor will know",
        "a double-blind study of pain",
    ),
    LanguageRule(
        "harm.side-effects",
        r"\b(?:disadvantages?|drawbacks?|complications|hazards?)\b[^.;]{0,60}\binclud(?:e|es|ing)\b"
        r"|\b(?:side[- ]effects?|adverse (?:events|effects?|reactions?)|toxicities)\b[^.;]{0,60}"
        r"\b(?:includ(?:e|es|ing)|such as|are|may|can|could|were|have been|like)\b(?! (?:be )?"
        r"(?:record|collect|monitor|assess|evaluat|report|measur|register|document|compar|graded"
        r"|followed|noted))"
        r"|\b(?:can|may|might|could) (?:cause|lead to|result in|feel|experience|produce)\b[^.;]{0,60}"
        r"\b(?:pain|discomfort|bleeding|bruis\w+|nausea|infection|side[- ]effects?|reactions?|dizz\w+)\b",
        "What unwanted effects are known or expected.",
        "Side effects may include nausea.",
        "Adverse events will be recorded.",
    ),
    LanguageRule(
        "harm.risk-of-taking-part",
        r"\b(?:possible|potential|foreseeable|main|known|significant|minimal|additional|no|low|small"
        r"|any) risks?\b"
        r"|\brisks? (?:of (?:participati\w+|taking part|the (?:study|procedure|treatment|intervention|drug))"
        r"|to (?:the )?" + _PEOPLE + r"|include|are|is|associated with|from|involved)\b",
        "The risks of taking part.",
        "MRI scans do not pose a significant risk.",
        "people at risk of stroke",
    ),
    LanguageRule(
        "harm.not-of-taking-part",
        r"\b(?:inform\w*|explain\w*|provided with|monitor\w*|report\w*|evaluat\w*|outcome"
        r"|in (?:the event|case))\b"
        r"[^.;]{0,80}\b(?:risks?|adverse|side)\b|\brisk[- ](?:factors?|scores?|groups?|stratif\w+"
        r"|assessment|reduction|model\w*|profile"
        r"|prediction|class)"
        r"|\b(?:high|higher|increased|elevated|greater|low|lower|average|intermediate"
        r"|cardiovascular)[- ]risk\b"
        r"|\b(?:reduc\w+|lower\w*|avoid\w*|decreas\w+|prevent\w*|diminish\w*|minimi[sz]\w*|without|less|fewer"
        r"|declin\w+|mitigat\w+|eliminat\w+)\b[^.;]{0,50}\b(?:risks?|side[- ]effects?|toxicit\w+"
        r"|complications?)\b"
        r"|\brisks? (?:of|for|to develop) (?:an? |the )?(?:\w+[- ]){0,2}(?:death|mortality|dying|stroke"
        r"|cancer"
        r"|progress\w+|relaps\w+|recurren\w+|diseases?|developing|failure|infarction|fractures?|disability"
        r"|hospitali[sz]ation|diabetes)\b|\bcomplications? of (?:\w+ ){0,2}(?:disease|diabetes|surgery)\b",
        "The risk of an illness, a risk to become smaller, or how risks are dealt with.",
        "it may reduce the risk of bleeding",
        "Bleeding is a possible risk.",
    ),
    LanguageRule(
        "harm.any",
        r"\b(?:risks?|side[- ]effects?|adverse|harm\w*|discomfort\w*|toxic\w*|complications?|dangers?"
        r"|safety|safe"
        r"|tolerab\w+|tolerated|unwanted|damag\w*|injur\w+|disadvantages?)\b",
        "Anything that may be about harm.",
        "The procedure is safe.",
        "The team is near.",
    ),
    LanguageRule(
        "harm.named",
        r"\b(?:side[- ]effects?|adverse (?:effects?|reactions?|experiences?)|complications?|toxicit(?:y"
        r"|ies)|angioedema"
        r"|negative effects?|substantial risks?|dangers?)\b",
        "Harm by its name, whatever is said of it.",
        "a washout is required to decrease the risk of angioedema",
        "people without neurological damage",
    ),
    LanguageRule(
        "harm.only-counted",
        r"\b(?:safety|safe|tolerab\w+|tolerated)\b|\b(?:record|collect|monitor|assess|evaluat|report"
        r"|measur|register"
        r"|document|compar|grad|follow|not)\w*\b[^.;]{0,60}\b(?:risks?|adverse|side|harm|toxic\w*"
        r"|complications?)\b"
        r"|\b(?:risks?|adverse \w+|side effects?|toxicit\w+|complications?)\b[^.;]{0,60}\b(?:record"
        r"|collect|monitor|assess"
        r"|evaluat|report|measur|register|document|compar|grad)\w*|\brisk[- ](?:factors?|scores?"
        r"|groups?|stratif\w+)"
        r"|\b(?:high|low|higher|lower|increased|reduced?|at)[- ]risk\b|\b(?:reduc|lower|avoid|decreas"
        r"|prevent)\w*\b",
        "Harm that is to be counted, or the risk of an illness; nothing on what may happen.",
        "Adverse events will be recorded.",
        "The infusion may damage the vein.",
    ),
    LanguageRule(
        "visits.remote",
        r"\b(?:fully |entirely |completely )?(?:remote(?:ly)?|decentrali[sz]ed|virtual(?:ly)?)\b[^.;]{0,60}"
        r"\b(?:trial|study|visits?|conducted|participation|participate)\b|\b(?:trial|study)\b[^.;]{0,60}"
        r"\b(?:remote(?:ly)?|decentrali[sz]ed)\b|\bno in-person\b|\bnot require in-person\b",
        "It takes place at a distance.",
        "This is a fully remote study.",
        "a remote village",
    ),
    LanguageRule(
        "done.samples-and-tests",
        r"\b(?:blood|urine|saliva|stool|tissue|sputum|bone marrow|muscle|hair) (?:samples?|specimens?"
        r"|draws?|tests?)\b"
        r"|\bbiops(?:y|ies)\b|\blumbar punctures?\b|\b(?:mri|ct|pet|ultrasound|x-?ray|dexa) (?:scans?"
        r"|exam\w*|imaging)\b"
        r"|\bleukapheresis\b|\bskin (?:prick )?test\w*|\blung function tests?\b|\bspirometr\w+"
        r"|\b(?:induced )?sputum\b|\b(?:video )?eeg\b"
        r"|\becgs?\b|\bechocardiogra(?:m|phy)s?\b|\bambulatory blood pressure\b|\bbioimpedance\b"
        r"|\bblood pressure (?:is|was|will be) "
        r"(?:measured|taken|recorded)\b|\bquestionnaires?\b|\b(?:photos?|audio|video) record\w*"
        r"|\bendoscop\w+|\bcolonoscop\w+"
        r"|\bcatheteri[sz]ation\b",
        "What is done to people besides the treatment.",
        "Muscle biopsies will be taken",
        "Samples of soil",
    ),
    LanguageRule(
        "done.not-to-people",
        r"\b(?:to (?:evaluate|assess|determine|study|examine|compare)|effects? of|objectives?|endpoints?"
        r"|associat\w+"
        r"|relationship|no studies|defined as|stud(?:y|ies) (?:have|has)|patients with [^.;]{0,60}≥)\b",
        "What is studied, or who may join, and not what is done.",
        "to assess the effects of X on questionnaires",
        "Blood samples will be taken.",
    ),
    LanguageRule(
        "chance.other-study",
        r"\b(?:previous|prior|earlier|another|other|published|phase (?:1|2|I|II|IIa"
        r"|IIb)) (?:\w+ ){0,3}(?:stud(?:y|ies)"
        r"|trials?)\b|\b(?:received|were given) either\b",
        "How another study was made up.",
        "In an earlier study, 380 patients received either placebo or X",
        "380 patients are randomised to placebo or X",
    ),
    LanguageRule(
        "chance.share",
        r"\b(?:half|one[- ]half|one[- ]third|two[- ]thirds|50 ?%) of (?:the |all )?[^.;]{0,60}\brandom\w*|"
        r"\b(?:random\w*|assign\w*|allocat\w*|divided?)\b[^.;]{0,120}"
        r"(?:\b(?:equal(?:ly)?|half(?!-| ?h)|one[- ]half|two[- ]thirds|one[- ]third|50 ?%|\d+ (?:"
        + _PEOPLE[3:-1]
        + r")?\s?"
        r"(?:in|per|for|to) (?:each|every)|\d+ each)\b|\b\d+ ?: ?\d+\b|\b\d+ to \d+ (?:ratio|fashion)\b)",
        "Which share of people comes into which group.",
        "patients are randomly assigned in equal numbers",
        "patients are randomly assigned to treatment",
    ),
    LanguageRule(
        "chance.not-of-people",
        r"\b(?:samples?|specimens?|dilut\w*|matched|titrat\w*|tablets|vials)\b[^.;]{0,60}\d ?: ?\d",
        "A ratio of something else than people.",
        "Samples are randomly assigned to a 1:2 dilution.",
        "Patients are randomised 1:1.",
    ),
    LanguageRule(
        "chance.size",
        r"(?<!arm )(?<!phase )(?<!group )(?<!cohort )(?<!part )(?<!level )(?<!day )(?<!stage )(?<!dose )"
        r"(?<!period )(?<![-.,\w])(?:[3-9]|[1-9]\d{1,3}) (?:" + _PEOPLE[3:-1] + r")?\s?"
        r"(?:in|per|for|to|into|on|receiv\w+|active|will (?:receive|get)) "
        r"(?:each |every |both |either )?(?:of the )?(?:\w+ ){0,3}(?:arms?|groups?|placebo"
        r"|control)\b",
        "How many people each group has.",
        "30 active treatment and 30 placebo",
        "Cohort 1 will receive placebo",
    ),
    flags=re.IGNORECASE,
)
