# The front door. On a fresh Debian 12 each of these installs what it needs first.
#   make build   octavo at build/octavo
#   make book    the sample book in out/
#   make guide   the user's guide in out/
#   make test    everything that can be proved
#   make bench   how fast it is: whole runs beside cmark-gfm, and each stage; BOOKS="folder ..." measures real ones too, and, where LuaLaTeX
#                is, how its paragraphs compare
.PHONY: build book guide test bench format clean

build: configured
	cmake --build --preset release --target octavo

book: build
	build/octavo build content/bedrock -o out

guide: build
	build/octavo build content/guide -o out

test: needs-tests configured
	cmake --build --preset release
	ctest --preset release -j $$(nproc)

bench: needs-tests configured
	cmake --build --preset release --target octavo generate floor stages_bench
	tests/bench/runs build $(BOOKS)
	if command -v lualatex >/dev/null && [ -n "$(BOOKS)" ]; then tests/bench/paragraphs build/octavo content/bedrock $(BOOKS); fi
	build/tests/bench/stages_bench --benchmark_color=false 2>/dev/null

configured: needs-build
	cmake --preset release -DOCTAVO_TESTS=$(if $(filter test bench,$(MAKECMDGOALS)),ON,OFF)

needs-build:
	.ci/setup
needs-tests:
	.ci/setup test

format:
	clang-format -i $$(git ls-files '*.cpp' '*.h')

clean:
	rm -rf build build-debug build-sanitize out
