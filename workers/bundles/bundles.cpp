// SPDX-License-Identifier: MIT
#include "workers/bundles/bundle.h"

namespace galley {

const Bundle *findBundle(const QString &id)
{
    for (const auto &bundle : bundles()) {
        if (bundle->id() == id)
            return bundle.get();
    }
    return nullptr;
}

const Bundle *detectBundle(const QString &path)
{
    for (const auto &bundle : bundles()) {
        if (bundle->recognises(path))
            return bundle.get();
    }
    return nullptr;
}

} // namespace galley
