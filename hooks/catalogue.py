"""Loads the catalogue before MkDocs reads a page; content with errors stops the build here."""

from __future__ import annotations

import os
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from showcase import catalogue
from showcase.clock import EpochError
from showcase.problems import ContentErrors
from showcase.site import history
from showcase.site.leaving import is_secure
from showcase.site.plan import Plan
from showcase.site.words import Words


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the plan of the site where the other hooks find it; the live preview has put its own there."""
    root = Path(config.config_file_path).parent
    if "plan" not in config.extra:
        try:
            loaded = catalogue.load(root)
        except (ContentErrors, EpochError) as error:
            raise Abort(f"{error}\nNothing was built.") from None
        config.extra["plan"] = Plan(loaded, os.environ.get("SHOWCASE_DRAFTS") == "1", history.read(root))
    loaded = config.extra["plan"].catalogue
    config.site_name = loaded.site.title
    config.site_url = loaded.site.site_url
    if not config.site_url:
        config.theme.static_templates.discard("sitemap.xml")
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Stop while the old site still stands when no hook builds the new one beside it."""
    if "place" not in config.extra:
        raise Abort("hooks/output.py did not run: name it under `hooks:` in mkdocs.yml")


def on_env(env: Environment, config: MkDocsConfig, **_: object) -> Environment:
    """Give the templates the catalogue and its words, and let no gap pass in silence."""
    env.autoescape = True
    env.undefined = StrictUndefined
    words = Words(config.extra["plan"].catalogue)
    env.globals |= {"catalogue": words.catalogue, "kept": words.kept}
    env.filters |= words.filters()
    env.tests["secure"] = is_secure
    return env
