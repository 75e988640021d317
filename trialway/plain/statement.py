"""What a patient text is made of: sections of statements, each with the fields and the words it rests on."""

from collections.abc import Mapping

from msgspec import Struct


class TextPiece(Struct, frozen=True):
    """Words of a statement: ours, or the record's own.

    ``theirs`` alone is a name, a number or a date of the record; ``quoted`` are whole phrases of it.
    """

    text: str
    theirs: bool = False
    quoted: bool = False


class Statement(Struct, frozen=True, kw_only=True):
    """One sentence. ``fields`` are places in a TrialRecord, as in ``Registry.paths``.

    ``rests_on`` are the record's words behind it; ``derivation`` names how a number was worked out that the
    record does not print. A ``general`` statement is about trials as such and needs no field.
    """

    pieces: tuple[TextPiece, ...]
    template: str
    fields: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()
    general: bool = False
    derivation: str = ""

    @property
    def text(self) -> str:
        """The whole sentence."""
        return "".join(piece.text for piece in self.pieces)


class StripDay(Struct, frozen=True):
    """One day of a strip, counted from 1; ``given`` when something is given on it."""

    number: int
    given: bool


class Strip(Struct, frozen=True, kw_only=True):
    """A small calendar: the days of one cycle (or of one week); ``text`` says the same in words."""

    title: tuple[TextPiece, ...]
    days: tuple[StripDay, ...]
    text: str
    repeats: bool = True


class Quotation(Struct, frozen=True, kw_only=True):
    """A longer text of the record, shown whole as the words of who wrote it."""

    title: str
    text: str
    field: str


class PlainRow(Struct, frozen=True, kw_only=True):
    """A line of a table: its name, then one cell for each further head; one without pieces says nothing."""

    title: tuple[TextPiece, ...]
    cells: tuple[tuple[TextPiece, ...], ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Name and cells, each as one text."""
        return tuple("".join(piece.text for piece in cell) for cell in (self.title, *self.cells))


class PlainTable(Struct, frozen=True, kw_only=True):
    """Numbers side by side. ``heads`` has one more than a row has cells, the first is that of the names;
    ``note`` says how the numbers are to be read, and what they rest on."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[PlainRow, ...]
    note: Statement


class PlainGroup(Struct, frozen=True, kw_only=True):
    """Statements under a title: a group of the trial (with the record's words on it), or rules. A table
    stands before them."""

    title: tuple[TextPiece, ...]
    statements: tuple[Statement, ...]
    table: PlainTable | None = None
    strips: tuple[Strip, ...] = ()
    quotation: Quotation | None = None

    @property
    def name(self) -> str:
        """The title as one text."""
        return "".join(piece.text for piece in self.title)

    @property
    def every(self) -> tuple[Statement, ...]:
        """The note of the table and the statements, in the order in which they are read."""
        return (*((self.table.note,) if self.table else ()), *self.statements)


class PlainSection(Struct, frozen=True, kw_only=True):
    """One question and its answer: statements, then groups, then what closes the answer, then quotations."""

    id: str
    question: str
    statements: tuple[Statement, ...] = ()
    groups: tuple[PlainGroup, ...] = ()
    closing: tuple[Statement, ...] = ()
    quotations: tuple[Quotation, ...] = ()

    @property
    def every(self) -> tuple[Statement, ...]:
        """All statements, in the order in which they are read."""
        grouped = tuple(statement for group in self.groups for statement in group.every)
        return self.statements + grouped + self.closing


class PatientText(Struct, frozen=True, kw_only=True):
    """The whole text. ``taken_from``: for each section ("join"), the number of the record that it is written
    from.

    ``summary`` is the trial in one sentence; ``scientific_title`` is the record's own title.
    """

    title: Statement
    scientific_title: str
    summary: Statement
    sections: tuple[PlainSection, ...]
    taken_from: Mapping[str, str]

    def section(self, section_id: str) -> PlainSection:
        """The section of that id; KeyError when there is none."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)

    @property
    def every(self) -> tuple[Statement, ...]:
        """All statements of all sections."""
        return tuple(statement for section in self.sections for statement in section.every)


def make_statement(
    template: str,
    fields: tuple[str, ...],
    *parts: str | TextPiece | tuple[TextPiece, ...],
    rests_on: tuple[str, ...] = (),
    derivation: str = "",
) -> Statement:
    """A statement of parts: plain strings are our words."""
    return Statement(
        pieces=_pieces(parts), template=template, fields=fields, rests_on=rests_on, derivation=derivation
    )


def general(template: str, words: str) -> Statement:
    """A statement about trials as such."""
    return Statement(pieces=(TextPiece(words),), template=template, general=True)


def name(words: str) -> TextPiece:
    """A name, a number or a date of the record."""
    return TextPiece(words, theirs=True)


def quote(words: str) -> tuple[TextPiece, ...]:
    """A phrase of the record, between quotation marks of ours."""
    return TextPiece("“"), TextPiece(words, theirs=True, quoted=True), TextPiece("”")


def _pieces(parts: tuple[str | TextPiece | tuple[TextPiece, ...], ...]) -> tuple[TextPiece, ...]:
    found: list[TextPiece] = []
    for part in parts:
        if isinstance(part, str):
            found += [TextPiece(part)] if part else []
        elif isinstance(part, TextPiece):
            found.append(part)
        else:
            found += part
    return tuple(found)
