"""The command line: it translates, never decides."""


def main() -> None:
    """Run the command line."""
