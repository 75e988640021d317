"""What a group is and gets, where its type, its name, its words and its interventions differ."""

import pytest

from tests.plain.reading import made, said
from trialway.record import Arm, Design, Intervention, Recruitment
from trialway.vocabulary.coded import Coded

COMPLETED = Recruitment(status=Coded("completed", "COMPLETED"))
DRUG = Coded("drug", "DRUG")


def typed(code: str) -> Coded:
    return Coded(code, code.upper())


def arm(label: str, kind: str, *drugs: str, description: str = "") -> Arm:
    return Arm(
        label=label,
        kind=typed(kind),
        description=description or None,
        interventions=tuple(f"Drug: {drug}" for drug in drugs),
    )


def of_groups(
    *arms: Arm, title: str = "A trial of Empagliflozin", **descriptions: str
) -> dict[str, list[str]]:
    names = dict.fromkeys(name.removeprefix("Drug: ") for each in arms for name in each.interventions)
    drugs = tuple(Intervention(name=name, kind=DRUG, description=descriptions.get(name)) for name in names)
    text = made(recruitment=COMPLETED, arms=arms, interventions=drugs, brief_title=title)
    return {group.name: [one.text for one in group.statements] for group in text.section("given").groups}


TESTED = arm("Empagliflozin", "experimental", "Empagliflozin")


@pytest.mark.parametrize(
    ("group", "told"),
    [
        (
            arm("placebo group", "placebo_comparator", "Empagliflozin"),
            ["This group was there to compare with.", "People got a placebo."],
        ),
        (
            arm("1", "placebo_comparator", "Empagliflozin", description="placebo tablet"),
            ["This group was there to compare with.", "People got a placebo."],
        ),
        (
            arm(
                "Placebo", "placebo_comparator", "Empagliflozin", description="identical to Empagliflozin"
            ),
            ["This group was there to compare with.", "People got a placebo."],
        ),
        (
            arm("Sham", "sham_comparator", "Empagliflozin", description="A sham injection is given."),
            ["This group was there to compare with.", "People got a sham treatment."],
        ),
        (
            arm(
                "Placebo", "placebo_comparator", "Empagliflozin",
                description="Placebo in part 1. Re-randomised to Empagliflozin in part 2.",
            ),
            [
                "This group was there to compare with.",
                "The record's own words on this group stand below.",
            ],
        ),
        (
            arm("Controls", "placebo_comparator", "Empagliflozin", description="Standard implantation"),
            [
                "This group was there to compare with.",
                "The record's own words on this group stand below.",
            ],
        ),
    ],
)  # fmt: skip
def test_a_group_called_placebo_is_not_told_to_get_the_drug(group, told):
    assert of_groups(TESTED, group)[group.label] == told


def test_a_placebo_group_gets_what_its_own_words_name_beside_the_placebo():
    group = arm(
        "Placebo", "placebo_comparator", "Placebo", "Metformin",
        description="Placebo once daily. All receive Metformin.",
    )  # fmt: skip
    told = of_groups(TESTED, group)["Placebo"]

    assert "People got Metformin." in told
    assert "People got Placebo." in told


def test_a_group_whose_words_name_the_drug_is_not_told_to_get_placebo_alone():
    swapped = arm("2", "experimental", "Placebo", description="eplerenone tablets")

    assert of_groups(TESTED, swapped)["2"] == ["The record's own words on this group stand below."]


@pytest.mark.parametrize(
    ("first", "second", "roles"),
    [
        (("A", "experimental"), ("B", "active_comparator"), ["got what was being tested", "compare with"]),
        (("A", "active_comparator"), ("B", "active_comparator"), []),
        (("Control group", "experimental"), ("New", "active_comparator"), []),
        (("Usual care", "experimental"), ("New", "experimental"), []),
        (("Intensive glucose control", "experimental"), ("B", "other"), ["got what was being tested"]),
    ],
)
def test_a_role_is_told_only_where_types_and_names_agree(first, second, roles):
    groups = of_groups(arm(*first, "Saxagliptin"), arm(*second, "Glimepiride"), title="A trial in diabetes")
    told = [one for statements in groups.values() for one in statements if not one.startswith("People got ")]

    assert len(told) == len(roles)
    assert all(role in one for role, one in zip(roles, told, strict=True))


def test_the_group_whose_treatment_the_title_names_is_not_there_to_compare_with():
    groups = of_groups(
        arm("A", "experimental", "Glimepiride"), arm("B", "active_comparator", "Saxagliptin"),
        title="Saxagliptin in diabetes",
    )  # fmt: skip

    assert groups == {"A": ["People got Glimepiride."], "B": ["People got Saxagliptin."]}


