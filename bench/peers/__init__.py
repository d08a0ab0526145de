"""Debaty beside what a user would pick instead; see :mod:`bench.peers.__main__`."""
