"""Benchmarks, each one command: ``python -m bench.<name>`` prints the machine, the versions and a table."""
