# The front door. On a fresh Debian 12 each of these installs what it needs first.
#   make build   octavo at build/octavo
#   make book    the sample book in out/
#   make test    everything that can be proved
.PHONY: build book test format clean

build: configured
	cmake --build --preset release --target octavo

book: build
	build/octavo build content/bedrock -o out

test: needs-tests configured
	cmake --build --preset release
	ctest --preset release -j $$(nproc)

configured: needs-build
	cmake --preset release -DOCTAVO_TESTS=$(if $(filter test,$(MAKECMDGOALS)),ON,OFF)

needs-build:
	.ci/setup
needs-tests:
	.ci/setup test

format:
	clang-format -i $$(git ls-files '*.cpp' '*.h')

clean:
	rm -rf build build-debug build-sanitize out
