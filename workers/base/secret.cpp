// SPDX-License-Identifier: MIT
#include "workers/base/secret.h"

#include <cstring>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace galley {

namespace {

size_t mappedSize(size_t size)
{
    const auto page = static_cast<size_t>(::sysconf(_SC_PAGESIZE));
    return (size + page) / page * page; // room for the NUL
}

} // namespace

Secret::Secret(std::string_view text)
{
    if (text.empty())
        return;
    void *pages =
        ::mmap(nullptr, mappedSize(text.size()), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED)
        return;
    // Neither is promised: limits on locked memory are small, and some systems have none of it.
    ::mlock(pages, mappedSize(text.size()));
    ::madvise(pages, mappedSize(text.size()), MADV_DONTDUMP);
    m_data = static_cast<char *>(pages);
    m_size = text.size();
    std::memcpy(m_data, text.data(), m_size);
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

Secret::~Secret()
{
    wipe();
}

void Secret::wipe()
{
    if (m_data == nullptr)
        return;
    wipeMemory(m_data, m_size);
    ::munmap(m_data, mappedSize(m_size));
    m_data = nullptr;
    m_size = 0;
}

void wipeMemory(void *memory, size_t size)
{
    ::explicit_bzero(memory, size);
}

void keepMemoryOutOfCoreDumps()
{
    // No kind of mapping; also holds where the dump goes to a program, which a size limit does not.
    const int filter = ::open("/proc/self/coredump_filter", O_WRONLY | O_CLOEXEC);
    if (filter < 0)
        return;
    [[maybe_unused]] const ssize_t written = ::write(filter, "0", 1);
    ::close(filter);
}

} // namespace galley
