"""The site as it is being written, drafts shown and marked, at http://127.0.0.1:8000/.

Run by `make serve`. MkDocs makes the pages, by the same hooks and templates as in a build, but each only when it
is asked for. Full-text search, downloads and feeds are those of the last start, or come with `make`.
"""

from __future__ import annotations

import argparse
import logging
import sys
import threading
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from mkdocs.commands.build import get_context  # noqa: E402  # the checkout is on the path only now
from mkdocs.config import load_config  # noqa: E402
from mkdocs.structure.files import File, Files, get_files  # noqa: E402
from mkdocs.structure.nav import get_navigation  # noqa: E402
from mkdocs.structure.pages import Page  # noqa: E402

from showcase.ending import ended  # noqa: E402
from showcase.live.desk import Desk, Look  # noqa: E402
from showcase.live.server import LOST, Preview, Shown, server  # noqa: E402
from showcase.live.spreads import Spreads  # noqa: E402
from showcase.site import addresses, artwork, comparing, history  # noqa: E402
from showcase.site.plan import Plan  # noqa: E402
from showcase.site.tree import Tree  # noqa: E402
from showcase.startup import Startup  # noqa: E402

PORT = 8000


class Site:
    """Pages and files as MkDocs makes them, one at a time."""

    def __init__(self, root: Path) -> None:
        self.root, place = root, root / ".cache" / "live" / "site"
        self.config = load_config(str(root / "mkdocs.yml"), site_dir=str(place))
        self.history = history.read(root)
        self.files: Files | None = None

    def take(self, look: Look) -> None:
        """Shows what was seen from now on."""
        self.plan = Plan(look.catalogue, drafts=True, history=self.history)
        self.config.extra["plan"] = self.plan
        if self.files is None:
            self._begin()
        self.config.extra["site_pages"] = {f"{page.address}index.md": page for page in self.plan.pages}
        self.config.extra["assets"] = artwork.make(self.plan, self._cache, at_once=False)
        self.env = self.config.plugins.on_env(self.env, config=self.config, files=self.files)
        metas = [*map(vars, self.plan.pages), *(page.meta for page in self.written.values())]
        self.env.globals["tree"] = Tree.of(meta for meta in metas if addresses.is_for_readers(meta["address"]))
        made = (*self.config.extra["assets"].files, self.plan.directory.file.write(self._cache))
        self.made = {one.address: one for one in made}
        self.compared: dict[str, str] = {}

    @property
    def _cache(self) -> Path:
        return self.root / ".cache" / "site"

    def _begin(self) -> None:
        """What a build does once: the hooks read their files, and the pages written by hand are read."""
        self.config.extra["live"] = True
        self.config = self.config.plugins.on_config(self.config)
        self.env = self.config.theme.get_env()
        files = get_files(self.config)
        files.add_files_from_theme(self.env, self.config)
        self.files = self.config.plugins.on_files(files, config=self.config)
        self.navigation = get_navigation(Files([]), self.config)
        written = [Page(None, file, self.config) for file in self.files.documentation_pages()
                   if file.src_uri in self.config.extra["written"]]  # fmt: skip
        read = map(self._read, sorted(written, key=_is_translated))
        self.written = {page.file.dest_uri.removesuffix("index.html"): page for page in read}

    def _read(self, page: Page) -> Page:
        """A page with its text and what the hooks say of it."""
        page.read_source(self.config)
        told = {"page": page, "config": self.config, "files": self.files}
        page.markdown = self.config.plugins.on_page_markdown(page.markdown, **told)
        page.render(self.config, self.files)
        page.content = self.config.plugins.on_page_content(page.content, **told)
        return page

    def page(self, address: str) -> Shown | None:
        """A page of the plan, or one written by hand."""
        if address == LOST:
            return Shown(self._rendered(self.env.get_template(address), None), "", "en")
        if address in self.written:
            page = self.written[address]
        elif (source := f"{address}index.md") in self.config.extra["site_pages"]:
            page = self._read(Page(None, File.generated(self.config, source, content=""), self.config))
        else:
            return None
        html = self._rendered(self.env.get_template(page.meta.get("template", "main.html")), page)
        html = self.config.plugins.on_post_page(html, page=page, config=self.config)
        subject = page.meta.get("subject")
        return Shown(html, subject.slug if isinstance(subject, Startup) else "", page.meta["language"])

    def _rendered(self, template: Any, page: Page | None) -> str:
        return template.render(get_context(self.navigation, [], self.config, page, base_url="/"))

    def file(self, address: str) -> bytes | None:
        """A picture, style sheet, script or download."""
        if asset := self.made.get(address):
            if not asset.path.exists():
                self.config.extra["assets"].draw(address, self._cache)
            return asset.path.read_bytes()
        if address.startswith("compare/") and not self.compared:
            self.compared = dict(comparing.files(self.plan.startups, self.config.extra["assets"].keep))
        if address in self.compared:
            return self.compared[address].encode()
        if file := self.files.get_file_from_path(address):
            return file.content_bytes
        beside = Path(self.config.site_dir).resolve()  # where the hooks put what a page needs as they make it
        made = (beside / address).resolve()
        return made.read_bytes() if made.is_relative_to(beside) and made.is_file() else None


def _is_translated(page: Page) -> bool:
    """Whether a page takes what it does not say from the English one, which is to be read before."""
    return addresses.english(page.file.src_uri) != page.file.src_uri


def main() -> int:
    """Serve until Ctrl-C. Returns 0, or 2 where the port is taken."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--port", type=int, default=PORT)
    parser.add_argument("--root", type=Path, default=ROOT, help="the project (default: this one)")
    options = parser.parse_args()
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    preview = Preview(Desk(options.root.resolve()), Site(options.root.resolve()), Spreads(options.root.resolve()))
    try:
        serving = server(preview, options.port)
    except OSError as error:
        print(f"serve.py: port {options.port}: {error.strerror}. Name another with --port.", file=sys.stderr)
        return 2
    stopped = threading.Event()
    threading.Thread(target=preview.watch, args=(stopped,), daemon=True).start()
    print(f"http://127.0.0.1:{serving.server_port}/ shows each page as it is written; Ctrl-C ends it.", flush=True)
    try:
        serving.serve_forever()
    except KeyboardInterrupt:
        stopped.set()
    return 0


if __name__ == "__main__":
    sys.exit(ended(main))
