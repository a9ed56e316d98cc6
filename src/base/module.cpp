#include "base/module.h"

#include <dlfcn.h>

#include <string>

#include "base/failure.h"

namespace octavo::base {

ModuleDoor door_of_module(const char* file) {
  // A bare name is looked for where the program says, in its RUNPATH: beside it, or in ../lib/octavo. Qt and GLib leave threads and types
  // behind that would outlive their code, so nothing is ever unloaded.
  void* module = dlopen(file, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  void* door = module ? dlsym(module, "octavo_module") : nullptr;
  if (door) return reinterpret_cast<ModuleDoor>(door);
  const char* reason = dlerror();
  throw Failure(std::string("a part of octavo cannot be loaded: ") + (reason ? reason : file) + "; " + file +
                " belongs beside the program or in ../lib/octavo");
}

}  // namespace octavo::base
