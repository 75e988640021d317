"""What was found, what are the risks, and how to stop."""

from tests.plain.reading import made, said, sample, text_of
from trialway.plain.readability import passes
from trialway.record import (
    Arm,
    Dates,
    Oversight,
    Recruitment,
    ResultsStatus,
    UnpostedEvent,
    ViolationEvent,
)  # fmt: skip
from trialway.results.reported import reported
from trialway.results.sentences import event_sentences
from trialway.vocabulary.coded import Coded
from trialway.vocabulary.dates import StatedDate

ARMS = (Arm(label="A"), Arm(label="B"))
WITHDRAWN = Recruitment(status=Coded("withdrawn", "WITHDRAWN"))


def status(code: str) -> Coded:
    return Coded(code, code.upper())


def test_results_that_are_late_are_told_as_the_registry_states_it():
    returned = UnpostedEvent(kind=Coded("reset", "RESET"))
    notice = ViolationEvent(description="Failure to submit results")
    text = made(
        recruitment=Recruitment(status=status("completed")),
        dates=Dates(delay_first_posted=StatedDate("2020-03-02")),
        results_status=ResultsStatus(unposted_events=(returned,), violations=(notice,)),
    )

    told = said(text, "results")
    assert "The team asked to send the results later, as the registry showed on 2 March 2020." in told
    assert "The registry sent the results back to the team to be mended." in told
    assert "The registry shows a notice by the US regulator: “Failure to submit results”." in told


def test_what_was_found_is_told_from_the_records_own_tables():
    text = text_of("NCT01009918")

    (head, *_), groups = text.section("found").statements, text.section("found").groups
    assert head.text == "These numbers are from the tables that the team sent to the registry."
    assert groups[0].name.startswith("“Number of Participants With Trastuzumab-Induced Cardiotoxicity")
    assert groups[0].statements[0].text == (
        "In the group “Arm I Lisinopril”, 45 of 152 people (29.6%) were counted here."
    )
    assert text.section("found").closing[-1].text == (
        "The results of one trial do not tell what will happen to you."
    )


def test_health_problems_are_said_to_be_listed_only_where_they_are():
    listed = "Results are posted, and they list health problems during the trial."

    assert listed in [each.text for each in text_of("NCT01009918").section("risks").every]
    assert listed not in [each.text for each in text_of("NCT04740918").section("risks").every]


def test_a_closed_trial_does_not_tell_how_to_stop():
    told = said(made(recruitment=Recruitment(status=status("completed"))), "unable")

    assert told == [
        "This trial takes no new people, but other trials may be open.",
        "Your doctor can tell you about other treatments and other trials.",
    ]


def test_a_record_without_results_tells_none():
    assert "found" not in {section.id for section in made().sections}


def test_no_committee_checked_a_trial_that_was_called_off():
    text = made(recruitment=WITHDRAWN, oversight=Oversight(has_monitoring_committee=True), arms=ARMS)

    assert "A committee was going to check the data of the trial." in said(text, "risks")
    arms = (Arm(label="A", kind=Coded("experimental", "EXPERIMENTAL")),)
    assert (
        made(recruitment=WITHDRAWN, arms=arms).section("given").question
        == "What were people going to be given?"
    )


def test_outcomes_without_sentences_are_left_to_the_tables_at_once():
    groups = [group.name for group in text_of("NCT01009918").section("found").groups]

    assert len(groups) == len(set(groups))
    assert sum(name in ("Main outcomes", "More outcomes") for name in groups) <= 1


def test_every_sentence_on_events_is_easy_enough_to_be_told():
    """What the gate for hard sentences leaves out would be missing without a word."""
    for number in sorted(sample())[::6]:
        report = reported(sample()[number].main)
        for one in event_sentences(report) if report else ():
            words = "".join("thing" if piece.theirs else piece.text for piece in one.pieces)
            assert passes(words), words
