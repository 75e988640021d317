"""The dialogue of the check, the same for page, JSON and terminal; the rules are judged in ``fit/``.

Which trials (``selection.py``), what was said so far (``form.py``), and the next question or the result
(``step.py``).
"""
