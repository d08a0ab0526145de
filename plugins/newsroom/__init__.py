"""From the officer's Markdown to a checked, linked catalogue; knows no Pelican, no Jinja.

Left to right, each stage imports only those before it::

    source -> head -> fields, dates, people -> shape -> kinds -> typography, prose
           -> addresses -> phases -> reading -> catalogue, checks
"""
