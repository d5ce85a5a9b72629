"""Lets a site take its place only when it is whole; until then it is built beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

LEFT_BY = {"catalogue": "catalogue", "plan": "pages", "assets": "assets"}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Build in the cache folder first."""
    config.extra["place"] = Path(config.site_dir)
    root = Path(config.config_file_path).parent
    config.site_dir = str(root / ".cache" / "site-in-the-making")
    return config


def on_env(env: Environment, **_: object) -> Environment:
    """Stop when a hook left nothing for the templates; they in turn look for this one."""
    for name, hook in LEFT_BY.items():
        if name not in env.globals:
            raise Abort(f"hooks/{hook}.py did not run: name it under `hooks:` in mkdocs.yml")
    env.globals["output"] = True
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Move the whole site to its place."""
    place = config.extra["place"]
    if place.exists():
        shutil.rmtree(place)
    shutil.move(config.site_dir, place)
    config.site_dir = str(place)
