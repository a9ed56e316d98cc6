#pragma once
// Parts of octavo in files of their own. Their libraries take longer to load than most runs of octavo take, so they wait until they are
// asked for.
#include <memory>

namespace octavo::base {

using ModuleDoor = void* (*)();
// The function `octavo_module` of the file, which stays loaded. Throws Failure if the file or a library it needs is not there.
ModuleDoor door_of_module(const char* file);

// What the module makes: its `octavo_module` gives a new Value. Both sides include the header that declares it, and are built together.
template <class Value>
std::unique_ptr<Value> from_module(const char* file) {
  return std::unique_ptr<Value>(static_cast<Value*>(door_of_module(file)()));
}

}  // namespace octavo::base
