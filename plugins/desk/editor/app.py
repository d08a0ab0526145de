"""The routes: every address of the editor, each one line to what answers it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from flask import Flask, abort, request
from werkzeug import Response
from werkzeug.exceptions import HTTPException

from plugins.desk.editor import (
    bodies,
    forms,
    library,
    lists,
    planning,
    posted,
    saving,
    security,
    steps,
)
from plugins.desk.editor import paper as papers
from plugins.desk.editor.drafts import begun
from plugins.desk.editor.library import UNIT_PLACE, Place
from plugins.desk.editor.office import HERE, Office
from plugins.desk.editor.paper import Paper
from plugins.desk.memory import CONTENT
from plugins.desk.new import naming
from plugins.newsroom.kinds import KINDS
from plugins.problems import Problems

ROOT = "/redakcja"
RECORD = f"{ROOT}/<folder>/<name>/"

UPLOAD = "plik:"
"""What the name of a field begins with that hands in a file; a field's path follows."""

_TOLD = {
    400: "Tego żądania nie da się zrozumieć. Wróć i spróbuj jeszcze raz.",
    403: "To żądanie nie przyszło z tej strony edytora. Otwórz edytor i spróbuj jeszcze raz.",
    404: "W edytorze nie ma takiej strony.",
    405: "Tej strony nie można tak użyć.",
    413: "Przesłano za dużo naraz. Zmniejsz pliki i spróbuj jeszcze raz.",
    421: "Otwórz edytor pod adresem, który podał po uruchomieniu.",
    500: "Coś poszło nie tak po stronie edytora. Pliki są takie, jak po ostatnim zapisie.",
}


