"""Trials that resemble a given one, with the reasons: index ─▶ **related** ─▶ presenters.

words.py and vectors.py make a point of each trial's words, columns.py keeps points and headings, build.py
keeps them in step with the index, nearest.py asks them, fusing.py makes one list of several, aims.py puts
first what is after the same, neighbours.py says why: by headings and names (reasons.py, spelled.py), else by
words (wording.py).
"""
