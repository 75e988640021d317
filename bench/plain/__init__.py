"""Measures the patient text over real records: how easy, how well founded, how much of it, how fast."""
