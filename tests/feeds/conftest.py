"""Hypothesis without a clock, as in the newsroom."""

from __future__ import annotations

from tests.newsroom import conftest as conftest
