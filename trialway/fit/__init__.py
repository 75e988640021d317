"""Could this trial be for me? Rules of many trials against what somebody tells, and the next question worth
asking.

Criteria ─▶ rules ─▶ Trials in view ─▶ next question ─▶ what was said ─▶ answers ─▶ outcomes. Plain Python:
no web, no store, and nothing here keeps what anybody told.
"""
