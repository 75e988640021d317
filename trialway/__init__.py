"""Trialway: a clinical-trial finder that anyone can run."""

__version__ = "0.1.0"
