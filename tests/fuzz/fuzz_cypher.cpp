// SPDX-License-Identifier: MIT
#include "workers/bundles/kuzu/kuzuscripts.h"
#include "workers/bundles/kuzu/kuzuvalue.h"

#include <cstdlib>

using namespace galley;

/// Any bytes as any script of Kùzu, and as a value of a nested type.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    KuzuSchema schema;
    const auto read = readKuzuSchema(bytes, {}, schema);
    if (read && schema.nodes.size() + schema.relations.size() > size)
        std::abort();
    const auto copies = readKuzuCopies(bytes, {});
    for (size_t i = 0; copies && i < copies->size(); ++i) {
        if ((*copies)[i].file.contains(QLatin1Char('/')))
            std::abort(); // a file outside the folder
    }
    const auto indexes = readKuzuIndexes(bytes, {});
    static const auto type =
        kuzuTypeFromText(QStringLiteral("STRUCT(a STRING[], b MAP(STRING, DECIMAL(5, 1)), c INTERVAL)[]"));
    Arena arena;
    Cell cell;
    (void)KuzuValue(*type).decode({reinterpret_cast<const char *>(data), size}, arena, cell);
    if (indexes && static_cast<size_t>(indexes->size()) > size)
        std::abort(); // a statement is longer than nothing
    return 0;
}
