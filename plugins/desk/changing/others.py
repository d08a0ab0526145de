"""``withdraw`` a text that was published; ``step``: what has become of a request."""

from __future__ import annotations

from plugins.desk.asking import Halt
from plugins.desk.changing.applying import apply
from plugins.desk.changing.job import Job
from plugins.desk.writing.emit import Plain
from plugins.newsroom.holdings import Visibility
from plugins.newsroom.kinds.common import Publicity, Record
from plugins.newsroom.kinds.request import Request, Status, Update


def withdraw(job: Job) -> int:
    """The page gives way to a dated note; gives the exit code."""
    records = [entry.record for entry in job.look.holdings.entries]
    record = job.record(records, "REKORD")
    if job.look.holdings.visibility(record) is Visibility.WITHDRAWN:
        raise Halt("ten tekst jest już wycofany – niczego nie zmieniono")
    if not job.seen(record):
        raise Halt(f"tego tekstu nikt jeszcze nie widział – wystarczy usunąć plik {record.path}")
    told = job.told(record, always=True)
    note: dict[str, Plain] = {"data": told.today.isoformat(), "powód": told.reason}
    if job.arguments.instead:
        read = job.reads(Record, "zobacz także")
        note["zamiast"] = job.ask("--zamiast", "Co czytać zamiast?", read, job.arguments.instead)
    return apply(job, record, {"stan publikacji": Publicity.WITHDRAWN.value, "wycofano": note})


def step(job: Job) -> int:
    """One more entry of a request's history; gives the exit code."""
    requests = job.of(Request)
    likely = [one for one in requests if one.history and one.history[-1].status.is_open]
    request = job.record(requests, "WNIOSEK", likely)
    history = job.head(request).get("historia", [])
    assert isinstance(history, list), "a list in the kind's table"
    return apply(job, request, {"historia": [*history, _entry(job)]})


def _entry(job: Job) -> Plain:
    """What has happened, by whom, and where the request stands now."""
    told = job.arguments
    statuses = ", ".join(one.value for one in Status)
    status = job.ask("--status", f"Stan ({statuses})", job.reads(Update, "status"), told.status)
    refused, handed = status == Status.REFUSED.value, status == Status.HANDED_OVER.value
    words = "Dlaczego nie?" if refused else "Co się stało? (Enter: bez opisu)"
    about = job.ask("--opis", words, job.reads(Update, "opis"), told.about, needed=refused)
    body = ""
    if handed or told.answers or told.body:
        words = "Komu przekazano? (nazwa pliku z podmioty/)" if handed else "Czyja odpowiedź?"
        body = job.ask("--podmiot", words, job.reads(Update, "podmiot"), told.body)
    case = job.ask("--znak", "", job.reads(Update, "znak sprawy"), told.case) if told.case else ""
    day = job.ask("--data", "", job.reads(Update, "data"), told.day) if told.day else ""
    return {
        "data": day or job.today.isoformat(),
        "status": status,
        "podmiot": body,
        "odpowiedź": "tak" if told.answers else "",
        "znak sprawy": case,
        "opis": about,
    }
