"""What the form of a new record holds before anyone has typed."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.desk.editor import lists
from plugins.desk.editor.office import Office
from plugins.desk.editor.paper import Paper
from plugins.desk.editor.values import Sort, Tree, sort
from plugins.newsroom import grammar
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.kinds.debate import Debate


def begun(office: Office, folder: str, asked: Mapping[str, str]) -> Paper:
    """The form of a new record; ``asked``: keys that the address gives, such as the debate."""
    kind, today = KINDS[folder], office.now().date().isoformat()
    record: type = kind.record
    tree: Tree = {"data publikacji": today} if kind.dated else {}
    slots = (slot for slot in grammar.keys(record) if sort(slot.type) is Sort.TEXT)
    tree.update({s.key.name: asked[s.key.name] for s in slots if s.key.name in asked})
    debate = office.look().holdings.by_target.get(f"debaty/{asked.get('debata', '')}")
    if folder == "wnioski":
        first = debate.when.day if isinstance(debate, Debate) else None
        day = first.isoformat() if first else today
        tree["historia"] = [{"data": day, "status": "zgłoszony"}]
    if folder == "sprawozdania" and isinstance(debate, Debate):
        tree.update(_reported(debate))
    return Paper(lists.first_of(folder), b"", tree)


def _reported(debate: Debate) -> Tree:
    """What a report takes over from the announcement."""
    found: Tree = {"tytuł": debate.title, "cykl": debate.cycle, "program": debate.programme}
    return {key: value for key, value in found.items() if value}
