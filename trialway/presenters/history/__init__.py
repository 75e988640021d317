"""Presenters of the pages that tell how a trial's records changed."""
