"""What a registry's coded value means: field → normalise → **vocabulary** → record → page."""

from collections.abc import Mapping

from msgspec import Struct, field


class Coded(Struct, frozen=True, omit_defaults=True):
    """A coded value: our code for it (None when no vocabulary knows it) and the registry's own word."""

    code: str | None
    raw: str


class Vocabulary(Struct, frozen=True):
    """One concept: what its codes are called, and which raw value of which registry means which code."""

    name: str
    labels: Mapping[str, str]
    registries: Mapping[str, Mapping[str, str]]
    _read: dict[tuple[str, str], Coded] = field(default_factory=dict)

    def read(self, registry: str, raw: str) -> Coded:
        """A value no registry table lists keeps its raw word and gets no code."""
        value = self._read.get((registry, raw))
        if value is None:
            value = Coded(self.registries.get(registry, {}).get(raw), raw)
            if value.code is not None:  # there are few of these, and no end to the others
                self._read[registry, raw] = value
        return value

    def words(self, value: Coded) -> str:
        """The code's label, or the registry's own word made readable."""
        return self.labels[value.code] if value.code is not None else readable(value.raw)


def readable(raw: str) -> str:
    """A raw value as words: ``SOME_NEW_VALUE`` → ``Some new value``; mixed-case text stays as it is."""
    words = raw.replace("_", " ").strip()
    return words.capitalize() if words.isupper() and (len(words) > 4 or " " in words) else words
