"""Reading a command from what came from outside; what is wrong with a field is said in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from pydantic import ValidationError

from app.core.errors import Invalid
from app.core.sentences import say

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from app.core.contract import Command


def parsed(command: type[Command], data: Any) -> tuple[Command, list[str]]:  # noqa: ANN401 - JSON from outside
    """Give the command, and a sentence for each kind of thing that was taken out of its texts; or refuse."""
    context: dict[str, list[str]] = {"notices": []}
    try:
        return command.model_validate(data, context=context), context["notices"]
    except ValidationError as wrong:
        fields = {".".join(str(step) for step in error["loc"]) or "data": plain(error) for error in wrong.errors()}
        message = next(iter(fields.values())) if len(fields) == 1 else "Some fields need another look."
        raise Invalid(message, fields=fields) from wrong


_UNFIT = say("This is not in the form that is expected here.")
_NUMBER = say("A whole number is needed here.")
_SENTENCES = {
    "missing": say("This is needed."),
    "extra_forbidden": say("This field is not known here. Load the page again: it may be older than the server."),
    "string_type": say("Text is needed here."),
    "int_type": _NUMBER,
    "int_parsing": _NUMBER,
    "int_from_float": _NUMBER,
    "model_type": say("A request is an object with named fields."),
    "bool_type": say("This is either true or false."),
    "literal_error": say("This is none of the values that can be chosen here."),
    "greater_than": say("This has to be more than {gt}."),
    "greater_than_equal": say("This has to be at least {ge}."),
    "less_than": say("This has to be less than {lt}."),
    "less_than_equal": say("This may be at most {le}."),
    "too_long": say("This is more than is taken at once."),
    "too_short": say("Something is missing here."),
    "string_too_long": say("This is too long. Shorten it."),
    "string_too_short": say("Please fill this in."),
}


def plain(error: ErrorDetails) -> str:
    """Give what is wrong with a field as a sentence for people."""
    given = error.get("ctx", {})
    own = given.get("error")
    if isinstance(own, ValueError):
        # The exception still has its sentence; pydantic's message has only its English.
        return cast("str", own.args[0])
    sentence = _SENTENCES.get(error["type"], _UNFIT)
    return say(sentence, **{name: limit for name, limit in given.items() if isinstance(limit, int | str)})
