"""Topics that differ by a letter are probably one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from plugins.newsroom.holdings import Holdings
from plugins.newsroom.spelling import slug
from plugins.problems import Problem

SHORTEST = 5
"""Letters of the shortest topic that is compared: „las” and „lis” are two things."""


def alike(holdings: Holdings) -> Iterator[Problem]:
    """A topic that is one letter away from another one in more use."""
    written = Counter(topic for entry in holdings.entries for topic in entry.record.topics)
    spelled = {slug(topic): topic for topic, _ in reversed(written.most_common())}
    used = Counter(slug(topic) for topic in written.elements())
    better = _better(used)
    for entry in holdings.entries:
        for number, topic in enumerate(entry.record.topics, 1):
            meant = better.get(slug(topic))
            if meant:
                likely = spelled[meant]
                message = f"temat „{topic}” jest prawie taki jak „{likely}” – wybierz jeden z nich"
                yield Problem(entry.record.path, 0, f"tematy[{number}]", message)


def _better(used: Counter[str]) -> dict[str, str]:
    """Topic → a likelier spelling of it."""
    near: dict[str, list[str]] = defaultdict(list)
    for topic in used:
        for form in _forms(topic):
            near[form].append(topic)
    found: dict[str, str] = {}
    for topics in near.values():
        best = min(topics, key=lambda topic: (-used[topic], topic))
        found |= {topic: best for topic in topics if topic != best}
    return found


def _forms(topic: str) -> set[str]:
    """A topic, and what is left of it without any one letter: neighbours share one of these."""
    if len(topic) < SHORTEST:
        return set()
    return {topic, *(topic[:place] + topic[place + 1 :] for place in range(len(topic)))}
