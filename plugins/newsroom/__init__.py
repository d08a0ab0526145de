"""From the officer's Markdown to a checked, linked catalogue; knows no Pelican, no Jinja.

Left to right, each stage imports only those before it::

    source -> head -> spelling, moments, dates, people, fields -> grammar, shape
           -> typesetting, markup, tree, prose -> kinds -> addresses, phases
           -> folders, parsing, reading -> holdings, originals, relations
           -> checks, catalogue -> edition
"""
