// Preloaded into octavo by `light`: appends to $OPENED_FILES the path of every file that is opened, and at the end of every file that is
// mapped, libraries among them.
#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

template <class Function>
Function* real(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}
using Open = int(const char*, int, ...);
using OpenAt = int(int, const char*, int, ...);
using OpenFile = FILE*(const char*, const char*);

void note(const char* path) {
  const char* list = std::getenv("OPENED_FILES");
  static auto* open = real<Open>("open");
  const int file = list ? open(list, O_WRONLY | O_APPEND | O_CREAT, 0644) : -1;
  if (file < 0) return;
  dprintf(file, "%s\n", path);
  close(file);
}

__attribute__((destructor)) void note_mapped() {
  FILE* maps = real<OpenFile>("fopen")("/proc/self/maps", "r");
  char line[4096];
  while (maps && std::fgets(line, sizeof line, maps))
    if (char* path = std::strchr(line, '/')) path[std::strcspn(path, "\n")] = '\0', note(path);
  if (maps) std::fclose(maps);
}

}  // namespace

// A program may end without destroying anything.
extern "C" void _Exit(int code) {
  note_mapped();
  real<void(int)>("_exit")(code);
  __builtin_unreachable();
}

#define MODE_OF(flags, mode)                             \
  mode_t mode = 0;                                       \
  if (flags & (O_CREAT | O_TMPFILE)) {                   \
    std::va_list rest;                                   \
    va_start(rest, flags);                               \
    mode = static_cast<mode_t>(va_arg(rest, unsigned)); \
    va_end(rest);                                        \
  }

extern "C" {
int open(const char* path, int flags, ...) {
  MODE_OF(flags, mode)
  note(path);
  return real<Open>("open")(path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  MODE_OF(flags, mode)
  note(path);
  return real<Open>("open64")(path, flags, mode);
}
int openat(int folder, const char* path, int flags, ...) {
  MODE_OF(flags, mode)
  note(path);
  return real<OpenAt>("openat")(folder, path, flags, mode);
}
int openat64(int folder, const char* path, int flags, ...) {
  MODE_OF(flags, mode)
  note(path);
  return real<OpenAt>("openat64")(folder, path, flags, mode);
}
FILE* fopen(const char* path, const char* how) {
  note(path);
  return real<OpenFile>("fopen")(path, how);
}
FILE* fopen64(const char* path, const char* how) {
  note(path);
  return real<OpenFile>("fopen64")(path, how);
}
}
