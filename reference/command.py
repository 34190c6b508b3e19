"""Commands that answer in Dutch, also when they are not understood."""

from __future__ import annotations

import argparse
import re
from typing import NoReturn

_ENGLISH = re.compile(r"invalid|expected|required|unrecognized|ambiguous|not allowed|ignored")


class DutchParser(argparse.ArgumentParser):
    """A parser of arguments whose mistakes are one Dutch sentence on stderr, with exit code 1.

    A reason in Dutch, given by the type of an argument, is told; those of argparse itself are not.
    """

    def error(self, message: str) -> NoReturn:
        """Say in Dutch that the command isn't understood, and end with 1."""
        option, _, reason = message.removeprefix("argument ").partition(": ")
        told = f" {option}: {reason}." if reason and not _ENGLISH.search(reason) else ""
        self.exit(1, f"De opdracht is niet begrepen.{told} Zie: {self.prog} --help\n")

    def format_help(self) -> str:
        """Return the help with a Dutch first word."""
        return super().format_help().replace("usage:", "gebruik:", 1)
