"""What changed from one version of a record to another: TrialRecord × TrialRecord ─▶ **changes**.

for change in compare(before, after):
    print(change.words)     # "Maximum age: 65 years → 75 years"
"""

from trialway.differences.change import Change, Piece
from trialway.differences.compare import compare

__all__ = ["Change", "Piece", "compare"]
