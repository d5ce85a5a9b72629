"""Adds what others build on: the data release and the feeds."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from showcase.release import making
from showcase.site import crawling, feeds, keeping


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Hand MkDocs the release of what is published; a preview's drafts are no part of it."""
    if plan := config.extra.get("plan"):
        told = plan.catalogue
        folder = Path(config.config_file_path).parent / ".cache" / "site" / "downloads"
        config.extra["release"] = release = making.make(told, folder)
        keeping.sweep(folder, release.made.values())
        for asset in release.files:
            files.append(File.generated(config, asset.address, abs_src_path=str(asset.path)))
        new = feeds.files(told.published, told.vocabulary, told.today)
        for address, content in (*new, ("robots.txt", crawling.robots(told.site))):
            files.append(File.generated(config, address, content=content))
    return files


def on_env(env: Environment, config: MkDocsConfig, **_: object) -> Environment:
    """Leave the release for the templates: without this hook they refuse to run."""
    env.globals |= {"release": config.extra.get("release"), "feeds": feeds.KINDS, "modified": crawling.modified}
    return env
