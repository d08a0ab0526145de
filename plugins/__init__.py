"""Debaty: a publishing kit for a police unit that talks with its residents.

The way of the data, left to right (``README.md``, "How it works")::

    content/*.md - newsroom -> Catalogue - pages feeds agenda media -> Plan - press -> output/

``publisher`` is the only package that knows Pelican; ``desk`` holds the commands.
"""
