"""Reading rooms to ask: of the scene, of the sample that ships, and of hostile words."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import mkdtemp

import pytest
from django.conf import settings

from tallystick.web.app import READING, Desk, configure
from tallystick.web.library import Library

if not settings.configured:
    accounts = Path(mkdtemp(prefix="tallystick-")) / "app.db"
    configure(Path("none.ledger"), hosts=("testserver",), desk=Desk(accounts))

from django.test import Client, override_settings

from tallystick import pipeline
from tallystick.extract import read_by_rules
from tallystick.ledger import Ledger
from tallystick.model.judgement import Verdict
from tests.scenes import red_hill
from tests.test_api import kept


@pytest.fixture
def scene_ledger(tmp_path: Path) -> Path:
    return kept(red_hill(), tmp_path / "scene.ledger")


def room(ledger: Path) -> Iterator[Client]:
    """A room in which nobody logs in."""
    library = Library(ledger)
    with override_settings(TALLYSTICK_LIBRARY=library, TALLYSTICK_DESK=None, MIDDLEWARE=READING):
        yield Client()


@pytest.fixture
def client(scene_ledger: Path) -> Iterator[Client]:
    """The room of the scene: one contested incident, one that is not."""
    yield from room(scene_ledger)


@pytest.fixture
def doubtful(tmp_path: Path) -> Iterator[Client]:
    """The same where nobody can tell whether the two reports are one."""
    yield from room(kept(red_hill(Verdict.UNSURE), tmp_path / "doubtful.ledger"))


@pytest.fixture(scope="session")
def sample_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample that ships, read by the rules."""
    path = tmp_path_factory.mktemp("sample") / "sample.ledger"
    with as_file(files("tallystick").joinpath("sample")) as folder, Ledger.open(path) as ledger:
        options = pipeline.Options(manifest=folder / "manifest.json", read=read_by_rules)
        pipeline.build([folder], ledger, options)
    return path


@pytest.fixture(scope="session")
def sample(sample_ledger: Path) -> Iterator[Client]:
    yield from room(sample_ledger)
