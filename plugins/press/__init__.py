"""Make what changed, write it safely, remove what is no longer planned.

Knows no debate and no Pelican: it is given a plan, and keeps a folder equal to it.
"""
