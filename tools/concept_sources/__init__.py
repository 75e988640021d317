"""Sources of concepts: packages and files by hash ─▶ **rows**, kept by the origin of each ─▶ the compact
file.

One module a source; each gives ``SourceRow``s and counts what it took and dropped. ``merging.py`` makes one
concept of what several sources call alike, ``writing.py`` the file. Nothing here is imported at run time.
"""
