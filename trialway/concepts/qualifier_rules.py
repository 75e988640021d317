"""Words around a name and what they do to it: rows ─▶ patterns for one word, in the form of ``words.py``.

``neutral`` words change nothing (a dose, an article), ``qualifier`` words make it a kind of what is named,
``aspect`` words something around it, ``blocker`` words something else; ``joint`` words stand between two
names, ``link`` words begin what says more about the first.
"""

import re

from trialway.language_rules import LanguageRule, RuleTable

QUALIFIERS = RuleTable(
    LanguageRule(
        "neutral.article",
        r"^(?:the|a|an|of|for|in|patient|subject|participant|people|person|adult|human|by|mouth|s|or|and|with|to|per|as|vs|only|alone)$",
        "Articles and who has it say nothing about what it is.",
        "patient",
        "heart",
    ),
    LanguageRule(
        "neutral.number",
        r"^(?:\d+(?:\.\d+)?(?:mg|mcg|g|ml|ug|iu|kg|mm|h|hr|d|week|wk|day|x|st|nd|rd|th)?|one|two|three|four)$",
        "Numbers of doses and arms.",
        "50mg",
        "b7",
    ),
    LanguageRule(
        "neutral.unit",
        r"^(?:mg|mcg|microgram|ug|g|gram|kg|ml|l|iu|u|unit|auc|m2|min|hour|h|day|daily|week|weekly|month|monthly|once|twice|bid|qd|tid|qod"
        r"|qw|q\d?w|q\d+[hdw]?|every|percent|ppm|meq|mmol|nm|mu|gy|cgy|mci|mbq|cfu|tsp|dose|dosage|dosing|time|bolus)$",
        "Units and rhythms of a dose.",
        "mg",
        "heart",
    ),
    LanguageRule(
        "neutral.form",
        r"^(?:tablet|tab|capsule|cap|pill|injection|injectable|inj|infusion|oral|orally|po|sc|im|iv|4|intravenou|intravenous|intravenously|subcutaneou"
        r"|subcutaneous|subcutaneously|intramuscular|topical|cream|gel|ointment|lotion|patch|solution|suspension|syrup|spray|nasal|inhaled"
        r"|inhalation|inhaler|dpi|mdi|nebulized|nebulizer|drop|ophthalmic|eye|suppository|powder|film|coated|release|extended|sustained|prolonged"
        r"|modified|immediate|delayed|controlled|er|xr|sr|cr|ir|xl|la|dr|lyophilized|concentrate|vial|syringe|prefilled|pen|autoinjector|low"
        r"|high|medium|standard|single|multiple|fixed|combination|treatment|therapy|medication|drug|product|supplement|supplementation|administration"
        r"|hcl|hydrochloride|sodium|sulfate|mesylate|maleate|tartrate|succinate|acetate|citrate|phosphate|besylate|formulation|sublingual"
        r"|intranasal|intravitreal|intrathecal|transdermal|buccal|rectal|vaginal|liquid|active|comparator|study|experimental|test|reference"
        r"|generic|brand|branded|open|label|blinded|arm|group|cohort|part|period|phase|regimen|monotherapy|based|agent|r|tm|matching)$",
        "Forms, ways and salts of a medicine, and what a trial calls it.",
        "tablet",
        "failure",
    ),
    LanguageRule(
        "qualifier.severity",
        r"^(?:severe|mild|moderate|moderately|severely|serious|critical|critically|advanced|early|late|end|stage|grade|class|nyha|who|ajcc|v\d|figo"
        r"|\d+[abc]\d?|[abc]\d?|anatomic|prognostic|pathologic|clinical|limited|extensive|high|low|intermediate|risk|mixed|complicated|uncomplicated"
        r"|decompensated|compensated|stable|unstable|life|threatening|profound|intractable|lower|upper|major|minor|poor|poorly|well|inadequate|inadequately"
        r"|not|sufficiently|insufficiently|suboptimal|suboptimally|tnm|ecog|asa|i|ii|iii|iv|v"
        r"|moderate to severe|very|borderline|level|category|score|degree)$",
        "How severe or how far.",
        "severe",
        "heart",
    ),
    LanguageRule(
        "qualifier.course",
        r"^(?:acute|subacute|chronic|recurrent|recurring|relapsed|relapsing|relapse|refractory|resistant|persistent|persisting|progressive|progression"
        r"|progressed|remitting|remission|intermittent|episodic|new|newly|diagnosed|de|novo|untreated|treated|previously|naive|first|second|third|line"
        r"|initial|primary|secondary|onset|current|active|inactive|established|ongoing|symptomatic|asymptomatic|metastatic|metastasized|locally|local|localized"
        r"|unresectable|resectable|inoperable|operable|resected|nonmetastatic|non|disseminated|invasive|noninvasive|residual|minimal|incident|prevalent|long|term"
        r"|short|existing|preexisting|pre|existent|uncontrolled|controlled|difficult|treat|hard|curable|incurable|terminal|oligometastatic|regional|nonresectable"
        r"|spontaneou|spontaneous|exacerbated|exacerbation|worsening|hospitalized|inpatient|outpatient|ambulatory|community|acquired|hospital|nosocomial|distant"
        r"|platinum|sensitive|hormone|castration|naïve|transplant|eligible|ineligible|maintenance|adjuvant|neoadjuvant|perioperative|postoperative|preoperative)$",
        "How long, how it goes, and after which treatment.",
        "recurrent",
        "lung",
    ),
    LanguageRule(
        "qualifier.people",
        r"^(?:adult|child|children|childhood|pediatric|adolescent|juvenile|infant|infantile|neonatal|neonate|newborn|preterm|term|elderly|older|geriatric|young"
        r"|younger|women|woman|female|male|men|man|pregnant|postmenopausal|premenopausal|menopausal|aged|age|year|month|old|veteran|student|athlete|black"
        r"|african|american|hispanic|asian|japanese|chinese|korean|indian|european|school|preschool|military|maternal|paternal|fetal|congenital)$",
        "Who has it.",
        "elderly",
        "heart",
    ),
    LanguageRule(
        "qualifier.kind",
        r"^(?:idiopathic|familial|hereditary|inherited|sporadic|genetic|autoimmune|allergic|seasonal|perennial|atopic|nonallergic|essential|unspecified|suspected"
        r"|probable|possible|confirmed|proven|definite|known|presumed|atypical|typical|classical|classic|variant|mutated|mutant|mutation|mutations|positive|negative"
        r"|unilateral|bilateral|left|right|sided|lateral|medial|proximal|distal|anterior|posterior|focal|diffuse|generalized|general|systemic|multiple|solitary"
        r"|type|subtype|form|related|associated|induced|mediated|dependent|independent|driven|specific|nonspecific|unknown|origin|disorder|disease|syndrome|illness"
        r"|condition|problem|diagnosis|symptom|episode|attack|event|complication|nos|other|any|all|various|several|common|rare|certain|selected|category|amplified"
        r"|overexpressing|expressing|expression|deficient|rearranged|rearrangement|fusion|altered|alteration|wild|gene|protein|cell)$",
        "Which kind, cause or side.",
        "idiopathic",
        "failure",
    ),
    LanguageRule(
        "aspect.care",
        r"^(?:survivor|survivorship|prevention|prophylaxi|prophylaxis|management|screening|education|rehabilitation|monitoring|detection|research|trial|awareness|knowledge"
        r"|care|caregiver|family|parent|relative|risk|factor|outcome|prognosis|mortality|morbidity|epidemiology|biomarker|marker|imaging|assessment|evaluation"
        r"|burden|quality|life|self|surgery|surgical|operation|treatment|therapy|vaccine|vaccination|immunization|control|reduction|recovery|followup|follow|up|death"
        r"|history|susceptibility|predisposition|exposure|transmission|stigma|readmission|hospitalization|admission|progression|response|patient)$",
        "What is done about it or known of it.",
        "prevention",
        "stenosis",
    ),
    LanguageRule(
        "blocker.denial",
        r"^(?:no|not|without|non|absent|absence|free|never|un|anti|pseudo|versus|pre|post|healthy)$",
        "Another thing, or its contrary.",
        "without",
        "with",
    ),
    LanguageRule(
        "blocker.placebo",
        r"^(?:placebo|sham|dummy|vehicle|mock|simulated|placebos|mimic|replica|inactive|fake)$",
        "Looks like a treatment and is none.",
        "placebo",
        "place",
    ),
    LanguageRule(
        "behind-medicine.target",
        r"^(?:\w{3,}ase|receptor|antagonist|inhibitor|inhibition|blocker|blockade|antibody|deficiency|level|allergy|hypersensitivity|intolerance|resistance"
        r"|sensitivity|test|challenge|concentration|clearance|ratio|saturation|monitoring|metabolism|positive|negative|abuse|dependence|addiction"
        r"|use|user|intake|disorder|withdrawal|overdose|poisoning|toxicity|naive|refractory|resistant|free|expression)$",
        "What a medicine's name stands in front of when it is a target, a blood value or a problem.",
        "antagonist",
        "tablet",
    ),
    LanguageRule(
        "joint.words",
        r"^(?:and|or|/|,|plu|plus|\||versus|vs|followed|then|combined|combination|with|add|added|on)$",
        "Between two names of one list.",
        "plus",
        "in",
    ),
    LanguageRule(
        "link.words",
        r"^(?:in|of|due|after|following|with|without|to|for|from|during|secondary|caused|because|by|among|at|on|undergoing|receiving|before|prior|under"
        r"|requiring|planned|who|that|involving|complicated|complicating|against|using|through|via|between|across)$",
        "After it stands more about what stands before it.",
        "due",
        "heart",
    ),
)  # fmt: skip


