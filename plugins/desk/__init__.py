"""The commands of ``./debaty``: what an author and a maintainer do with the site.

``commands`` holds the table. Modules here import only the standard library when they are
loaded, so that help comes at once and even before the environment exists; Pelican runs as a
child process.
"""
