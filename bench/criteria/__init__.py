"""The labelled criteria, how they were drawn, and how the reading of criteria is measured."""
