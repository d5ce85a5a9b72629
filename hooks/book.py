"""Offers the book where it has been made: its files beside the page on it, and its pages to all others."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from showcase.site import keeping, offered


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Hand MkDocs the files of the book, if there is one of this very catalogue."""
    if plan := config.extra.get("plan"):
        root = Path(config.config_file_path).parent
        cache = root / ".cache" / "site" / "book"
        config.extra["book"] = offered.find(root / "dist", plan.catalogue, cache)
        made = tuple(config.extra["book"].files)
        keeping.sweep(cache, [asset.path for asset in made])
        for asset in made:
            files.append(File.generated(config, asset.address, abs_src_path=str(asset.path)))
    return files


def on_env(env: Environment, config: MkDocsConfig, **_: object) -> Environment:
    """Leave the book for the templates: without this hook they refuse to run."""
    env.globals["book"] = config.extra.get("book")
    return env
