# The commands of this house. `make help` lists them; they need make and Python 3.11 or newer.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && $$p lms/tools/quickest_python.py && break; done)
PORT ?= 8000
WORKERS ?= 2
OLDEST_PYTHON := 3.11.0
LEAST_COVERAGE := 95
DAY ?= 15 months
ONLY ?=
ARGS ?=

BIN := .venv/bin
STATIC := courses/static/courses
CHECK := certificates/static/certificates
ESBUILD := node_modules/.bin/esbuild --bundle --minify --target=es2022 --format=esm --log-level=warning
WAGTAILS := 7.4 8.0

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUNBUFFERED := 1
# Packages are put in uncompiled; where nothing compiled may be kept, every process of the tests and
# of the demo compiles them again, which takes longer than the rest of its start.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo test test-deep test-later test-matrix bench lint style lock messages fonts scripts types icons art screenshots wheel clean

help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | awk -F'\t' '{printf "  make %-12s %s\n", $$1, $$2}'

demo: .venv/site.stamp ## Serve the demo on PORT=8000 with its data kept; RESET=1 begins again
	@PORT="$(PORT)" RESET="$(RESET)" SALA_MODE=demo $(BIN)/python -m lms.tools.demo

test: .venv/dev.stamp ## Run the tests with coverage
	@mkdir -p build
	$(BIN)/python -m slipcover --json --out build/coverage.json -m pytest -p tests.covering -n $(WORKERS) --dist loadgroup --create-db -m "not deep" $(ARGS)
	$(BIN)/python -m slipcover --merge build/coverage.json --fail-under $(LEAST_COVERAGE) --xml --out build/coverage.xml

test-deep: .venv/dev.stamp ## Run every test, also the long ones
	$(BIN)/pytest -n $(WORKERS) --dist loadgroup --create-db $(ARGS)

test-matrix: $(WAGTAILS:%=test-wagtail-%) ## Run the tests on every supported Wagtail

test-wagtail-%: .venvs/wagtail-%.stamp
	SALA_VAR=var/wagtail-$* .venvs/wagtail-$*/bin/pytest -n $(WORKERS) --dist loadgroup --create-db -m "not deep and not browser and not slow" $(ARGS)

test-later: .venv/dev.stamp ## Run the tests as on another day, DAY="15 months" or a date; needs faketime
	SALA_VAR=var/later faketime "$(DAY)" $(BIN)/pytest -n $(WORKERS) --dist loadgroup --create-db -m "not deep and not browser and not slow" $(ARGS)

bench: .venv/dev.stamp ## Measure, and write build/bench.json; ONLY=name measures one
	$(BIN)/python -m tests.benchmarks $(ONLY)

lint: style types ## Check style, templates, the floors of the house and the browser's scripts

style: .venv/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djlint --lint --quiet templates courses/templates certificates/templates
	$(BIN)/lint-imports

