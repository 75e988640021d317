"""The sites of all trials as columns of numbers beside the engine (``site_columns.py``, made by
``build_columns.py``), for what must hold on one and the same site: distance, status, country, town.

``site_filters.py`` finds sites, ``site_matches.py`` trials by their sites, with counts. ``towns.py`` merges
the names of one town, ``map_points.py`` puts sites on a map, ``grid_cells.py`` lets an engine of words
find what is near.
"""
