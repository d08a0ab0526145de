"""What tells a person: found in any text, masked in every message.

The left-most room: it imports nothing, so that even a :class:`plugins.problems.Problem` can
hide the number that it quotes. ``checksums`` and ``patterns`` know the numbers, ``persons`` the
words around them, ``plain`` undoes what could hide them, ``findings`` puts them in order.
"""
