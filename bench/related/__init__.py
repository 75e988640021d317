"""Related trials measured: how good each part and the whole is, and how fast."""
