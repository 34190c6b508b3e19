"""How a test acts as the analyst on Gegevens: files to load, steps to take, and what is stored then."""

import io
import time

import openpyxl

from ui.access import library

HEAD = ["Klantnr", "Naam", "Startdatum", "Uren", "Doelgroepregister", "Woongemeente", "Sector"]
ROW = ["K1", "Jan Jansen", "01-03-2015", "32", "ja", "Haarlem", "markt"]


def xlsx(*rows, head=HEAD, title=()):
    """A workbook with one sheet: lines of a title, a heading and rows."""
    book = openpyxl.Workbook()
    for line in title:
        book.active.append([line])
    for row in (head, *rows):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def row(**changes):
    """A good row, with other values under the headings that are named."""
    return [changes.get(name, value) for name, value in zip(HEAD, ROW, strict=True)]


def load(app, *files):
    """Drop files on the page and wait until they are read; a file alone is opened."""
    uploader = app.get("file_uploader")[0]
    uploader.set_value([(name, data, "application/octet-stream") for name, data in files]).run()
    return settled(app)


def settled(app):
    """Wait until nothing is being read, and draw the page again when there was."""
    if "import-lezer" not in app.session_state or not app.session_state["import-lezer"].jobs:
        return app
    reader = app.session_state["import-lezer"]
    while reader.busy():
        time.sleep(0.02)
    return app.run()


def press(app, key):
    """Press a button and wait for what it sets to work."""
    assert not app.exception
    app.button(key=key).click().run()
    return settled(app)


def step(app, number, file=1):
    """Go to a step of a file."""
    app.segmented_control(key=f"stap-{file}").set_value(number).run()
    return settled(app)


def choose(app, label, value):
    """Choose in the list with this label."""
    (found,) = [one for one in (*app.selectbox, *app.radio) if one.label == label]
    found.set_value(value).run()
    return settled(app)


def keys(app):
    """The keys of the buttons on screen."""
    return {one.key for one in app.button}


def deliveries():
    """What the database has, newest first."""
    return library().open().deliveries()


def save(app, file=1):
    """Go to the last step and store."""
    return press(step(app, 4, file), f"opslaan-{file}")
