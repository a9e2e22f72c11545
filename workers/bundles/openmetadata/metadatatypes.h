// SPDX-License-Identifier: MIT
//
// Types of columns in OpenMetadata's words.
#pragma once

#include "workers/base/shape.h"

namespace galley {

struct MetadataType
{
    QString display; ///< as the engine declares it
    QString name; ///< one of their list: "VARCHAR"
    int length = 0; ///< of characters or bytes; 0: none
};

MetadataType metadataTypeOf(const Column &column);

} // namespace galley
