// SPDX-License-Identifier: MIT
//
// Tables that are dragged or copied: which ones, of which database. Travels as text of a media type of its
// own, so that it survives the clipboard; whoever takes it looks the database up among those that are open.
#pragma once

#include "workers/engines/engine.h"

class QMimeData;

namespace galley {

struct DraggedTables
{
    DatabaseRef database; ///< names it; never a secret
    QStringList tables; ///< as plans name them
    bool isWhole = false; ///< all tables of the database
};

QString tablesMimeType();
QByteArray encodeTables(const DraggedTables &tables);
/// Nothing where `data` holds no tables, or is broken.
std::optional<DraggedTables> tablesOf(const QMimeData &data);
/// Of local files; empty where `data` holds tables.
QStringList localPaths(const QMimeData &data);

} // namespace galley
