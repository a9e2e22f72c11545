// SPDX-License-Identifier: MIT
#include "models/dropplan.h"

#include "models/wording.h"
#include "workers/engines/comments/commentsengine.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace galley {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(galley::DropPlan)
};

QString fileName(const QString &path)
{
    return QFileInfo(path).fileName();
}

/// "table orders of shop.sqlite", "schema archive of live", "shop.sqlite"; "" where nothing is meant.
QString placeName(const DropTarget &target)
{
    if (!target.database)
        return {};
    const QString database = databaseTitle(*target.database);
    if (!target.table.isEmpty())
        return Words::tr("table %1 of %2").arg(target.table, database);
    return target.schema.isEmpty() ? database : Words::tr("schema %1 of %2").arg(target.schema, database);
}

ImportPlan planFor(const DropTarget &target)
{
    ImportPlan plan;
    if (target.database)
        plan.target = *target.database;
    if (target.table.isEmpty()) // a table is named with its schema where that matters
        plan.schema = target.schema;
    return plan;
}

/// Sorts files by what becomes of each.
class FileSorter
{
public:
    explicit FileSorter(const DropTarget &target)
        : m_target(target)
    {
    }
    void add(const SniffedFile &file)
    {
        switch (file.kind) {
        case SniffedFile::Kind::Database:
            return addDatabase(file.path);
        case SniffedFile::Kind::ChangeSet:
            m_plan.changeSets += file.path;
            return;
        case SniffedFile::Kind::Bundle:
            m_plan.imports += file.path;
            return;
        case SniffedFile::Kind::Files:
            return addFolder(file.path);
        case SniffedFile::Kind::Rows:
            m_rows += file.path;
            return;
        case SniffedFile::Kind::Unknown:
            break;
        }
        m_plan.refused += Words::tr("%1 cannot be opened: %2").arg(fileName(file.path), file.why);
    }
    DropPlan finish()
    {
        // Two files for one table are two imports; a table each is one.
        const bool isTogether =
            m_rows.size() > 1 && m_target.table.isEmpty() && !m_target.isWebServer && !isForComments();
        if (isTogether) {
            ImportPlan plan = planFor(m_target);
            plan.source.files = m_rows;
            plan.source.path = QFileInfo(m_rows.front()).absolutePath();
            m_plan.transfers.push_back(plan);
        } else {
            m_plan.imports += m_rows;
        }
        return std::move(m_plan);
    }
    qsizetype rowCount() const { return m_rows.size(); }

private:
    bool isForComments() const { return m_target.database && m_target.database->engine == comments::kEngine; }
    bool takesTables() const { return m_target.database && !m_target.isWebServer && !isForComments(); }
    /// On a table it is a source of rows; on a database, tables to be copied; elsewhere something to look at.
    void addDatabase(const QString &path)
    {
        if (!takesTables() || m_target.isReadOnly || m_target.isBeside) {
            m_plan.databases += path;
            return;
        }
        if (!m_target.table.isEmpty()) {
            m_plan.imports += path;
            return;
        }
        ImportPlan plan = planFor(m_target);
        plan.source.path = path;
        plan.source.database = DatabaseRef{QStringLiteral("sqlite"), path, {}};
        m_plan.transfers.push_back(plan);
    }
    void addFolder(const QString &path)
    {
        if (m_target.isWebServer || isForComments() || !m_target.table.isEmpty()) {
            m_plan.refused +=
                Words::tr("%1 cannot be imported here: it holds several files").arg(fileName(path));
            return;
        }
        ImportPlan plan = planFor(m_target);
        plan.source.path = path;
        m_plan.transfers.push_back(plan);
    }

    const DropTarget &m_target;
    DropPlan m_plan;
    QStringList m_rows;
};

QString importText(const DropPlan &plan, const DropTarget &target)
{
    const QString place = placeName(target);
    const qsizetype count = plan.imports.size();
    if (count == 0)
        return {};
    if (count == 1)
        return place.isEmpty() ? Words::tr("Import %1").arg(fileName(plan.imports.front()))
                               : Words::tr("Import %1 into %2").arg(fileName(plan.imports.front()), place);
    return place.isEmpty() ? Words::tr("Import %1 files, one after the other").arg(count)
                           : Words::tr("Import %1 files into %2, one after the other").arg(count).arg(place);
}

