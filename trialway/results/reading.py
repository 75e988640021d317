"""Raw results of a record → their shape; what has the wrong type is left out and told."""

import msgspec
from msgspec import Raw

from trialway.record import NO_RESULTS, LeftOut
from trialway.registries.ctgov.fit import fit
from trialway.results.shape import Results

_decode = msgspec.json.Decoder(Results).decode


def read_results(raw: Raw) -> tuple[Results, tuple[LeftOut, ...]] | None:
    """The results and what was left out of them; None when the record has none."""
    if bytes(raw) == bytes(NO_RESULTS):
        return None
    try:
        return _decode(raw), ()
    except msgspec.ValidationError:
        left_out: list[LeftOut] = []
        fitted = fit(msgspec.json.decode(raw), Results, "resultsSection", left_out)
        return msgspec.convert(fitted, Results), tuple(left_out)
