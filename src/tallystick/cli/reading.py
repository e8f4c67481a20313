"""Which reader reads: the program's own, its rules alone, or a language model of the user's."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tallystick.cli.output import complain
from tallystick.errors import ReaderError
from tallystick.present.words import plural

if TYPE_CHECKING:
    from tallystick.llm.cost import Estimate
    from tallystick.llm.reader import Account, LlmReader
    from tallystick.model.document import Document

F = TypeVar("F", bound=Callable[..., Any])

ASK = 20  # documents: a terminal is asked before more are sent to a model
MOST = 200  # documents: where nobody can be asked, no more are sent without --yes


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The options on the reader, as the user gave them."""

    reader: str
    endpoint: str | None
    model: str | None
    context: int
    concurrency: int
    requests_per_minute: float | None
    timeout: float
    output: str
    cache: Path | None
    no_cache: bool
    price_in: float
    price_out: float
    fallback: str | None
    yes: bool


def reader_options(command: F) -> F:
    """The options that choose a reader; :class:`Asked` takes them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


_POSITIVE = click.FloatRange(min=0, min_open=True)
_PRICE = click.FloatRange(min=0)
_OPTIONS = (
    click.option(
        "--reader",
        type=click.Choice(["trained", "rules", "llm"]),
        default="trained",
        show_default=True,
        help="Who reads: rules and the trained network, the rules alone, or a model of yours.",
    ),
    click.option("--endpoint", metavar="URL", help="With llm: an OpenAI-compatible address."),
    click.option("--model", metavar="NAME", help="With llm: the model's name at the endpoint."),
    click.option(
        "--context",
        type=click.IntRange(min=2048),
        default=8192,
        show_default=True,
        help="With llm: tokens that the model can take in and give out at once.",
    ),
    click.option(
        "--concurrency",
        type=click.IntRange(min=1, max=64),
        default=4,
        show_default=True,
        help="With llm: requests under way at once.",
    ),
    click.option(
        "--requests-per-minute", type=_POSITIVE, help="With llm: at most so many requests."
    ),
    click.option(
        "--timeout",
        type=_POSITIVE,
        default=120.0,
        show_default=True,
        help="With llm: seconds to wait for one answer.",
    ),
    click.option(
        "--output",
        type=click.Choice(["schema", "tool", "prompt"]),
        default="schema",
        show_default=True,
        help="With llm: how it is brought to answer in the right shape.",
    ),
    click.option(
        "--cache",
        type=click.Path(path_type=Path, file_okay=False),
        help="With llm: the folder that keeps answers, instead of the user's cache folder.",
    ),
    click.option("--no-cache", is_flag=True, help="With llm: keep no answers, use none."),
    click.option("--price-in", type=_PRICE, default=0.0, help="Of a million tokens read."),
    click.option("--price-out", type=_PRICE, default=0.0, help="Of a million tokens written."),
    click.option(
        "--fallback",
        type=click.Choice(["rules"]),
        help="With llm: who reads a document that the model cannot; else it is left out.",
    ),
    click.option("--yes", "-y", is_flag=True, help="With llm: do not ask before a large run."),
)


@contextmanager
def opened_reader(asked: Asked) -> Iterator[LlmReader | None]:
    """The language model that was asked for, open; ``None`` for the program's own readers."""
    if asked.reader != "llm":
        if asked.endpoint or asked.model:
            raise click.UsageError("--endpoint and --model belong to --reader llm")
        yield None
        return
    if not asked.endpoint or not asked.model:
        raise click.UsageError(
            "--reader llm needs --endpoint and --model, such as "
            "--endpoint http://localhost:11434/v1 --model qwen2.5:7b"
        )
    from tallystick.llm import LlmOptions, LlmReader, Output  # noqa: PLC0415 - slow, optional

    options = LlmOptions(
        endpoint=asked.endpoint,
        model=asked.model,
        context=asked.context,
        concurrency=asked.concurrency,
        requests_per_minute=asked.requests_per_minute,
        timeout=asked.timeout,
        output=Output(asked.output),
        cache=None if asked.no_cache else asked.cache or _cache_folder(),
        fallback=asked.fallback == "rules",
    )
    with LlmReader(options) as reader:
        yield reader


def _cache_folder() -> Path:
    from platformdirs import user_cache_path  # noqa: PLC0415 - only this needs it

    return user_cache_path("tallystick", appauthor=False) / "llm"


def consent(reader: LlmReader, documents: Iterator[Document], asked: Asked, *, quiet: bool) -> None:
    """Tells what a run will take; asks before a large one, or refuses where none can answer."""
    from tallystick.llm.cost import estimate  # noqa: PLC0415 - only here

    expected = estimate(documents, reader.options)
    if not expected.documents:
        return
    if not quiet:
        complain(_plan(expected, asked))
    if asked.yes:
        return
    if _can_ask():
        if expected.documents > ASK:
            click.confirm("Go on?", abort=True, err=True)
    elif expected.documents > MOST:
        raise ReaderError(
            f"{plural(expected.documents, 'document')} would be sent to {asked.model}; "
            f"above {MOST}, say so with --yes"
        )


def _can_ask() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _plan(expected: Estimate, asked: Asked) -> str:
    return (
        f"{plural(expected.documents, 'document')} for {asked.model} to read: "
        f"{plural(expected.requests, 'request')}, about {expected.tokens_in:,} tokens in and "
        f"{expected.tokens_out:,} out{_price(asked, expected.tokens_in, expected.tokens_out)}."
    )


def _price(asked: Asked, tokens_in: int, tokens_out: int) -> str:
    from tallystick.llm.cost import Prices  # noqa: PLC0415 - only here

    prices = Prices(asked.price_in, asked.price_out)
    return f", a cost of {prices.of(tokens_in, tokens_out):.2f}" if prices.given else ""


def tell_account(account: Account, asked: Asked) -> None:
    """What the model did: requests and cost, what was dropped and why, who else read."""
    cached = f" ({account.cached} answered from the cache)" if account.cached else ""
    again = f", {account.retries} of them again" if account.retries else ""
    complain(
        f"{asked.model}: {plural(account.requests, 'request')}{again}{cached}, "
        f"{account.tokens_in:,} tokens in and {account.tokens_out:,} out"
        f"{_price(asked, account.tokens_in, account.tokens_out)}; "
        f"{plural(account.statements, 'statement')} kept."
    )
    if account.dropped:
        complain(f"Dropped {plural(account.dropped.total(), 'part')} of its answers:")
        for reason, count in account.dropped.most_common():
            complain(f"  {count}: {reason}")
    for name, why in account.fallbacks:
        complain(f"Read by the rules: {name}: {why}")
