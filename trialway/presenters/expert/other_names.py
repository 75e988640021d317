"""Other names of an intervention; a list typed into one field is taken apart where that is safe."""

import re

# A name with brackets, a semicolon or a comma without a space may be chemical ("2,4-D", "N,N-dimethyl
# (mono)"): left whole.
_DOUBTFUL = re.compile(r"[()\[\];:]|,\S| and | or ")


def split_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """``("Kadcyla, T-DM1, RO5304020",)`` → three names; anything doubtful stays as it is."""
    if len(names) != 1 or _DOUBTFUL.search(names[0]):
        return names
    parts = [part.strip() for part in names[0].split(", ")]
    plausible = all(part and len(part) <= 40 and len(part.split()) <= 4 for part in parts)
    return tuple(parts) if plausible else names
