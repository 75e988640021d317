"""Results as pictures: Table ─▶ **pictures** ─▶ SVG. What the numbers do not support is not drawn."""
