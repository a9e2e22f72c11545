// SPDX-License-Identifier: MIT
//
// Everything a job needs to know, as values: made by wizards and by the command line, run by jobs on any
// thread.
#pragma once

#include "workers/base/option.h"
#include "workers/changes/changeset.h"
#include "workers/changes/importsource.h"

#include <QSet>

namespace galley {

struct QueryExport
{
    QString sql;
    QString asTable;
};

struct ExportPlan
{
    DatabaseRef source;
    QStringList tables; ///< names or schema.names; empty: all (ordinary tables)
    QStringList excluded;
    QStringList schemas;
    QMap<QString, QString> where; ///< table name to condition
    std::vector<QueryExport> queries;
    QString destination; ///< a path, or "-" for standard output
    QString format = QStringLiteral("csv");
    QString bundle = QStringLiteral(
        "galley"); ///< "" for one table in one file (destination ends in a format's suffix, or is "-")
    OptionValues options;
    bool withSchema = true;
    bool withData = true;
    bool overwrite = false;
    bool verify = true;
    int workers = 0; ///< 0: as many as there are cores, at most 4
};

/// What becomes of the triggers of tables whose rows change.
enum class Triggers : quint8
{
    Fire,
    Disable ///< where the engine and the rights allow it
};

/// How tables of two servers are compared. The result is the same.
enum class Comparing : quint8
{
    Auto, ///< by what the connection to the target is measured to be
    Rows, ///< all rows travel
    Checksums, ///< only ranges of the key that differ, where the servers can compute that
};

struct ImportPlan
{
    enum class OnReject : quint8
    {
        Stop,
        Skip
    };

    ImportSource source;
    DatabaseRef target;
    QString table; ///< target of a single file; "" for its base name
    QString schema; ///< of the target, for all tables; "" for the tables' own or the usual one
    QStringList only; ///< source tables to take; empty: all
    QMap<QString, QString> rename; ///< source table to target table
    QMap<QString, QString> map; ///< source column to target column, for all tables; "" to leave it out
    QMap<QString, QString> set; ///< target column to constant
    QMap<QString, QString> types; ///< column of a table that is made to its type, by logicalTypeName()
    std::optional<ImportMode> mode; ///< not set: create for tables that do not exist, else upsert
    QStringList key; ///< empty: primary key, else a unique not-null index
    OnReject onReject = OnReject::Stop;
    QString changesetPath; ///< where the ChangeSet goes; "" for a temporary one in the state folder
    QString rejectsPath; ///< "" for none
    Triggers triggers = Triggers::Fire;
    Comparing comparing = Comparing::Auto;
    bool rehearse = true;
    bool withObjects = true; ///< recreate indexes, views, triggers of a bundle in new tables
    /// Apply follows at once: no separate rehearsal, and loads are checked while they are loaded.
    bool applyFollows = false;
};

struct ApplyPlan
{
    QString changesetPath;
    DatabaseRef target;
    /// Numbers of row changes that are not taken, as closed intervals in order.
    std::vector<std::pair<qint64, qint64>> declined;
    QStringList only; ///< target tables; empty: all
    ImportPlan::OnReject onReject = ImportPlan::OnReject::Stop;
    QString rejectsPath;
    Triggers triggers = Triggers::Fire;
    bool rehearseOnly = false; ///< end by ROLLBACK
    bool recordHistory = true;
};

struct UndoPlan
{
    QString what; ///< path of a ChangeSet, or an id of the history
    DatabaseRef target;
    bool apply = false;
    Triggers triggers = Triggers::Fire;
    bool showRows = false; ///< dry run: writes a ChangeSet to be looked at, the report's changesetPath
};

struct DiffPlan
{
    ImportSource left; ///< what would be imported
    ImportSource right; ///< the target; a bundle is allowed, too (it is never written)
    QStringList only;
    QStringList key;
    QString changesetPath;
    Comparing comparing = Comparing::Auto;
};

struct VerifyPlan
{
    QString path;
};

} // namespace galley
