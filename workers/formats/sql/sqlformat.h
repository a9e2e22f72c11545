// SPDX-License-Identifier: MIT
//
// SQL scripts as data: rows in INSERT statements of literals, and in PostgreSQL's COPY … FROM stdin blocks.
// Nothing of a script is ever run: literals are read, everything else is refused by line.
#pragma once

#include "workers/formats/format.h"

namespace galley {

std::unique_ptr<Format> makeSqlFormat();

} // namespace galley
