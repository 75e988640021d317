"""Raw bytes ⇄ blob: zstandard, level 3, with a dictionary trained on records of the registry.

A dictionary is never changed or removed: blobs made with it need it for ever. A better one gets a new number.
"""

import threading
from functools import cache

import zstandard

from trialway.registries.known import REGISTRIES

_LEVEL = 3


def codec_of(registry: str) -> int:
    """The number of the dictionary for new blobs of a registry; 0 is none."""
    return max(REGISTRIES[registry].dictionaries, default=0)


def compress(raw: bytes, codec: int) -> bytes:
    return _compressor(codec, threading.get_ident()).compress(raw)


def decompress(blob: bytes, codec: int) -> bytes:
    """Raises zstandard.ZstdError when the blob is damaged."""
    return _decompressor(codec, threading.get_ident()).decompress(blob)


# zstandard's objects fail, or call sound data corrupt, when two threads use one at the same time: each
# thread has its own.
@cache
def _dictionary(codec: int, _thread: int) -> zstandard.ZstdCompressionDict | None:
    if codec == 0:
        return None
    files = (registry.dictionaries.get(codec) for registry in REGISTRIES.values())
    file = next(file for file in files if file is not None)
    return zstandard.ZstdCompressionDict(file.read_bytes())


@cache
def _compressor(codec: int, thread: int) -> zstandard.ZstdCompressor:
    dictionary = _dictionary(codec, thread)
    if dictionary is not None:
        dictionary.precompute_compress(level=_LEVEL)
    return zstandard.ZstdCompressor(level=_LEVEL, dict_data=dictionary, write_checksum=True)


@cache
def _decompressor(codec: int, thread: int) -> zstandard.ZstdDecompressor:
    return zstandard.ZstdDecompressor(dict_data=_dictionary(codec, thread))
