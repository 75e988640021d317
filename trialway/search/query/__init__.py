"""What is asked: address ─**parameters.py**▶ Query (``query.py``), and back.

The search box is read by ``lexer.py`` and ``parser.py`` into ``syntax_tree.py``, and never fails;
``fielded_text.py`` splits off parts for one area (``title:asthma``), ``ranges.py`` reads ages, dates and
lists of numbers.
"""
