"""What a model is asked to answer: incidents and tallies, every part with its words.

Small enough for a model of eight billion parameters. It mirrors
:class:`~tallystick.model.statement.Report`, but holds no values: values are read from the
quotes by the program's own lexicons. ``value`` only helps to choose between several that a
quote holds.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from tallystick.model import statement
from tallystick.model.statement import Stance, Standing
from tallystick.model.taxonomy import IncidentKind

MOST_INCIDENTS = 40  # of one piece of a text: a list runs on no further
MOST_STATEMENTS = 60  # of one incident


def _word(value: object) -> object:
    """ "Drone attack", "drone-attack" and "DRONE_ATTACK" are one."""
    if isinstance(value, str):
        return value.strip().lower().replace("-", "_").replace(" ", "_")
    return value


def _some(value: object) -> object:
    """No list and no text may come as null."""
    return [] if value is None else value


def _text(value: object) -> object:
    if value is None:
        return ""
    return str(value) if isinstance(value, int | float) else value


Text = Annotated[str, BeforeValidator(_text)]
Quotes = Annotated[tuple[str, ...], BeforeValidator(_some)]
Kind = Annotated[IncidentKind, BeforeValidator(_word)]
Stood = Annotated[Standing, BeforeValidator(_word)]
Taken = Annotated[Stance, BeforeValidator(_word)]
About = Annotated[statement.Field, BeforeValidator(_word)]


def _all_required(schema: dict[str, Any]) -> None:
    """Asks for every part, so that none is skipped; an answer without some is taken too."""
    schema["required"] = list(schema["properties"])


class _Answered(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", json_schema_extra=_all_required)


class Said(_Answered):
    """One thing that the article says of an incident."""

    field: About = Field(description="what it is about")
    quote: Text = Field(description="the exact words of the article, copied, as few as needed")
    value: Text = Field(default="", description="the number, day (YYYY-MM-DD) or name in the quote")
    stance: Taken = Field(default=Stance.REPORTS, description="how the source stands to it")
    sources: Quotes = Field(
        default=(),
        description="who says it: exact words that name each source, nearest to the event first; "
        "empty when the article says it itself",
    )
    context: Text = Field(
        default="", description="the sentence of the quote, when the quote stands there more often"
    )


class Told(_Answered):
    """One incident that the article tells of."""

    quote: Text = Field(description="the exact words that first tell of it, such as 'rocket fire'")
    context: Text = Field(default="", description="the sentence in which these words stand")
    kind: Kind = IncidentKind.ATTACK
    standing: Stood = Standing.HAPPENED
    statements: Annotated[tuple[Said, ...], BeforeValidator(_some)] = Field(
        default=(), max_length=MOST_STATEMENTS
    )


class Counted(_Answered):
    """A number of incidents that somebody gives out: '106 attacks since 17 October'."""

    quote: Text = Field(description="the exact words with the number and what it counts")
    context: Text = ""
    sources: Quotes = ()


class Answer(_Answered):
    """Everything that the article tells of attacks."""

    incidents: Annotated[tuple[Told, ...], BeforeValidator(_some)] = Field(
        default=(), max_length=MOST_INCIDENTS
    )
    tallies: Annotated[tuple[Counted, ...], BeforeValidator(_some)] = Field(
        default=(), max_length=MOST_INCIDENTS
    )
