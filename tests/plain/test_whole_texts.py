"""Whole texts of made records in every tense, sentence by sentence, as somebody has read them."""

import pytest

from tests.plain.whole_texts import FILE, RECORDS, TENSES, lines

READ = FILE.read_text().split("\n# ")


@pytest.mark.parametrize("tense", TENSES)
@pytest.mark.parametrize("name", RECORDS)
def test_a_record_is_told_as_it_was_read_and_found_right(name, tense):
    (expected,) = (part for part in READ if part.removeprefix("# ").startswith(f"{name}, {tense}\n"))

    assert "\n".join(lines(name, tense)).removeprefix("# ").strip() == expected.removeprefix("# ").strip()
