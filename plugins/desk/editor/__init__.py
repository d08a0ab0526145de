"""The editor in the browser: plain forms over the files of ``content/``, on this machine only.

From left to right: ``values`` (a head's plain values as a form holds them, and what of them was
changed), ``posted`` and ``rows`` (what a browser sent, and its buttons), ``themes`` and
``fields`` and ``sheets`` (the kind's table as a form), ``library`` (files by kind and id),
``uploads``, ``commits``, ``conflicts``, ``saving``, then ``pages`` and the routes, which only
join them. Nothing of this reaches a built file.
"""
