"""What is said of a file, of its rows, and of what they become. Each is one sentence that says what to do."""

from __future__ import annotations

from app.core.sentences import say

IS_WORKBOOK = say(
    "This is a workbook, not text. Save its sheet as CSV and choose that, or copy its cells and paste them."
)
IS_PDF = say("This is a PDF, not text. Ask for the CSV file or the spreadsheet it was made from.")
NO_TEXT = say("This is not a text file. Export it again as CSV.")
EMPTY = say("The file is empty. Export it again.")
UNDECODABLE = say("The file cannot be read in this encoding. Choose another one.")
NOBODY_HERE = say("There is nobody in this file: only headings, or nothing that could be a name. Send the whole list.")

HEADING_AGAIN = say("The headings stand here again.")
NO_NAME = say("There is neither a name nor an e-mail address.")
A_TOTAL = say("This looks like a line of totals, not like a person.")
EMPTY_NAME = say("Please fill in a name.")

NO_DELEGATION = say("No delegation is given.")

FROM_THIS_FILE = say("imported from this file before")
YOU_SAID_SO = say("you said so")
SAME_EMAIL = say("same e-mail")
SAME_DELEGATION_AND_NAME = say("same delegation and name")
SAME_NAME = say("same name, the only one in the roster")
SLIP = say("same delegation, one letter differs")
SHORT_FORM = say("same delegation, short form of the name")
INITIAL = say("same delegation, initial for a name")

REASONS = {
    str(sentence): sentence for sentence in (SAME_EMAIL, SAME_DELEGATION_AND_NAME, SAME_NAME, SLIP, SHORT_FORM, INITIAL)
}
"""The reasons of joining, as sentences that can be said in other languages."""


def bad_quote(row: int) -> str:
    """Say that a cell swallows the rest of the file."""
    return say("In row {row} a quotation mark is opened and never closed, or a cell is far too long. Mend it.", row=row)


def too_many(rows: int, most: int) -> str:
    """Say how long a roster may be."""
    return say(
        "This roster has {rows} rows; at most {most} are read in at once. Split the file and import its parts.",
        rows=rows,
        most=most,
    )


def no_address(text: str) -> str:
    """Say that what stands as an e-mail is none."""
    return say("“{text}” is not an e-mail address; it is left out.", text=text)


def unknown_delegation(text: str, name: str) -> str:
    """Say that the table does not know a delegation, and which it may be."""
    if name:
        return say("“{text}” is not in the list of delegations. Did you mean {name}?", text=text, name=name)
    return say("“{text}” is not in the list of delegations; it is kept as it is written.", text=text)


def a_formula(text: str) -> str:
    """Say that a formula is nothing but text here."""
    return say("“{text}” looks like a formula; it is kept as plain text.", text=text)
