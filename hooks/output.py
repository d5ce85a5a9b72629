"""Lets a site take its place only when it is whole; until then it is built beside it."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from showcase.site import csp, finishing

LEFT_BY = {"catalogue": "catalogue", "plan": "pages"} | {name: name for name in ("assets", "release", "book", "search")}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Build in a folder of this build's own first: two builds side by side must not mix."""
    config.extra["place"] = Path(config.site_dir).resolve()
    cache = Path(config.config_file_path).parent / ".cache"
    cache.mkdir(exist_ok=True)
    config.site_dir = tempfile.mkdtemp(prefix="site-in-the-making-", dir=cache)
    atexit.register(shutil.rmtree, config.site_dir, ignore_errors=True)
    return config


def on_env(env: Environment, **_: object) -> Environment:
    """Stop when a hook left nothing for the templates; they in turn look for this one."""
    for name, hook in LEFT_BY.items():
        if name not in env.globals:
            raise Abort(f"hooks/{hook}.py did not run: name it under `hooks:` in mkdocs.yml")
    env.globals["output"] = True
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Finish the site and move it to its place; hidden files that lie there, such as .git, stay."""
    place, made = config.extra["place"], Path(config.site_dir)
    try:
        finishing.finish(made)
    except csp.NotGuarded as error:
        raise Abort(f"{error}\nNothing was built.") from None
    made.chmod(0o755)
    before = place.with_name(f".{place.name}-before-{made.name}")
    if place.exists():
        place.rename(before)
        for hidden in before.glob(".*"):
            if not (made / hidden.name).exists():
                shutil.move(hidden, made / hidden.name)
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(made, place)
    shutil.rmtree(before, ignore_errors=True)
    config.site_dir = str(place)