@pytest.mark.parametrize(
    ("description", "told"),
    [
        (
            "Standard chemotherapy",
            ["Nothing was tested in this group.", "The record's own words on this group stand below."],
        ),
        ("", ["Nothing was tested in this group."]),
    ],
)
def test_a_group_without_intervention_is_not_said_to_get_nothing(description, told):
    assert of_groups(TESTED, arm("Control", "no_intervention", description=description))["Control"] == told


@pytest.mark.parametrize(
    ("description", "firm", "possible"),
    [
        (
            "Amivantamab with chemotherapy (mFOLFOX6 or FOLFIRI)",
            ["Amivantamab"],
            ["Oxaliplatin", "Irinotecan"],
        ),
        (
            "Amivantamab daily. Either Oxaliplatin or Irinotecan is added.",
            ["Amivantamab"],
            ["Oxaliplatin", "Irinotecan"],
        ),
        (
            "Amivantamab. Oxaliplatin or Irinotecan at the investigator's choice.",
            ["Amivantamab"],
            ["Oxaliplatin", "Irinotecan"],
        ),
        (
            "Amivantamab, Oxaliplatin and Irinotecan until progression or death",
            ["Amivantamab", "Oxaliplatin", "Irinotecan"],
            [],
        ),
    ],
)
def test_of_a_choice_people_may_get_each(description, firm, possible):
    told = of_groups(arm("A", "other", "Amivantamab", "Oxaliplatin", "Irinotecan", description=description))[
        "A"
    ]

    assert [one for one in told if one.startswith("People got")] == [f"People got {drug}." for drug in firm]
    assert [one for one in told if "may have" in one] == [f"People may have got {drug}." for drug in possible]


def test_what_a_treatment_is_added_to_stays():
    told = of_groups(
        arm(
            "A", "other", "Everolimus", description="Everolimus 10 mg. PO/day in addition to standard of care"
        )
    )

    assert "This was on top of “standard of care”." in told["A"]


def test_what_something_else_comes_on_top_of_is_not_said_of_the_treatment():
    told = of_groups(arm("A", "other", "Urine test", description="Telemonitoring on top of usual advice"))

    assert not any("on top of" in one for one in told["A"])


def test_in_addition_at_the_head_of_a_sentence_adds_nothing_to_the_treatment():
    told = of_groups(
        arm("A", "other", "Everolimus", description="In addition to Everolimus, all subjects rest.")
    )

    assert not any("on top of" in one for one in told["A"])


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("AGS-v PLUS Vaccine", "It was"),
        ("Rexlemestrocel-L + HA mixture", "It was"),
        ("TY-9591 + pemetrexed", "One part of it was"),
    ],
)
def test_one_part_of_it_is_said_only_of_several_things_given_apart(name, subject):
    told = of_groups(arm("A", "other", name), **{name: "Given on days 1 and 22."})["A"]

    assert f"{subject} given on days 1 and 22." in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "75 mg/m2 per day for seven consecutive days every 4 weeks",
            "It was given on days 1 to 7 of each 4-week",
        ),
        ("Four weekly injections of X", "It was given every week."),
        ("3-weekly X", "It was given every 3 weeks."),
    ],
)
def test_a_schedule_is_read_with_what_its_numbers_count(words, told):
    assert any(one.startswith(told) for one in of_groups(arm("A", "other", "X"), X=words)["A"])


@pytest.mark.parametrize(
    "words",
    [
        "X 1-14days, every 3 weeks",
        "strategies for daily diabetes care",
        "a personal goal on a weekly basis",
    ],
)
def test_what_is_no_schedule_is_not_told_as_one(words):
    told = of_groups(arm("A", "other", "X"), X=words)["A"]

    assert told == ["People got X."]


@pytest.mark.parametrize(
    "words",
    [
        "solution at a concentration of 15 milligram per milliliter",
        "intravenous X with water restriction (< 500 mL)",
        "vials containing 1.5 mL of solution",
        "100 mL of blood are taken",
        "X 10 mg/mL",
        "Given at a dose of 18 milligram (mg)/ meter square (m^2)",
    ],
)
def test_an_amount_that_is_no_dose_is_not_told_as_one(words):
    assert not any("dose" in one for one in of_groups(arm("A", "other", "X"), X=words)["A"])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("used beside inhaled corticosteroids", ""),
        ("Nasal inoculation", ""),
        ("Given via IP infusion", ""),
        ("Intracoronary infusion of cells", ""),
        ("Given as an infusion", "It was given as an infusion, which is a slow drip."),
        ("Insulin beside oral drugs or intranasal steroids", ""),
        ("inhaled twice", "It was given by breathing it in."),
    ],
)
def test_a_way_of_giving_is_that_of_the_drug_itself(words, told):
    found = [one for one in of_groups(arm("A", "other", "X"), X=words)["A"] if "given" in one]

    assert found == ([told] if told else [])


