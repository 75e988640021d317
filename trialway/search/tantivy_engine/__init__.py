"""tantivy as the engine, and the only package that knows it: ``backend.py`` fulfils ``EngineBackend``.

Writing: ``schema.py``, ``writer.py``. Reading: ``engine.py`` with ``query_builder.py`` (words and filters),
``range_filters.py``, ``ranking.py``, ``facet_counts.py``, ``more_like_this.py``.
"""
