"""What every test may ask for: a fresh database of either kind, servers, a real browser, a free port."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browsers import launch, watch
from tests.databases import Databases
from tests.javascript import JavaScriptFile, JavaScriptTest
from tests.ports import free_port
from tests.servers import Postgres, Server, running_redis

DATABASES = ("sqlite", "postgresql")
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
FULL = os.environ.get("RAPPORT_FULL") == "1"
_HERE = Path(__file__).parent


@pytest.fixture(name="free_port")
def _free_port() -> int:
    """A port of this machine on which nobody listens."""
    return free_port()


@pytest.fixture(scope="session")
def databases() -> Iterator[Databases]:
    with Databases() as all_of_them:
        yield all_of_them


@pytest.fixture(params=DATABASES)
def empty_database_url(request: pytest.FixtureRequest, databases: Databases) -> Iterator[str]:
    """The address of a database with nothing in it; the test runs on SQLite and on PostgreSQL."""
    with databases.empty(request.param) as url:
        yield url


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest, databases: Databases) -> Iterator[str]:
    """The address of a database as the program's first start leaves it; the test runs on SQLite and on PostgreSQL."""
    with databases.migrated(request.param) as url:
        yield url


@pytest.fixture
def sqlite_url(databases: Databases) -> Iterator[str]:
    """The address of a SQLite database as the program's first start leaves it."""
    with databases.migrated("sqlite") as url:
        yield url


@pytest.fixture(scope="session")
def postgres(databases: Databases) -> Postgres:
    """The tests' PostgreSQL server; a test that kills it starts its own with `running_postgres(durable=True)`."""
    return databases.postgres


@pytest.fixture(scope="session")
def redis() -> Iterator[Server]:
    with running_redis() as server:
        yield server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright, launch(playwright) as chromium:
        yield chromium


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Give pages of people who do not know each other (own cookies, own store): `open_page(viewport=..., ...)`.

    At the end the test fails if a script of one of them failed or something broke its security policy.
    """
    contexts, wrong = [], []

    def opened(**options: object) -> Page:
        settings = {"locale": "en-GB", "timezone_id": "UTC", "viewport": DESKTOP, "reduced_motion": "reduce"} | options
        contexts.append(context := browser.new_context(**settings))  # type: ignore[arg-type]
        context.set_default_timeout(10_000)
        page = context.new_page()
        wrong.append(watch(page))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [problem for problems in wrong for problem in problems] == []


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """A person at a desk."""
    return open_page()


@pytest.fixture
def phone(open_page: Callable[..., Page]) -> Page:
    """A person with a phone."""
    return open_page(viewport=PHONE, has_touch=True, is_mobile=True, device_scale_factor=2)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> JavaScriptFile | None:
    if file_path.name.endswith(".test.js") and file_path.parent == _HERE / "js":
        return JavaScriptFile.from_parent(parent, path=file_path)
    return None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run alone what must not be disturbed, all JavaScript in one browser, and long campaigns only with `--full`."""
    for item in items:
        part = item.path.relative_to(_HERE).parts[0]
        if part in {"bench", "faults"}:
            item.add_marker(pytest.mark.alone)
        if "browser" in getattr(item, "fixturenames", ()) or part == "e2e":
            item.add_marker(pytest.mark.seen)
        if isinstance(item, JavaScriptTest):
            item.add_marker(pytest.mark.xdist_group("javascript"))
    left_out = [] if FULL else [item for item in items if item.get_closest_marker("full")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]
