// Where memory comes from when mimalloc gives it out. A vault of ten thousand notes is spread over so many small pages that asking for them
// and finding them again takes an eighth of a check; here it comes in large ones, where the system has them to spare (Linux: transparent huge
// pages). mimalloc's own option would also take pages that an administrator has set aside for other programs.
#include <mimalloc.h>
#include <sys/mman.h>

#include <cstddef>
#include <cstdint>

namespace {

constexpr std::size_t alignment = std::size_t{32} << 20;  // of mimalloc's segments
constexpr std::size_t reserved = std::size_t{1} << 30;    // of addresses, not of memory; what is needed beyond comes in small pages

void offer_large_pages(int, char**, char**) {
  void* const area = mmap(nullptr, reserved + alignment, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (area == MAP_FAILED) return;
  const std::uintptr_t unaligned = reinterpret_cast<std::uintptr_t>(area) % alignment;
  void* const begin = static_cast<char*>(area) + (unaligned == 0 ? 0 : alignment - unaligned);
  madvise(begin, reserved, MADV_HUGEPAGE);
  constexpr bool is_committed = true, is_large = false, is_zero = true;
  mi_manage_os_memory(begin, reserved, is_committed, is_large, is_zero, -1);
}

}  // namespace

// Before anything asks for memory, and libraries do so before main(): the dynamic linker calls what stands in this section first.
[[gnu::section(".preinit_array"), gnu::used]] static void (*const called_first)(int, char**, char**) = offer_large_pages;
