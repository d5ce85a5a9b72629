"""Adds the pages that are made from the catalogue: none of them stands in a file of docs/."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from showcase import causes
from showcase.answers import answers
from showcase.editors import outline, samples
from showcase.site import (
    addresses,
    comparing,
    handwritten,
    leaving,
    logo,
    maps,
    mixed,
    rounds,
    tree,
)


def on_config(config: MkDocsConfig) -> None:
    """Stop before MkDocs walks into a link that leads out of docs/."""
    try:
        handwritten.refuse_links(Path(config.docs_dir), Path(config.config_file_path).parent)
    except handwritten.LinkedOut as error:
        raise Abort(str(error)) from None


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give MkDocs an empty file for each page of the plan, and each page of docs/ in both languages."""
    config.extra["site_pages"] = made = {}
    plan = config.extra.get("plan")
    for page in plan.pages if plan else ():
        made[f"{page.address}index.md"] = page
    pages = (path for path, file in files.src_uris.items() if path.endswith(".md") and file.inclusion.is_included())
    written = {path: files.src_uris[path] for path in pages}
    config.extra["written"] = places = handwritten.places(written)
    for path in written.keys() - places.keys():
        files.remove(written[path])
    for place in (place for place in places if place not in written):
        files.append(File.generated(config, place, abs_src_path=written[places[place]].abs_src_path))
    for source in made:
        files.append(File.generated(config, source, content=""))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell each page what its template asks for: its title, its language, what it is about."""
    path = page.file.src_uri
    if made := config.extra["site_pages"].get(path):
        page.meta = vars(made)
    elif plan := config.extra.get("plan"):
        english = files.src_uris[addresses.english(path)].page
        try:
            meta = handwritten.inherited(page.meta, english.meta)
            meta = handwritten.complete(config.extra["written"][path], meta, plan)
        except handwritten.IncompletePage as error:
            raise Abort(str(error)) from None
        page.meta = meta | handwritten.place(page.file.dest_uri.removesuffix("index.html"))
    return markdown


def on_page_content(html: str, page: Page, **_: object) -> str:
    """Let only harmless HTML out of a page of docs/; what it says in the other language is marked."""
    told = handwritten.clean(html)
    return mixed.marked(told, page.meta["told_in"]) if "told_in" in page.meta else told


def on_env(env: Environment, config: MkDocsConfig, files: Files, **_: object) -> Environment:
    """Leave the plan for the templates: without this hook they refuse to run."""
    env.globals["plan"] = config.extra.get("plan")
    env.globals |= {"comparing": comparing, "maps": maps, "rounds": rounds, "answers": answers, "causes": causes}
    if plan := config.extra.get("plan"):
        told = (file.page.meta for file in files.documentation_pages() if file.page)
        env.globals["tree"] = tree.Tree.of(meta for meta in told if addresses.is_for_readers(meta["address"]))
        env.globals |= {"limits": samples.limits, "written": samples.written}
        env.globals["fields"] = outline.outline(plan.catalogue.vocabulary)
        env.globals["logo"] = logo.find(Path(config.config_file_path).parent, plan.catalogue.site)
    return env


def on_post_page(output: str, config: MkDocsConfig, **_: object) -> str:
    """Mark every link that leaves the site."""
    return leaving.marked(output, config.site_url)
