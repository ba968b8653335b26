# Two commands: `make site` builds the archive in this folder, `make test` tries everything.
# Both make what they need in .venv and can be run again at any time.

PY = .venv/bin/python
CHECKED = generator tests tools benchmarks
# Each worker of the tests holds a browser of its own.
WORKERS = 4

.PHONY: help site serve test lint parity sizes bench lighthouse docs script sample screenshot gallery lock clean

help:
	@echo 'make site         build the archive in this folder, into output/'
	@echo 'make serve        look at it on http://localhost:8000/'
	@echo 'make test         run every check and every test'
	@echo 'make parity       compare the browser with each library called whoosh'
	@echo 'make sizes        print the sizes of functions and files beside the measure'
	@echo 'make bench        time parsing, building and search beside their peers'
	@echo 'make lighthouse   ask Lighthouse about an article, a day and the search page (needs Node)'
	@echo 'make docs         write the reference of commands and settings into docs/'
	@echo 'make script       make the search page'"'"'s scripts anew from its modules (needs Node)'
	@echo 'make sample       make the content of the sample archive anew from its snapshots'
	@echo 'make screenshot   take the pictures of the README again'
	@echo 'make gallery      take every kind of page at many widths, light and dark, to look at'
	@echo 'make lock         lock the dependencies again (UPGRADE=--upgrade for newer ones)'
	@echo 'make clean        remove what the other commands made'

# ── For readers ─────────────────────────────────────────────────────────────────────────────

site: .venv/installed
	@.venv/bin/backfile build
	@echo
	@echo 'The site is in output/. To look at it: make serve'

serve: .venv/installed
	@.venv/bin/backfile serve

# ── For those who change it ─────────────────────────────────────────────────────────────────

test: lint .venv-publishers/installed
	@tools/browser.sh
	@tools/checker.sh
	@mkdir -p .backfile
	COVERAGE_FILE=$(CURDIR)/.coverage $(PY) -m pytest --numprocesses auto --maxprocesses $(WORKERS) --dist worksteal \
		--cov --cov-report term --junitxml .backfile/tests.xml

	.venv-publishers/bin/python -m pytest -q --confcutdir tests/publishers tests/publishers

lint: .venv/installed-for-tests
	$(PY) -m ruff check $(CHECKED)
	$(PY) -m ruff format --check $(CHECKED)
	$(PY) -m mypy
	.venv/bin/actionlint

parity: .venv/installed-for-tests
	@tools/parity.sh

sizes: .venv/installed
	@$(PY) -m tools.sizes

bench: .venv/installed-for-tests
	@$(PY) -m benchmarks.bodies
	@$(PY) -m benchmarks.parse
	@$(PY) -m benchmarks.build
	@$(PY) -m benchmarks.search all
	@$(PY) -m benchmarks.search relevance

lighthouse: .venv/installed-for-tests
	@$(PY) -m tools.lighthouse

docs: .venv/installed
	@$(PY) -m tools.reference

script: .venv/installed-for-tests
	@$(PY) -m tools.script

sample: .venv/installed
	@rm -rf content/articles content/media content/revisions .backfile
	@.venv/bin/backfile build

screenshot: .venv/installed-for-tests
	@$(PY) -m tools.screenshot

gallery: .venv/installed-for-tests
	@$(PY) -m tools.gallery

clean:
	rm -rf .venv .venv-checker .venv-publishers .venv-lock .venv-parity .backfile output .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache

# ── The environment ─────────────────────────────────────────────────────────────────────────
# A stamp is older than its lock when the lock has changed, and missing when .venv was made anew;
# one whose Python has gone, as after an upgrade of the system, is made anew.
GONE := $(shell .venv/bin/python -c '' 2>/dev/null || rm -f .venv/made)

.venv/made: tools/environment.sh
	@tools/environment.sh
	@touch $@

.venv/installed: .venv/made requirements/site.lock pyproject.toml
	@tools/install.sh requirements/site.lock
	@touch $@

.venv/installed-for-tests: .venv/made requirements/test.lock pyproject.toml
	@tools/install.sh requirements/test.lock
	@touch $@ .venv/installed

# The extra needs an older lxml than we otherwise take, so it is tried in an environment of its own.
.venv-publishers/installed: .venv/made requirements/publishers.lock pyproject.toml
	@test -x .venv-publishers/bin/python || $(PY) -m venv .venv-publishers
	@tools/install.sh requirements/publishers.lock .venv-publishers
	@touch $@

# The tests' lock holds what the site's does, at the same versions.
UPGRADE =
COMPILE = .venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-header --no-emit-index-url --no-emit-find-links $(UPGRADE) pyproject.toml requirements/build.in

lock: .venv/made
	@test -x .venv-lock/bin/uv || { $(PY) -m venv .venv-lock && .venv-lock/bin/pip install --quiet uv==0.13.9; }
	$(COMPILE) --output-file requirements/site.lock
	$(COMPILE) --extra test --constraint requirements/site.lock --output-file requirements/test.lock
	$(COMPILE) --extra publishers requirements/publishers.in --output-file requirements/publishers.lock
