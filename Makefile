# Everything one does with Kolo from the command line. `make` alone lists it.
# Longer steps lie in scripts/, one file each, and can be run by themselves.

TARGET := $(or $(CARGO_TARGET_DIR),target)
KOLO   := $(TARGET)/debug/kolo
step   := @scripts/step
web    := $(shell find web/src web/styles -type f 2>/dev/null) $(wildcard web/*.mjs web/*.json)

.DEFAULT_GOAL := help
.PHONY: help demo build web test check bench dist screenshots needs

help: ## this list
	@echo "make TARGET, where TARGET is one of"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 16

demo: build ## build everything and serve five sample communities
	@exec $(KOLO) demo $(ARGS)

build: needs web ## the program, at target/debug/kolo
	$(step) "the program (the first time builds every library: 10 to 20 minutes on two cores)" cargo build -p kolo
	@echo "  $(KOLO)"

web: web/dist/kolo.css ## styles and scripts, at web/dist

web/dist/kolo.css: $(web) web/node_modules/.package-lock.json
	$(step) "styles and scripts" npm --prefix web run --silent build
	@touch $@

web/node_modules/.package-lock.json: web/package-lock.json
	$(step) "tools for styles and scripts" npm --prefix web ci --silent --no-audit --no-fund
	@touch $@

test: needs web ## all tests: on SQLite, on PostgreSQL, of the scripts, in a browser
	@scripts/test

check: needs web ## format, lints, arrows and layers, types, contrast, licences
	@scripts/check

bench: needs web ## measure what DESIGN promises, and print it as ratios
	@bench/run

dist: needs web ## one stripped program with everything embedded, at target/dist/kolo
	$(step) "the program, optimised (20 to 40 minutes on two cores)" cargo build --release -p kolo
	@mkdir -p target/dist && cp $(TARGET)/release/kolo target/dist/kolo && ls -sh target/dist/kolo

screenshots: build ## pictures of the main pages in four languages, at docs/screenshots
	@scripts/install-tools browser
	$(step) "tools for the browser" npm --prefix tests/browser ci --silent --no-audit --no-fund
	@node scripts/with-demo.mjs $(KOLO) node scripts/screenshots.mjs $(ARGS)

needs:
	@scripts/needs
