// SPDX-License-Identifier: MIT
//
// galley VERB … runs here, without a display and without the libraries that one needs: loading those takes
// longer than many a verb. Everything else is the window, a program of its own beside this one.
#include "app/cli/cli.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include <malloc.h>
#include <unistd.h>

namespace {

/// Becomes the window; returns only where that fails.
int becomeWindow(char **argv)
{
    std::error_code problem;
    const auto here = std::filesystem::read_symlink("/proc/self/exe", problem);
    const std::string program = (here.parent_path() / "galley-window").string();
    ::execv(program.c_str(), argv);
    std::fprintf(stderr, "galley: the window cannot be opened: %s: %s\n", program.c_str(),
                 std::strerror(errno));
    return 69; // as EX_UNAVAILABLE of sysexits.h
}

} // namespace

int main(int argc, char **argv)
{
    // Large buffers go back to the system when they are let go of: a Parquet export keeps 30 MB less.
    mallopt(M_MMAP_THRESHOLD, 1024 * 1024);
    return galley::cli::isCommandLine(argc, argv) ? galley::cli::run(argc, argv) : becomeWindow(argv);
}
