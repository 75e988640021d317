"""Names made comparable: what differs in capitals and spaces alone is one name ─▶ **key to compare by**.

There is one way for each meaning of "the same":

- names of drugs, conditions, headings, groups: ``comparable`` here, after ``repair`` where needed
- towns, hospitals and what people type of them: ``places.names.plain``; accents and "St." do not matter
- countries: ``vocabulary.country.country_code``; apostrophes do not matter
- illnesses and medicines as the list of concepts has them: ``concepts.words``; plurals, spelling and numerals
- numbers and acronyms of trials: ``search.document.identifiers``; letters and digits alone
- words of texts and queries: ``search.language.analysis``; stems, American spelling, Greek letters
- criteria, with a way back to the registry's words: ``criteria.normalised_text``
- codes of a registry's own words, which stand in addresses: ``search.document.facet_codes.registry_code``
"""


def comparable(name: str) -> str:
    """``  Oral  PLACEBO`` as ``oral placebo``. For comparing only: never shown."""
    return " ".join(name.casefold().split())
