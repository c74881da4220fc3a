"""What every test has: a settings folder in which nothing is set, whoever runs the tests."""

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def _no_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUIZAPP_CONFIG", str(tmp_path_factory.mktemp("config")))
        yield
