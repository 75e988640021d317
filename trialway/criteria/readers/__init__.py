"""One module for each kind of rule: normalised text ─▶ **findings** ─▶ build_expression. Each has
``CUES``, the first letters of the words without which it need not look, and ``read``, which yields its
findings."""
