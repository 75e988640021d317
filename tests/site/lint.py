"""Reads a page as a picky stranger would: what is wrong with its words, headings, links and marks."""

import re
from collections import Counter, defaultdict
from html.parser import HTMLParser
from itertools import pairwise

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
# Wrong in anybody's words.
FAULTS = {
    "template leak": re.compile(r"\{\{|\}\}|\{%|%\}"),
    "escape leak": re.compile(r"\\[<>*_\[\]#~]|&(?:amp|lt|gt|quot|#\d+);"),
    "mojibake": re.compile(r"Ã[\x80-\xbf]|â€|\ufffd|[A-Za-z]\?[A-Za-zé]{2,}"),
    "python repr": re.compile(r"<[a-z_]+\.[\w.]+ object at|datetime\.date\(|Coded\(|Words\("),
}
# A registry may write these; we may not.
OURS = {
    "raw enum": re.compile(
        r"\b(?:[A-Z]{3,}_[A-Z0-9_]{2,}|PHASE[1-4]|RECRUITING|COMPLETED|TERMINATED|RANDOMIZED)\b"
    ),
    "programmer's nothing": re.compile(r"(?<![\w'’-])(?:None|null|undefined|NaN|nan)(?![\w'’-])"),
    "empty part": re.compile(r",\s*,"),
}


class Page(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.problems: list[str] = []
        self.headings: list[tuple[int, list[str]]] = []
        self.links: dict[str, set[str]] = defaultdict(set)
        self.ids: Counter[str] = Counter()
        self.labels: set[str | None] = set()
        self.controls: list[dict[str, str | None]] = []
        self.words: list[str] = []
        self._link: tuple[str, list[str]] | None = None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        stated = dict(attrs)
        if tag not in VOID:
            self.open.append((tag, stated))
        if "id" in stated:
            self.ids[stated["id"]] += 1
        if re.fullmatch("h[1-6]", tag):
            self.headings.append((int(tag[1]), []))
        if tag == "a" and "href" in stated:
            self._link = (stated["href"], [])
        if tag == "label":
            self.labels.add(stated.get("for"))
        if tag in {"input", "select", "textarea"} and stated.get("type") not in {"hidden", "submit"}:
            self.controls.append(stated)
        if "style" in stated or any(name.startswith("on") for name in stated) or tag == "style":
            self.problems.append(f"inline style or script on {tag}")
        if tag == "script" and not stated.get("src"):
            self.problems.append("inline script")

    def handle_endtag(self, tag):
        if tag == "a" and self._link:
            href, words = self._link
            self.links[" ".join("".join(words).split()).lower()].add(href.partition("#")[0])
            self._link = None
        while self.open and self.open[-1][0] != tag:
            self.problems.append(f"{self.open.pop()[0]} is not closed before {tag}")
        if self.open:
            self.open.pop()

    def handle_data(self, data):
        tags = {tag for tag, _ in self.open}
        for place in (
            self.headings[-1][1] if self.headings and {f"h{self.headings[-1][0]}"} & tags else None,
            self._link[1] if self._link else None,
        ):
            if place is not None:
                place.append(data)
        self.words.append(data)
        words = re.sub(r"(?:https?://|www\.)\S+", "", data)
        theirs = any("data-registry-text" in attrs for _, attrs in self.open)
        for name, pattern in (FAULTS if theirs else FAULTS | OURS).items():
            if found := pattern.search(words):
                self.problems.append(f"{name}: {words[max(0, found.start() - 30) : found.end() + 30]}")

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def problems(html: str) -> list[str]:
    page = Page(html)
    found = list(page.problems)
    found += [f"id {name} stands {count} times" for name, count in page.ids.items() if count > 1]
    levels = [level for level, _ in page.headings]
    found += ["no heading of the first level, or several"] if levels.count(1) != 1 else []
    found += ["an empty heading" for _, words in page.headings if not "".join(words).strip()]
    found += [f"h{a} is followed by h{b}" for a, b in pairwise(levels) if b > a + 1]
    found += ["a link without words"] if "" in page.links else []
    found += [
        f"{len(targets)} links called {words}"
        for words, targets in page.links.items()
        if len(targets) > 3 and len(words) < 14
    ]
    found += [
        f"a control without a label: {control}"
        for control in page.controls
        if control.get("id") not in page.labels and not control.get("aria-label")
    ]
    return found
