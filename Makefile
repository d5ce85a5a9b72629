# Shared Horizons: a site and a book from one set of profiles.
#   make        the whole job            make test   the proof
#   make help   everything else

# The Python that .venv is made from; any 3.11 or newer will do.
PYTHON ?= python3
PY := .venv/bin/python
STARTED := $(shell date +%s)

# Material prints a page about the future of MkDocs at each build; the pins hold it still.
export NO_MKDOCS_2_WARNING := 1

.NOTPARALLEL:
.PHONY: all help ready ready-tests ready-editor check site reading book press kit pr-preview picture verify servers offline editors editor-cms test lint serve bench lock clean

# The main job: set up, check, book, site (which offers the book), verify, and say what there is.
all: check reading site verify ## Set up, check, build book and site, verify both
	@$(PY) scripts/report.py $(STARTED)

# Lists the targets: every line with a double hash.
help: ## This list
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# .venv and Debian packages; says nothing where all is there.
ready:
	@$(PYTHON) scripts/prepare.py

# The same, with browser, spelling and PDF tools for the tests.
ready-tests:
	@$(PYTHON) scripts/prepare.py --tests

# With Node, and what the editor in the browser is packed from.
ready-editor:
	@$(PYTHON) scripts/prepare.py --editor

# Every problem in profiles and data, each with its place and its remedy.
check: ready ## Check every profile and all data
	@$(PY) -m showcase check

# The site alone, in site/.
site: ready ## Build the site into site/
	@$(PY) -m mkdocs build --strict

# The reading edition in English and Hindi side by side, and all its spreads on one sheet.
reading: ready
	@$(PY) build_pdf.py --edition reading --flatplan

# Every edition: reading, text block and covers for the first press; then reading in one language alone.
book: ready ## Build every edition of the book into dist/
	@$(PY) build_pdf.py --edition all --flatplan
	@$(PY) build_pdf.py --edition reading --language en
	@$(PY) build_pdf.py --edition reading --language hi

# The text block and its covers, through the gate: for the first press of book/book.yml, or for PRESS=name,
# in both languages, or in BOOK=en or hi alone.
ASKED = $(if $(PRESS),--press $(PRESS)) $(if $(BOOK),--language $(BOOK))
press: ready ## Build text block and covers for a press: PRESS=name BOOK=hi
	@$(PY) build_pdf.py --edition press --flatplan $(ASKED)
	@$(PY) build_pdf.py --edition cover $(ASKED)

# All that goes to the press, the first one or PRESS=name, in dist/kit/: as a folder and as a zip; BOOK as above.
kit: press ## Pack all that a press needs into dist/kit/: PRESS=name BOOK=hi
	@$(PY) -m showcase kit $(ASKED)

# The comment, pages and spreads that a pull request of this branch will get, in dist/pr-preview/: BASE=main.
BASE ?= main
pr-preview: ready ## Show what this branch changes, as its pull request will: BASE=main
	@$(PY) -m showcase preview --base $(BASE)

# The README's picture, book/picture.png: one spread, as it lies open.
picture: ready
	@$(PY) scripts/picture.py

# Counts what was built against what the profiles say, outside MkDocs.
verify: ready ## Count the built site against the profiles
	@$(PY) -m showcase verify site/

# For a stick: dist/shared-horizons-offline.zip, with the book where it has been made.
offline: site ## Pack the site as a zip that works without a server
	@$(PY) -m showcase offline site/

# For nginx, Apache and hosts that read _headers and _redirects, in dist/server/: made anew with the site.
servers: site ## Write server configurations into dist/server/
	@$(PY) -m showcase servers site/

# Schema, settings, snippets, samples and forms, from the model and data/: committed, and tested to be fresh.
editors: ready ## Write anew what editors' tools read
	@$(PY) -m showcase editors

# The editor of profiles in the browser, in dist/cms/: for a server of its own, never for the public site.
# Its script would fetch its faces from elsewhere; they lie beside it.
CMS := editors/cms/node_modules
editor-cms: ready-editor ## Pack Sveltia CMS into dist/cms/
	@rm -rf dist/cms && mkdir -p dist/cms
	@cp editors/cms/index.html editors/cms/config.yml $(CMS)/@fontsource-variable/*/files/*-latin-wght-normal.woff2 dist/cms/
	@sed 's#https://[a-z.]*/fontsource/fonts/\([a-z0-9-]*\)[:a-z]*@[0-9.]*/#\1-#' \
	  $(CMS)/@sveltia/cms/dist/sveltia-cms.js > dist/cms/sveltia-cms.js
	@cat $(CMS)/@sveltia/cms/LICENSE.txt $(CMS)/@fontsource-variable/*/LICENSE > dist/cms/licences.txt
	@echo "dist/cms/ is ready; serve it on an address of its own."

# All tests; a skipped one fails the run (see tests/conftest.py).
test: ready-tests lint ## Run all tests
	@$(PY) -m pytest -n auto --dist loadfile --no-loadscope-reorder

# Style, imports, docstrings, complexity.
lint: ready-tests ## Look at the code's style
	@$(PY) -m ruff check --quiet --output-format concise

# The site as you write, drafts shown and marked, at http://127.0.0.1:8000/; what is wrong is told on the page.
serve: ready ## Live preview, drafts included
	@$(PY) scripts/serve.py

# Each figure beside its target: PART=site, book, rivals, memory, lighthouse or live measures one part, in minutes.
bench: ready-tests ## Measure speed and memory of site and book
	@$(PY) bench/bench.py $(PART)

# The locks anew from requirements*.in, for every system, with hashes and no addresses.
# The tool lives in a corner of its own: nothing else needs it.
UV := .cache/lock/bin/uv
lock: ## Pin all packages anew from requirements*.in
	@test -x $(UV) || { $(PYTHON) -m venv .cache/lock && .cache/lock/bin/pip install -qq uv==0.13.9; }
	@for name in requirements requirements-dev; do \
	  $(UV) pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
	    $$name.in --output-file $$name.txt || exit 1; \
	done
	@! grep -nE '://|^-|@ ' requirements.txt requirements-dev.txt \
	  || { echo "The locks above name an address; they must hold names and hashes only."; exit 1; }

# Away with everything generated; .venv too.
clean: ## Remove everything generated
	@rm -rf site dist .cache .venv .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
