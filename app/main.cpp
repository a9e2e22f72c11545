// SPDX-License-Identifier: MIT
//
// galley VERB … runs without a display; everything else is the window.
#include "app/cli/cli.h"
#include "app/window.h"

int main(int argc, char **argv)
{
    return galley::cli::isCommandLine(argc, argv) ? galley::cli::run(argc, argv)
                                                  : galley::runWindow(argc, argv);
}
