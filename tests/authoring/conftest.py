from tests.cli.conftest import course, ran

__all__ = ["course", "ran"]
