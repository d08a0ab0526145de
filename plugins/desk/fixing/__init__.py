"""``fix``: what a machine can mend in a record without changing what it says.

``decoding`` makes UTF-8 of a file, ``keys`` spells keys and values as the kinds' table does,
``typography`` sets the body; ``mending`` does all that and sees that nothing else changed.
"""