@pytest.mark.parametrize(
    ("description", "choice"),
    [
        ("Microdiscectomy or Laminectomy, with a membrane", True),
        ("Microdiscectomy, and later on Laminectomy, or rest", False),
        ("Microdiscectomy in people with pain or weakness who also have Laminectomy", False),
    ],
)
def test_two_treatments_with_or_between_them_are_a_choice(description, choice):
    told = of_groups(arm("A", "other", "Microdiscectomy", "Laminectomy", description=description))["A"]

    assert any("may have got" in one for one in told) is choice


def test_groups_that_change_over_are_neither_tested_nor_there_to_compare_with():
    arms = (arm("ON", "experimental", "Pacing"), arm("OFF", "active_comparator", "Pacing"))
    text = made(
        recruitment=COMPLETED,
        arms=arms,
        interventions=(Intervention(name="Pacing"),),
        design=Design(intervention_model=typed("crossover")),
    )

    assert said(text, "given") == ["People got Pacing."]


def test_the_one_placebo_of_a_group_is_known_by_that_word_alone():
    told = of_groups(
        arm(
            "A",
            "other",
            "Montanide",
            "Saline Placebo",
            description="Montanide on day 1 and placebo on day 22",
        )
    )["A"]

    assert told == [
        "People got Montanide.",
        "It was given on day 1.",
        "People got Saline Placebo.",
        "It was given on day 22.",
    ]


@pytest.mark.parametrize(
    ("label", "description", "more"),
    [
        ("A", "FOLFOX plus Mebendazole", True),
        ("A", "conventional treatment along with Mebendazole", True),
        ("A", "Mebendazole 5 mg plus or minus 1 mg", False),
        ("A", "Mebendazole once daily", False),
    ],
)
def test_what_a_group_gets_beside_what_is_listed_is_announced(label, description, more):
    told = of_groups(arm(label, "other", "Mebendazole", description=description))[label]

    assert ("This group may get more than this. The record's own words stand below." in told) is more


@pytest.mark.parametrize("words", ["Film-coated tablets with 40 mg dose strength", "Tablets of 40 mg"])
def test_the_strength_of_a_tablet_is_no_dose(words):
    assert not any("dose" in one for one in of_groups(arm("A", "other", "X"), X=words)["A"])


def test_tablets_of_two_strengths_have_no_dose_of_their_own():
    group = arm("10 mg", "other", "Vericiguat (1.25 mg)", "Vericiguat (5 mg)")

    assert of_groups(group)["10 mg"] == ["People got Vericiguat (1.25 mg).", "People got Vericiguat (5 mg)."]


def test_two_groups_that_a_title_compares_are_not_both_what_is_tested():
    groups = of_groups(
        arm("Ablation", "experimental", "Ablation"), arm("Surgery", "experimental", "Surgery"),
        title="Ablation Versus Surgery",
    )  # fmt: skip

    assert groups == {"Ablation": ["People got Ablation."], "Surgery": ["People got Surgery."]}


def test_what_a_group_is_told_to_leave_out_is_not_told_as_given():
    told = of_groups(
        arm(
            "Control",
            "other",
            "physical exercise",
            description="Advised not to take part in physical exercise.",
        )
    )

    assert told["Control"] == ["The record's own words on this group stand below."]


def test_a_control_group_that_lists_what_is_tested_gets_what_its_own_words_name():
    control = arm(
        "control group", "active_comparator", "GlycoBite", description="Commercial snack bars daily"
    )
    tested = arm("Intervention", "experimental", "GlycoBite", description="GlycoBite daily")

    assert of_groups(control, tested)["control group"] == [
        "This group was there to compare with.",
        "The record's own words on this group stand below.",
    ]


def test_of_one_drug_or_another_in_one_name_no_way_of_giving_is_told():
    told = of_groups(arm("A", "other", "Metformin or insulin"), **{"Metformin or insulin": "2 g BID, PO"})[
        "A"
    ]

    assert told == ["People got Metformin or insulin."]
