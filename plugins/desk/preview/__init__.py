"""The preview on one's own machine: drafts, built again on every save.

``watch`` notices a save, ``rebuild`` runs Pelican, ``news`` tells the open pages, ``pages``
finds what an address shows, ``web`` serves it, ``live`` puts them together. Nothing of this
reaches a built file.
"""
