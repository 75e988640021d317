"""Terms remembered chunk by chunk are those that the whole text has."""

import pickle

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from trialway.search.document.areas import area_texts
from trialway.search.document.document import document
from trialway.search.document.encode_document import encode_document
from trialway.search.language import analysis
from trialway.search.language.analysis import ENGLISH, analyse, normalise_spelling, split_words


@given(st.text(max_size=200))
@example("Crohn's disease (T-DM1),\u00a0β-blockers\u2028and Sjögren’s")
@example("⒈ first ⑴ second ½ third")
@example("one" + "x" * 100 + " two")
def test_a_text_has_the_terms_of_its_chunks(text):
    assert analyse(text).split() == ENGLISH.analyze(normalise_spelling(text))


def test_every_text_of_the_sample_has_the_terms_of_its_chunks(sample):
    for trial in sample[::10]:
        for values in area_texts(trial).values():
            for text in values:
                assert analyse(text).split() == ENGLISH.analyze(normalise_spelling(text))


def test_what_is_remembered_has_an_end(monkeypatch):
    monkeypatch.setattr(analysis, "_known", analysis._Known())
    monkeypatch.setattr(analysis, "MOST_KNOWN", 2)

    assert analyse("studies of hearts and studies") == "studi of heart and studi"
    assert len(analysis._known) == 2


@pytest.mark.parametrize("text", ["", " ", "\n\t", "— ( )"])
def test_a_text_without_words_has_no_terms(text):
    assert not analyse(text).strip()


def test_what_is_packed_reaches_another_process_whole(sample):
    for trial in sample[:20]:
        packed = encode_document(document(trial))

        assert pickle.loads(pickle.dumps(packed)) == packed


@given(st.text(st.characters(max_codepoint=127), max_size=200))
@example("HER2-positive (T-DM1), 3.6 mg/kg; Crohn's_disease")
def test_words_in_plain_letters_stand_where_tantivy_sees_them(text):
    tokens = ENGLISH.pre_tokenize(text).tokens

    assert [(piece.start, piece.end) for piece in split_words(text)] == [
        (token.char_offset_from, token.char_offset_to) for token in tokens
    ]