QString transferText(const ImportPlan &plan, const DropTarget &target)
{
    const QString place = placeName(target);
    const qsizetype count = plan.source.files.size();
    if (count > 0)
        return place.isEmpty() ? Words::tr("Import %1 files together, a table each").arg(count)
                               : Words::tr("Import %1 files into %2, a table each").arg(count).arg(place);
    if (plan.source.database)
        return Words::tr("Copy the tables of %1 to %2 (preview first)")
            .arg(fileName(plan.source.path), place);
    return place.isEmpty()
        ? Words::tr("Import the files in %1").arg(fileName(plan.source.path))
        : Words::tr("Import the files in %1 into %2").arg(fileName(plan.source.path), place);
}

QString textOf(const DropPlan &plan, const DropTarget &target)
{
    QStringList lines;
    for (const QString &path : plan.databases)
        lines += Words::tr("Open %1").arg(fileName(path));
    for (const QString &path : plan.changeSets)
        lines += Words::tr("Show the changes in %1").arg(fileName(path));
    if (const QString text = importText(plan, target); !text.isEmpty())
        lines += text;
    for (const ImportPlan &transfer : plan.transfers)
        lines += transferText(transfer, target);
    const bool imports = !plan.imports.isEmpty() || !plan.transfers.empty();
    if (imports && target.isReadOnly)
        lines +=
            Words::tr("%1 is read-only: the files are only compared").arg(databaseTitle(*target.database));
    return (lines + plan.refused).join(QLatin1Char('\n'));
}

DropPlan refused(const QString &why)
{
    DropPlan plan;
    plan.text = why;
    return plan;
}

} // namespace

QString databaseTitle(const DatabaseRef &database)
{
    return database.connection.isEmpty() ? database.displayName() : database.connection;
}

DropPlan planFiles(const std::vector<SniffedFile> &files, const DropTarget &target)
{
    if (target.isView)
        return refused(Words::tr("Cannot import into the view %1").arg(target.table));
    FileSorter sorter(target);
    for (const SniffedFile &file : files)
        sorter.add(file);
    DropPlan plan = sorter.finish();
    plan.isAllowed =
        plan.databases.size() + plan.changeSets.size() + plan.imports.size() > 0 || !plan.transfers.empty();
    plan.text = textOf(plan, target);
    return plan;
}

DropPlan planUnknownFiles(const QStringList &paths, const DropTarget &target)
{
    if (target.isView)
        return refused(Words::tr("Cannot import into the view %1").arg(target.table));
    DropPlan plan;
    plan.isAllowed = !paths.isEmpty();
    const QString what =
        paths.size() == 1 ? fileName(paths.front()) : Words::tr("%1 files").arg(paths.size());
    const QString place = placeName(target);
    plan.text = place.isEmpty() ? Words::tr("Look at %1").arg(what)
                                : Words::tr("Look at %1, for %2").arg(what, place);
    return plan;
}

DropPlan planTables(const DraggedTables &tables, const DropTarget &target)
{
    const qsizetype count = tables.tables.size();
    const QString from = databaseTitle(tables.database);
    const QString what = count == 1 ? Words::tr("table %1").arg(tables.tables.front())
        : tables.isWhole            ? Words::tr("all %1 tables of %2").arg(count).arg(from)
                                    : Words::tr("%1 tables").arg(count);
    if (!target.database || (target.isBeside && target.table.isEmpty()))
        return refused(Words::tr("Drop it on a database, to copy %1 there").arg(what));
    const QString to = databaseTitle(*target.database);
    if (isSameDatabase(tables.database, *target.database))
        return refused(count == 1 ? Words::tr("Cannot: the table is in %1 already").arg(to)
                                  : Words::tr("Cannot: the tables are in %1 already").arg(to));
    if (target.isWebServer || target.database->engine == comments::kEngine)
        return refused(Words::tr("Cannot copy to %1: it takes files, not tables").arg(to));
    if (target.isReadOnly)
        return refused(Words::tr("Cannot copy to %1: the connection is read-only").arg(to));
    const bool isOntoTable = count == 1 && !target.table.isEmpty();
    if (isOntoTable && target.isView)
        return refused(Words::tr("Cannot copy into the view %1").arg(target.table));
    DropTarget place = target;
    if (!isOntoTable)
        place.table.clear();
    ImportPlan transfer = planFor(place);
    transfer.source.path = tables.database.location;
    transfer.source.database = tables.database;
    if (!tables.isWhole)
        transfer.only = tables.tables;
    if (isOntoTable)
        transfer.rename.insert(tables.tables.front(), target.table);
    DropPlan plan;
    plan.isAllowed = true;
    plan.transfers.push_back(transfer);
    plan.text = isOntoTable
        ? Words::tr("Copy the rows of %1 into %2 (preview first)").arg(what, placeName(place))
        : Words::tr("Copy %1 to %2 (preview first)").arg(what, placeName(place));
    return plan;
}

} // namespace galley
