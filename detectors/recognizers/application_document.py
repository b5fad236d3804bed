"""APPLICATION_DOCUMENT: a letter, curriculum vitae or file of a job application.

The document itself is not read: its file name or the text of the letter in a column shows
that it is kept. In running text only a file name that says so counts, with the path before it.
A file of a heating system (`cv-ketel`) is none, and `cvs` a version system.

Check rule: none. Known false alarms: an instruction how to write a letter of application.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer

_FILE = r"(?i:pdf|docx?|odt|rtf)"
_WORD = (
    r"(?i:cv(?![-_]?(?:ketel|installatie))|curriculum[_ -]?vitae"
    r"|(?:open[_ -])?motivatie(?:[_ -]?brief)?"
    r"(?!_?team)|(?:open[_ -])?sollicitatie(?:[_ -]?brief)?|resume|cover[_ -]?letter|getuigschrift"
    r"|diploma|referentie[_ -]?brief|portfolio|vog|assessment|lebenslauf)"
)

RECOGNIZER = Recognizer(
    entity="APPLICATION_DOCUMENT",
    patterns=(
        Pattern(
            regex=r"(?<![\w.:/-])(?:(?:[a-z][a-z0-9]{1,6}://)?[\w:/.~%+-]{0,200}[/_.-])?"
            rf"{_WORD}(?:[_.-][\w.%+-]{{1,80}}| \(\d{{1,2}}\)| [A-Z]\w{{1,20}})?\.{_FILE}(?!\w)",
            score=0.85,
        ),
    ),
    column=ColumnRule(
        holds_text=True,
        names=(
            r"(\w+_)?(motivatie|motivatie_?brief|sollicitatie|sollicitatie_?brief|cv|resume|"
            r"curriculum_?vitae|cover_?letter|motivation|pok|getuigschrift)"
            r"(_?(tekst|text|pad|path|url|file|bestand|bestandsnaam|link|document))?",
        ),
        not_names=(r"(\w+_)?(cv_?ketel|auto_?resume|resume_?(token|at|from))",),
        cell=rf"\S+(?:\s+\S+){{3,}}|\S(?:.*\S)?\.{_FILE}|(?:https?|s3a?|gs|abfss?|file)://\S+",
    ),
    examples=("bijlage cv_jansen_2024.pdf ontvangen", "/upload/motivatiebrief-0042.docx"),
    counterexamples=(
        "Stuur je cv naar ons op",
        "cvs_export.pdf",
        "handleiding-cv-ketel.html",
    ),
)
