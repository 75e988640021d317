"""Mutation testing: how many small faults, drawn by a seed and put into the program, do the tests notice?

    python -m bench.mutants --map                     # once: which test runs which line
    python -m bench.mutants --count 400 --minutes 60  # draw and run; a second run goes on
    python -m bench.mutants --report                  # shares by package, and what survived

``sites.py`` finds every place of a module that can be mutated and what it becomes, ``draw.py`` draws some,
``line_map.py`` (with the pytest plugin ``record_lines.py``) knows the tests that run a line, ``trial_run.py``
gives a mutant and its tests to one of two pytests that stand ready (``server.py``, ``live_code.py``,
``forks.py``), or puts it into a copy of the tree for a pytest of its own, ``report.py`` counts. All that is
made lies in ``.mutants/``, which git ignores; ``explained.tsv`` has the
survivors that change nothing observable.
"""
