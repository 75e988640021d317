"""Unpacked bytes of a .zst file, with an error when the file breaks off.

The reader that ``zstandard`` offers ends quietly in the middle of a frame, so half a download would look like
a whole, shorter file.
"""

import io
from typing import BinaryIO

import zstandard

# Four packed bytes can unfold to 128 KiB, so this much gives at most 256 MiB before the guard can count it.
_PACKED = 8 * 1024


class ZstdStream(io.RawIOBase):
    """Reads the frames of ``file``, one behind the other.

    Raises EOFError when the last frame is not complete, and zstandard.ZstdError on damaged bytes.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._packed = b""
        self._unpacked = memoryview(b"")
        # None between two frames
        self._frame: zstandard.ZstdDecompressionObj | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._unpacked:
            self._packed = self._packed or self._file.read(_PACKED)
            if not self._packed:
                self._end()
                return 0
            self._unpack()
        given = min(len(buffer), len(self._unpacked))
        buffer[:given] = self._unpacked[:given]
        self._unpacked = self._unpacked[given:]
        return given

    def _unpack(self) -> None:
        if self._frame is None:
            self._frame = zstandard.ZstdDecompressor().decompressobj()
        self._unpacked = memoryview(self._frame.decompress(self._packed))
        self._packed = self._frame.unused_data
        if self._frame.eof:
            self._frame = None

    def _end(self) -> None:
        if self._frame is not None:
            raise EOFError("the file ends in the middle of a compressed frame")
