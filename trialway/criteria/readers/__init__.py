"""One module a kind: folded words ─▶ **what they say** ─▶ reading. Each has ``CUES``, the first letters
of the words
without which it need not look, and ``read``, which yields what it found."""
