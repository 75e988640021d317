"""Registry text as HTML: lists readable and nested, nothing lost, nothing unsafe."""

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from trialway.registry_text import inline_html, to_html, to_terminal
from trialway.registry_text.html import purify


def test_markdown_lists_come_out_nested() -> None:
    text = "Inclusion Criteria:\n\n* Adults with:\n\n  * asthma\n  * COPD\n* Consent"
    assert to_html(text) == (
        "<p><strong>Inclusion Criteria:</strong></p>"
        "<ul><li>Adults with:<ul><li>asthma</li><li>COPD</li></ul></li><li>Consent</li></ul>"
    )


def test_a_last_line_is_no_heading_for_nothing_follows_it() -> None:
    assert to_html("Exclusion Criteria:\n\n* a\n\nFurther exclusion criteria may apply").endswith(
        "<p>Further exclusion criteria may apply</p>"
    )


def test_numbers_stay_what_they_were() -> None:
    assert to_html("1. one\n2. two\n5. five") == '<ol><li>one</li><li>two</li><li value="5">five</li></ol>'
    assert to_html("3\\. three\n4\\. four") == '<ol start="3"><li>three</li><li>four</li></ol>'


def test_a_list_typed_by_hand_is_a_list() -> None:
    assert to_html("• one\n• two") == "<ul><li>one</li><li>two</li></ul>"
    assert to_html("-Pain\n-Fever") == "<ul><li>Pain</li><li>Fever</li></ul>"
    assert to_html("* 1\\) one\n* 2\\) two") == "<ol><li>one</li><li>two</li></ol>"


def test_letters_after_a_colon_are_nested_under_it() -> None:
    html = to_html("1. Any of:\na) asthma\nb) COPD\n2. Consent")
    assert html == (
        '<ol><li>Any of:<ul class="tw-prose__marked"><li>a) asthma</li><li>b) COPD</li></ul></li>'
        "<li>Consent</li></ol>"
    )


def test_a_measurement_is_no_list_item() -> None:
    assert to_html("4.3 Purpose") == "<p>4.3 Purpose</p>"
    assert to_html("-5 °C") == "<p>-5 °C</p>"
    assert to_html("0.5 mg daily") == "<p>0.5 mg daily</p>"


def test_subscripts_are_set_small_and_other_tags_are_words() -> None:
    assert inline_html(r"C\<sub\>max\</sub\> \<LLOQ") == "C<sub>max</sub> &lt;LLOQ"
    assert inline_html("<script>alert(1)</script>") == "&lt;script&gt;alert(1)&lt;/script&gt;"


def test_an_address_is_a_link_and_nothing_else_is() -> None:
    html = inline_html("See https://example.org/a?b=1&c=2. Or javascript:alert(1)")
    assert html == (
        'See <a href="https://example.org/a?b=1&amp;c=2" rel="nofollow noopener">https://example.org/<wbr>a?<wbr>b=1&amp;'
        "<wbr>c=2</a>. Or javascript:alert(1)"
    )


class Words(HTMLParser):
    """What a reader gets: text, and the numbers that a browser prints before items."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.counters: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        stated = dict(attrs)
        if tag in {"ol", "ul"}:
            self.counters.append(int(stated.get("start") or 1) if tag == "ol" else None)
        if tag == "li" and self.counters[-1] is not None:
            number = int(stated.get("value") or self.counters[-1])
            self.said.append(str(number))
            self.counters[-1] = number + 1

    def handle_endtag(self, tag: str) -> None:
        if tag in {"ol", "ul"}:
            self.counters.pop()

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def letters(text: str) -> str:
    # A browser prints "01." as "1."; leading noughts of numbers are left out on both sides.
    return "".join(re.findall(r"[^\W_]", re.sub(r"(?<!\d)0+(?=\d)", "", text)))


LINES = st.lists(
    st.tuples(
        st.sampled_from(["", "  ", "    ", "      "]),
        st.sampled_from(
            ["", "* ", "- ", "• ", "1. ", "2) ", "7. ", "a) ", "(ii) ", r"\- ", r"3\. ", "* 4. ", "-"]
        ),
        st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), max_size=25),
        st.sampled_from(["\n", "\n\n"]),
    ),
    max_size=25,
).map(lambda lines: "".join("".join(line) for line in lines))


@given(LINES)
def test_html_and_terminal_text_say_the_same_and_html_is_clean(text: str) -> None:
    html = to_html(text)
    assert purify(html) == html
    words = Words()
    words.feed(html)
    assert letters(" ".join(words.said)) == letters(
        to_terminal(text).replace("<sub>", "").replace("</sub>", "")
    )


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["* ", "1. ", "  - ", "", "    a) "]),
            st.from_regex(r"[A-Za-z0-9 ]{1,20}", fullmatch=True),
        )
    )
)
def test_no_letter_or_digit_is_lost(lines: list[tuple[str, str]]) -> None:
    text = "\n".join(marker + words for marker, words in lines)
    assert re.sub(r"\W", "", to_terminal(text)) == re.sub(r"\W", "", text)