types: node_modules/.package-lock.json ## Check the browser's scripts: types, unit tests, bundles as built; needs npm
	node_modules/.bin/tsc -p courses/scripts
	node_modules/.bin/tsc -p courses/scripts/tsconfig.worker.json
	node_modules/.bin/tsc -p certificates/scripts
	node_modules/.bin/tsc -p certificates/scripts/tsconfig.worker.json
	node --test tests/courses/scripts/*.test.js tests/certificates/scripts/*.test.js
	@$(MAKE) --no-print-directory scripts STATIC=build/scripts CHECK=build/check
	@cd build/scripts && find . -type f | while read -r file; do cmp "$$file" "$(CURDIR)/$(STATIC)/$$file" || exit 1; done
	@cd build/check && find . -type f | while read -r file; do cmp "$$file" "$(CURDIR)/$(CHECK)/$$file" || exit 1; done

scripts: node_modules/.package-lock.json ## Bundle the browser's scripts and decoders again; needs npm
	$(ESBUILD) courses/scripts/main.js --outfile=$(STATIC)/offline.min.js
	$(ESBUILD) courses/scripts/guest.js --outfile=$(STATIC)/guest.min.js
	$(ESBUILD) courses/scripts/kept.js --outfile=$(STATIC)/kept.min.js
	$(ESBUILD) courses/scripts/lesson.js --outfile=$(STATIC)/lesson.min.js
	$(ESBUILD) courses/scripts/passkeys.js --outfile=$(STATIC)/passkeys.min.js
	$(ESBUILD) courses/scripts/worker.js --format=iife --outfile=$(STATIC)/worker.min.js
	$(ESBUILD) courses/scripts/decoder.js --legal-comments=none --outfile=$(STATIC)/vendor/decoder.min.js
	$(ESBUILD) certificates/scripts/offline.js --legal-comments=none --outfile=$(CHECK)/offline.min.js
	$(ESBUILD) certificates/scripts/compare.js --outfile=$(CHECK)/compare.min.js
	$(ESBUILD) certificates/scripts/worker.js --format=iife --outfile=$(CHECK)/worker.min.js
	cp node_modules/zxing-wasm/dist/reader/zxing_reader.wasm $(STATIC)/vendor/

node_modules/.package-lock.json: package-lock.json
	npm ci --silent
	@touch $@

lock: ## Take the newest versions for the oldest Python into constraints.txt
	rm -rf build/lock && mkdir -p build
	"$(PYTHON)" -m venv build/lock
	build/lock/bin/python -m lms.tools.requirements site s3 pades dev > build/lock/all.txt
	build/lock/bin/pip install --quiet --dry-run --ignore-installed --only-binary :all: \
		--python-version $(OLDEST_PYTHON) --target build/lock/none --report build/lock/report.json \
		-r build/lock/all.txt
	sed -n '/^#/p' constraints.txt > build/lock/new.txt
	build/lock/bin/python -m lms.tools.locked build/lock/report.json >> build/lock/new.txt
	mv build/lock/new.txt constraints.txt

messages: .venv/dev.stamp ## Collect the words to translate and compile the catalogues
	$(BIN)/python -m lms.tools.messages

fonts: .venv/dev.stamp ## Make the fonts of screens and paper again; needs npm
	npm ci --silent
	$(BIN)/pip install --quiet fontpkg-noto-serif==2.15 fontpkg-noto-sans==2.15
	$(BIN)/python lms/tools/subset_fonts.py
	$(BIN)/python lms/tools/make_print_fonts.py

icons: .venv/dev.stamp ## Draw the icons of the home screen again; needs Chromium
	$(BIN)/python -m lms.tools.home_screen_icons

art: .venv/dev.stamp ## Draw the artwork of the certificates again
	$(BIN)/python -m lms.tools.certificate_art

screenshots: .venv/dev.stamp ## Take the pictures of README and review
	$(BIN)/python -m tests.browser.screenshots $(ARGS)

wheel: .venv/dev.stamp ## Build the wheel of the two apps into dist/
	rm -rf build/lib dist
	$(BIN)/python -m build --wheel

clean: ## Remove what the commands have built; the demo's data stay
	rm -rf build dist .venv .venvs .pytest_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -not -path './var/*' -prune -exec rm -rf {} +

.venv/bin/python:
	@python="$(PYTHON)"; \
	test -n "$$python" || { echo "Python 3.11 or newer is needed; name it with PYTHON=."; exit 1; }; \
	echo "$$python -m venv .venv"; "$$python" -m venv .venv

.venv/site.stamp: pyproject.toml constraints.txt | .venv/bin/python
	$(BIN)/python -m lms.tools.requirements site > .venv/site.txt
	$(BIN)/pip install --quiet --no-compile -c constraints.txt -r .venv/site.txt
	@touch $@

.venv/dev.stamp: pyproject.toml constraints.txt | .venv/bin/python
	$(BIN)/python -m lms.tools.requirements site s3 pades dev > .venv/dev.txt
	$(BIN)/pip install --quiet --no-compile -c constraints.txt -r .venv/dev.txt
	@touch .venv/site.stamp $@

.venvs/wagtail-%.stamp: pyproject.toml | .venv/dev.stamp
	$(BIN)/python -m venv .venvs/wagtail-$*
	.venvs/wagtail-$*/bin/pip install --quiet --no-compile -r .venv/dev.txt "wagtail~=$*.0"
	@touch $@
