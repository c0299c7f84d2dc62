from tests.breakouts.conftest import cast, prepared

__all__ = ["cast", "prepared"]