LABELS = RuleTable(
    LanguageRule(
        "label.number",
        r"^Health Condition \d+:\s*",
        "What a registry counts its conditions by.",
        "Health Condition 1: J128- Other viral pneumonia",
        "Heart condition",
    ),
    LanguageRule(
        "label.area",
        r"^Therapeutic area: [\w ]+\[[A-Z]\] - ",
        "What a registry puts in front of its areas.",
        "Therapeutic area: Diseases [C] - Virus Diseases [C02]",
        "Virus Diseases",
    ),
    LanguageRule(
        "label.icd",
        r"^[A-Z]\d{2}\.?\d{0,3}\s*[-:]\s*",
        "A code of the ICD in front of its words.",
        "U07.1 - COVID-19",
        "B12 deficiency",
    ),
    LanguageRule(
        "label.tree",
        r"\s*\[[A-Z]\d{2}\]$",
        "The number of a branch of MeSH behind its words.",
        "Respiratory Tract Diseases [C08]",
        "asthma [adults]",
    ),
    LanguageRule(
        "label.category",
        r"^(?:Anaesthesiology|Blood|Cancer|Cardiovascular|Diet and Nutrition|Eye|Infection"
        r"|Mental Health|Metabolic and Endocrine"
        r"|Musculoskeletal|Neurological|Oral and Gastrointestinal|Public Health|Renal and Urogenital"
        r"|Reproductive Health and Childbirth"
        r"|Respiratory|Skin|Stroke|Surgery) - (?!Other)",
        "A registry's category in front of what is studied.",
        "Mental Health - Anxiety",
        "Cancer - Other cancers",
    ),
    LanguageRule(
        "label.line",
        r"_x000D_",
        "The end of a line, as one export writes it.",
        "Depression_x000D_",
        "Depression x",
    ),
)


def compiled(prefix: str) -> re.Pattern[str]:
    """One pattern for a whole word of the rows whose id begins so."""
    return QUALIFIERS.any_of(prefix)
