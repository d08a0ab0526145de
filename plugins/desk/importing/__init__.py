"""``import``: texts of an old site become records, and nothing of them is lost.

``opening`` takes bytes from the disk, ``readers`` take them apart into texts of HTML with what
is said of them, ``tidying`` and ``rendering`` make Markdown of each, ``drafting`` a record,
``filing`` a file in ``content/``.
"""
