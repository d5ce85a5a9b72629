"""Indexes the built pages for full-text search; a page that the index lacks stops the build."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from showcase.site.search import indexing


def on_env(env: Environment, **_: object) -> Environment:
    """Tell the templates that there will be a search: without this hook they refuse to run."""
    env.globals["search"] = True
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Index what was built, where it was built."""
    try:
        indexing.make(Path(config.site_dir), config.extra["plan"].catalogue, config.extra["book"])
    except indexing.NotIndexed as error:
        raise Abort(f"{error}\nNothing was built.") from None