def make(office: Office) -> Flask:
    """The whole editor as a WSGI application."""
    app = Flask("debaty", static_folder=None, template_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = security.REQUEST_LIMIT
    app.config["MAX_FORM_MEMORY_SIZE"] = security.TEXT_LIMIT
    app.config["MAX_FORM_PARTS"] = security.PARTS_LIMIT
    app.before_request(_only_ours)
    app.after_request(security.guarded)
    app.register_error_handler(HTTPException, lambda error: _failed(office, error))
    _add_pages(app, office)
    _add_forms(app, office)
    _add_parts(app, office)
    return app


def _only_ours() -> None:
    if not security.is_ours(request):
        abort(403)


def _failed(office: Office, error: HTTPException) -> Response:
    """A page that says in Polish what went wrong; of our own faults Flask tells the terminal."""
    code = error.code or 500
    if code in (301, 302, 303, 307, 308):
        return error.get_response()
    return office.page("failed.html", {"section": "", "text": _TOLD.get(code, _TOLD[400])}, code)


def _add_pages(app: Flask, office: Office) -> None:
    """Pages that only show."""

    @app.get(f"{ROOT}/")
    def home() -> Response:
        return office.page("home.html", lists.home(office, request.args.get("stan", "")))

    @app.get(f"{ROOT}/szukaj/")
    def search() -> Response:
        folder = request.args.get("rodzaj", "")
        found = lists.search(office, request.args.get("q", ""), folder if folder in KINDS else "")
        return office.page("list.html", found)

    @app.get(f"{ROOT}/<folder>/")
    def listed(folder: str) -> Response:
        if folder not in KINDS:
            abort(404)
        query, state = request.args.get("q", ""), request.args.get("stan", "")
        return office.page("list.html", lists.of_kind(office, folder, query, state))


def _add_forms(app: Flask, office: Office) -> None:
    """Pages with the form of one file."""

    @app.route(f"{ROOT}/jednostka/", methods=["GET", "POST"])
    def unit() -> Response:
        return _form(office, UNIT_PLACE)

    @app.route(f"{ROOT}/nowy/<folder>/", methods=["GET", "POST"])
    def new(folder: str) -> Response:
        if folder not in KINDS:
            abort(404)
        if request.method == "POST":
            return _answered(office, lists.first_of(folder))
        return forms.begun(office, begun(office, folder, request.args))

    @app.route(RECORD, methods=["GET", "POST"])
    def record(folder: str, name: str) -> Response:
        place = library.found(office.root, folder, name)
        if place is None and request.method == "POST" and naming.fault(name, folder, ()) == "":
            # Deleted since the form was made: what was typed must not go with it.
            place = Place(folder, name, naming.path(folder, name, office.now().year))
        return _form(office, place if place and folder in KINDS else _missing())

    @app.route(f"{ROOT}/jednostka/zrodlo/", methods=["GET", "POST"])
    def unit_source() -> Response:
        return _source(office, UNIT_PLACE)

    @app.route(f"{RECORD}<step>/", methods=["GET", "POST"])
    def step(folder: str, name: str, step: str) -> Response:
        place = library.found(office.root, folder, name) or _missing()
        if step == "zrodlo":
            return _source(office, place)
        if step not in _STEPS:
            abort(404)
        if step in planning.PLANS and folder != "debaty":
            abort(404)
        asks, does = _STEPS[step]
        paper = _opened(office, place)
        if request.method == "POST":
            return does(office, paper, _trusted(office))
        return asks(office, paper)


Asks = Callable[[Office, Paper], Response]
Does = Callable[[Office, Paper, Mapping[str, str]], Response]

_STEPS: dict[str, tuple[Asks, Does]] = {
    "wycofaj": (steps.withdrawing, steps.withdrawn),
    "usun": (steps.deleting, steps.deleted),
    **{
        name: (partial(planning.asking, plan), partial(planning.done, plan))
        for name, plan in planning.PLANS.items()
    },
}


def _missing() -> Place:
    abort(404)


def _opened(office: Office, place: Place) -> Paper:
    try:
        return papers.opened(place, saving.standing(office.root, place) or b"")
    except Problems:
        abort(404)


def _trusted(office: Office) -> Mapping[str, str]:
    """The form, if it was made by this run of the editor."""
    if not security.is_known(request, office.token):
        abort(403)
    return request.form


def _form(office: Office, place: Place) -> Response:
    if request.method == "POST":
        return _answered(office, place)
    return forms.shown(office, place, request.args.get("stan", ""))


def _answered(office: Office, place: Place) -> Response:
    try:
        paper = papers.returned(place, request.form)
        if not security.is_known(request, office.token):
            return forms.expired(office, paper)
        return forms.answered(office, paper, request.form, _files())
    except ValueError:
        abort(400)


def _files() -> dict[str, tuple[str, bytes]]:
    """What was handed in, by the path of its field."""
    return {
        key.removeprefix(UPLOAD): (file.filename, file.read())
        for key, file in request.files.items()
        if key.startswith(UPLOAD) and file.filename
    }


def _source(office: Office, place: Place) -> Response:
    if request.method == "POST":
        try:
            return steps.resourced(office, place, _trusted(office))
        except ValueError:
            abort(400)
    return steps.source(office, place)


def _add_parts(app: Flask, office: Office) -> None:
    """What pages are made of: stylesheet, scripts, pictures, the text as it will be read."""

    @app.get(f"{ROOT}/statyczne/redakcja.css")
    def stylesheet() -> Response:
        return Response(office.stylesheet, mimetype="text/css")

    @app.get(f"{ROOT}/statyczne/redakcja.js")
    def script() -> Response:
        return Response((HERE / "static" / "redakcja.js").read_bytes(), mimetype="text/javascript")

    @app.get(f"{ROOT}/statyczne/znak.svg")
    def icon() -> Response:
        mark = office.root / "theme" / "static" / "favicon.svg"
        return Response(mark.read_bytes(), mimetype="image/svg+xml")

    @app.get(f"{ROOT}/plik/<path:path>")
    def picture(path: str) -> Response:
        whole = f"{CONTENT}/{path}"
        kind = bodies.picture_type(office.root, whole) or _nothing()
        return Response((office.root / whole).read_bytes(), mimetype=kind)

    @app.post(f"{ROOT}/podglad")
    def preview() -> Response:
        form = _trusted(office)
        place = library.place_of(form.get("plik", "")) or _missing()
        body = form.get(posted.BODY, "").replace("\r\n", "\n")
        shown = forms.preview(office, replace(Paper(place, b"", {}), body=body))
        told = [problem.message for problem in shown.problems]
        return Response(
            json.dumps({"html": shown.html, "problems": told}), mimetype="application/json"
        )


def _nothing() -> str:
    abort(404)
