"""UTF-8 that somebody read as Windows-1252: ``HÃ´pital`` is put back to ``Hôpital``."""

import re

# Windows-1252 leaves five bytes undefined; programs pass them through as control characters, so we do the
# same.
_BYTE = {bytes([byte]).decode("cp1252", "replace"): byte for byte in range(0x80, 0xA0)}
_BYTE |= {chr(byte): byte for byte in range(0x80, 0x100)}
_FOLLOWING = "".join(
    re.escape(char) for char, byte in _BYTE.items() if 0x80 <= byte <= 0xBF and char != "\ufffd"
)
# Only leads that are rare at the end of a word in any language: Â Ã â, and Ä Å before what is no letter or
# quotation mark.
_RUN = re.compile(f"[ÂÃ][{_FOLLOWING}]|â[{_FOLLOWING}]{{2}}|[ÄÅ][\x80-\x9f‚ƒ„†‡ˆ‰‹Ž¡-ª¬-º¼-¿]")


def decode_mojibake(text: str) -> str:
    """Every run that is valid UTF-8 when read as bytes; all else stays."""
    return _RUN.sub(_decode, text) if not text.isascii() else text


def _decode(match: re.Match[str]) -> str:
    try:
        return bytes(_BYTE[char] for char in match[0]).decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
