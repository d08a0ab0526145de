"""The way of a built site to where residents read it.

``targets`` says where, ``memory`` which addresses must live on, ``plan`` what the new edition
holds and how it differs from the one that stands, ``doubts`` why it must not go out. ``servers``
writes the rules for servers. ``prepared`` makes the edition as files, and a shelf (``local``,
``remote``, ``artifact``) puts it in place in one step; ``releases`` is the order of those steps.
"""
