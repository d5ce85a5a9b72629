"""Adds the files that pages need: fonts, colours, plates, cards; the theme's own stay behind."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from showcase.cards import CannotShape
from showcase.model.site import Site
from showcase.site import artwork, branding, comparing, fewwords, keeping, wellknown


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Hand MkDocs every made file, and keep back what Material brings and no page asks for."""
    for file in [file for file in files if file.src_dir not in (None, config.docs_dir)]:
        files.remove(file)
    if plan := config.extra.get("plan"):
        folder = Path(config.config_file_path).parent / ".cache" / "site"
        try:
            config.extra["assets"] = artwork.make(plan, folder, at_once="live" not in config.extra)
        except CannotShape as error:
            raise Abort(str(error)) from None
        made = [*config.extra["assets"].files, plan.directory.file.write(folder)]
        keeping.sweep(folder, [asset.path for asset in made])
        dress(files, config, plan.catalogue.site)
        for asset in made:
            files.append(File.generated(config, asset.address, abs_src_path=str(asset.path)))
        known = wellknown.files(plan.catalogue.site, plan.catalogue.today)
        for address, content in (*comparing.files(plan.startups, config.extra["assets"].keep), *known):
            files.append(File.generated(config, address, content=content))
    return files


def dress(files: Files, config: MkDocsConfig, site: Site) -> None:
    """Put every style sheet of docs/ into the look that the site asks for."""
    sheets = [file for file in files.css_files() if site.brand == "dbim"]
    for file in sheets:
        files.remove(file)
        css = branding.dressed(file.content_string, site.dbim_colour)
        files.append(File.generated(config, file.src_uri, content=css))


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Give an English page the face of its few Hindi words."""
    folder = Path(config.config_file_path).parent / ".cache" / "site" / "fonts"
    plan = config.extra.get("plan")
    brand = plan.catalogue.site.brand if plan else "horizon"
    html, made = fewwords.dressed(output, "../" * page.url.count("/") or "./", folder, brand)
    place = Path(config.site_dir, "assets", "fonts")
    place.mkdir(parents=True, exist_ok=True)
    for path in made:
        (place / path.name).write_bytes(path.read_bytes())
    return html


def on_env(env: Environment, config: MkDocsConfig, **_: object) -> Environment:
    """Leave the list of made files for the templates: without this hook they refuse to run."""
    env.globals["assets"] = config.extra.get("assets")
    return env
