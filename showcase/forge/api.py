"""GitHub's interface, as little of it as is needed; every answer is looked at, none is obeyed."""

from __future__ import annotations

import json
import os
import re
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

BOT = "github-actions[bot]"
PATIENCE = 30
PAGES = 10
"""Pages of a hundred that a list is read to."""


class ForgeError(Exception):
    """The forge refused, or could not be reached; the message is a sentence."""


class NotThere(ForgeError):
    """What was asked for does not exist."""


class Told(dict[str, Any]):
    """What the forge tells. To ask it for what it left out raises ForgeError, not KeyError."""

    def __missing__(self, key: str) -> Any:
        raise ForgeError(f"The forge does not say what the “{key}” is; run this in the workflow that it is made for.")


@dataclass(frozen=True)
class Forge:
    """A repository on the forge, and the right to write to it."""

    repository: str
    api: str
    server: str
    token: str

    @classmethod
    def here(cls, environment: Mapping[str, str] = os.environ) -> Forge:
        """The forge that runs this program. Raises ForgeError where none does."""
        repository, token = environment.get("GITHUB_REPOSITORY", ""), environment.get("GITHUB_TOKEN", "")
        if not re.fullmatch(r"[\w.-]+/[\w.-]+", repository) or not token:
            raise ForgeError("GITHUB_REPOSITORY and GITHUB_TOKEN are not set: this runs in a workflow alone.")
        api = environment.get("GITHUB_API_URL", "https://api.github.com")
        return cls(repository, api, environment.get("GITHUB_SERVER_URL", "https://github.com"), token)

    def call(self, method: str, path: str, told: dict[str, Any] | None = None) -> Any:
        """What the forge answers on a path under the repository. Raises ForgeError."""
        request = urllib.request.Request(f"{self.api}/repos/{self.repository}/{path}", method=method)
        request.add_header("Accept", "application/vnd.github+json")
        request.add_header("Authorization", f"Bearer {self.token}")
        request.add_header("Content-Type", "application/json")
        data = None if told is None else json.dumps(told).encode()
        try:
            with urllib.request.urlopen(request, data, timeout=PATIENCE) as answer:
                return json.load(answer, object_hook=Told)
        except urllib.error.HTTPError as error:
            kind = NotThere if error.code == 404 else ForgeError
            raise kind(f"The forge answers {error.code} to {method} {path.partition('?')[0]}.") from None
        except (OSError, ValueError) as error:
            raise ForgeError(f"The forge cannot be asked: {error}.") from None

    def listed(self, path: str, **asked: str) -> Iterator[dict[str, Any]]:
        """Every entry of a list, a hundred at a time."""
        for page in range(1, PAGES + 1):
            rows = self.call("GET", f"{path}?{urlencode({**asked, 'per_page': '100', 'page': str(page)})}")
            yield from rows
            if len(rows) < 100:
                return


def event(environment: Mapping[str, str] = os.environ) -> Told:
    """What set the workflow going, read from the file that the forge names. Raises ForgeError."""
    try:
        with open(environment.get("GITHUB_EVENT_PATH", ""), encoding="utf-8") as file:
            return json.load(file, object_hook=Told)
    except (OSError, ValueError) as error:
        raise ForgeError(f"GITHUB_EVENT_PATH names no event: {error}.") from None
