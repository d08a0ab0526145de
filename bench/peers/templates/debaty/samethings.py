"""Debaty's settings for the things that its peers make too: the lean theme, the lean plan."""

from pelicanconf import *  # noqa: F403

THEME = "lean"
PLUGINS = ["plugins.publisher", "plugins.samethings"]
