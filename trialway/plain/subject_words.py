"""Words in titles and names that say what a trial is of, and for whom: **rows** ─▶ subject."""

import re

from trialway.language_rules import LanguageRule, RuleTable

SUBJECT_WORDS = RuleTable(
    LanguageRule(
        "subject.check",
        r"\b(?:bio-?specimens?|samples?|sampling|questionnaires?|surveys?|interviews?|assessments?"
        r"|laborator\w+"
        r"|computed tomography|ct scans?|magnetic resonance|mri|positron emission|pet(?:[-/ ]ct)?|x-?rays?"
        r"|bone scan|echocardiogra\w+|electrocardiogra\w+|ecg|biops\w+|blood (?:draws?|tests?|samples?)"
        r"|monitoring|observation|follow[- ]?up|data collection|medical records?|quality[- ]of[- ]life"
        r"|scores?)\b",
        "What is done to look at people; it is tested only where the title names it.",
        "Biospecimen Collection",
        "Spectacles",
    ),
    LanguageRule(
        "subject.no-illness",
        r"^(?:(?:major |elective )?surgery|surgical procedures?.*|physiotherapy|physical therapy"
        r"|rehabilitation"
        r"|an(?:a)?esthesia.*|quality of life|exercise|diet\w*|nutrition|education|compliance|adherence"
        r"|feasibility"
        r"|safety|efficacy|pharmacokinetics|biomarkers?|genetics?|aging|ageing|pregnancy|nurs\w+"
        r"|mortality|survival"
        r"|artificial intelligence|telemedicine|screening|vaccin\w+|immuni[sz]ation)$",
        "What stands where a condition should, and is no illness.",
        "Surgery",
        "Surgical Wound Infection",
    ),
    LanguageRule(
        "subject.control",
        r"^(?:(?:active|attention|usual|standard)[- ])?(?:controls?|comparator)\b(?: (?:group|arm|treatment"
        r"|intervention|condition))?$"
        r"|\b(?:usual|standard|routine|conventional|regular)(?:[- ]of[- ]care| (?:medical )?(?:care"
        r"|treatments?"
        r"|therap(?:y|ies)|management))\b|\btreatment as usual\b|\bsoc\b|\bwait(?:ing)?[- ]?list\b"
        r"|\bbest supportive care\b",
        "What others get, to compare with.",
        "Standard of Care",
        "Controlled-release oxycodone",
    ),
    LanguageRule(
        "subject.compared-with",
        r"\b(?:versus|vs\.?|v\.s\.|compar\w+|or|against|instead of|with (?:or|and) without|with/without)\b",
        "The title sets one thing against another.",
        "Atezolizumab Versus Docetaxel",
        "Docetaxel for women",
    ),
    LanguageRule(
        "subject.narrowing",
        r"^(?!with$|clinic$|topic$|acute|chronic|advanced|metastatic|early|congestive|symptomatic|severe|primary"
        r"|secondary|recurrent|relaps|refractory|resistant|positive|negative|moderate|systolic|diastolic|stable|untreated"
        r"|diagnosed|operable|resected|advanced|ischemic|ischaemic)\w+(?:ic|al|ous|ive|ary|oid|ar|ing|ed|itic|type|phobic|philic)$",
        "A word before an illness that makes it a kind of it, or another one.",
        "eosinophilic",
        "with",
    ),
    LanguageRule(
        "subject.neutral",
        r"\b(?:stud(?:y|ies)|trials?|evaluat\w+|assess\w+|efficacy|safety|tolerab\w+|pharmacokinetics?"
        r"|effect\w*|effic\w+"
        r"|treat\w*|therap\w+|patients?|subjects?|participants?|people|individuals|using|use|phase"
        r"|clinical|role|impact"
        r"|investigat\w+|i{1,3}v?|[1-4][ab]?)\b",
        "Words of titles that say nothing of what is studied, and in whom.",
        "A Phase 3 Study to Evaluate",
        "Vitamin D in Asthma",
    ),
    LanguageRule(
        "subject.who",
        r"\b(?:recurr\w+|relaps\w+|refractory|resistant|metasta\w+|advanced|unresectable|severe"
        r"|moderate|mild|acute"
        r"|chronic|early|late|newly|untreated|previously|stage|high[- ]risk|low[- ]risk|elderly|older|aged"
        r"|p(?:a)?ediatric|child\w*|adolescen\w*|infants?|newborns?|neonat\w*|preterm|young|women|men"
        r"|female|male"
        r"|pregnan\w*|postmenopausal|veterans|volunteers|healthy|survivors?|after|following|undergoing|during"
        r"|positive|negative|mutat\w*|deficien\w*|resected|adjuvant|neoadjuvant|maintenance|without)\b",
        "For whom it is, or at which point: words that a heading must not lose.",
        "in Children With Recurrent Asthma",
        "in Asthma",
    ),
    flags=re.IGNORECASE,
)
