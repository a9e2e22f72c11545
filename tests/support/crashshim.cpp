// SPDX-License-Identifier: MIT
//
// Preloaded into the program under test: kills it, as a power cut would, in front of the n-th call that
// changes files, or (GALLEY_CRASH_ON=reading) that reads a file which is still called `.part`.
// GALLEY_CRASH_AT=n; without it the calls are counted and the number is written to GALLEY_CRASH_COUNT.
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <dlfcn.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

namespace {

std::atomic<long> calls{0};

long crashAt()
{
    static const long at = [] {
        const char *text = std::getenv("GALLEY_CRASH_AT");
        return text != nullptr ? std::atol(text) : 0L;
    }();
    return at;
}

bool isOnReading()
{
    static const bool isOn = std::getenv("GALLEY_CRASH_ON") != nullptr;
    return isOn;
}

void countCall()
{
    if (++calls == crashAt())
        ::kill(::getpid(), SIGKILL);
}

void count()
{
    if (!isOnReading())
        countCall();
}

void countReading(int fd)
{
    if (!isOnReading())
        return;
    char link[64];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    char path[4096];
    const ssize_t length = ::readlink(link, path, sizeof path - 1);
    if (length <= 0)
        return;
    path[length] = 0;
    if (std::strstr(path, ".part") != nullptr)
        countCall();
}

void countFile(int fd)
{
    struct stat info = {};
    if (fd > 2 && ::fstat(fd, &info) == 0 && S_ISREG(info.st_mode))
        count();
}

template<typename Function> Function next(const char *name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

__attribute__((destructor)) void writeCount()
{
    const char *path = std::getenv("GALLEY_CRASH_COUNT");
    std::FILE *file = path != nullptr ? std::fopen(path, "w") : nullptr;
    if (file != nullptr) {
        std::fprintf(file, "%ld", calls.load());
        std::fclose(file);
    }
}

} // namespace

#define GALLEY_SHIM_FD(name, result, parameters, arguments)                                                  \
    extern "C" result name parameters                                                                        \
    {                                                                                                        \
        static const auto real = next<result(*) parameters>(#name);                                          \
        countFile(fd);                                                                                       \
        return real arguments;                                                                               \
    }
#define GALLEY_SHIM_READ(name, parameters, arguments)                                                        \
    extern "C" ssize_t name parameters                                                                       \
    {                                                                                                        \
        static const auto real = next<ssize_t(*) parameters>(#name);                                         \
        countReading(fd);                                                                                    \
        return real arguments;                                                                               \
    }
#define GALLEY_SHIM_PATH(name, parameters, arguments)                                                        \
    extern "C" int name parameters noexcept                                                                  \
    {                                                                                                        \
        static const auto real = next<int(*) parameters>(#name);                                             \
        count();                                                                                             \
        return real arguments;                                                                               \
    }

GALLEY_SHIM_FD(write, ssize_t, (int fd, const void *data, size_t size), (fd, data, size))
GALLEY_SHIM_FD(pwrite, ssize_t, (int fd, const void *data, size_t size, off_t at), (fd, data, size, at))
GALLEY_SHIM_FD(pwrite64, ssize_t, (int fd, const void *data, size_t size, off64_t at), (fd, data, size, at))
GALLEY_SHIM_FD(fsync, int, (int fd), (fd))
GALLEY_SHIM_FD(fdatasync, int, (int fd), (fd))
GALLEY_SHIM_PATH(rename, (const char *from, const char *to), (from, to))
GALLEY_SHIM_PATH(unlink, (const char *path), (path))
GALLEY_SHIM_PATH(ftruncate, (int fd, off_t size), (fd, size))
GALLEY_SHIM_PATH(ftruncate64, (int fd, off64_t size), (fd, size))
GALLEY_SHIM_READ(read, (int fd, void *data, size_t size), (fd, data, size))
GALLEY_SHIM_READ(pread, (int fd, void *data, size_t size, off_t at), (fd, data, size, at))
GALLEY_SHIM_READ(pread64, (int fd, void *data, size_t size, off64_t at), (fd, data, size, at))
