"""Which part of a registry a store keeps; the default is all of it."""

from msgspec import Struct


class Subset(Struct, frozen=True, omit_defaults=True):
    """Conditions hold together. ``query`` is in the registry's own query language."""

    query: str | None = None
    country: str | None = None
    sponsor: str | None = None

    @property
    def words(self) -> str:
        """For a person: ``all trials``, or the conditions."""
        stated = {"query": self.query, "country": self.country, "sponsor": self.sponsor}
        return ", ".join(f"{name} {value!r}" for name, value in stated.items() if value) or "all trials"
