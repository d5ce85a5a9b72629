"""Adds what others build on: the data release and the feeds."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from showcase.files import write_whole
from showcase.release import making
from showcase.site import crawling, embedding, feeds, keeping, statements, texts


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
        told_elsewhere = embedding.files(plan.startups)
        for address, content in (*new, *told_elsewhere, ("robots.txt", crawling.robots(told.site))):
            files.append(File.generated(config, address, content=content))
    return files


def on_env(env: Environment, config: MkDocsConfig, **_: object) -> Environment:
    """Leave the release for the templates: without this hook they refuse to run."""
    env.globals |= {"release": config.extra.get("release"), "feeds": feeds.KINDS, "modified": crawling.modified}
    env.globals["statements"] = statements.Statements
    env.filters |= {"script": statements.script, "frame": embedding.frame}
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Put the plain texts beside the pages; as files of docs/ they would be taken for pages."""
    for address, content in texts.files(config.extra["plan"].catalogue):
        write_whole(Path(config.site_dir) / address, content)
