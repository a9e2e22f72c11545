// SPDX-License-Identifier: MIT
#include "ui/dropguide.h"

#include "models/catalogmodel.h"
#include "models/connectionbook.h"
#include "models/wording.h"
#include "ui/servers/servertransfers.h"
#include "ui/transfers.h"
#include "ui/widgets/dropghost.h"

#include <QMimeData>
#include <QWidget>

#include <algorithm>

namespace galley {

namespace {

/// A file's name may hold anything; the breaks between lines are ours.
QString escapeLines(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(QLatin1Char('\n')))
        lines += escapeControls(line);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

DropGuide::DropGuide(const CatalogModel &catalog, const ConnectionBook &book, Transfers &transfers,
                     QWidget *window)
    : QObject(window)
    , m_catalog(catalog)
    , m_book(book)
    , m_transfers(transfers)
    , m_window(window)
    , m_ghost(new DropGhost(window))
{
}

DropGuide::~DropGuide() = default;

DropTarget DropGuide::targetOf(const Session *session, const TableName &table, const QString &schema) const
{
    DropTarget target;
    if (session == nullptr)
        return target;
    target.database = m_book.guarded(session->database());
    target.isReadOnly = target.database->isReadOnly;
    target.isWebServer = ServerTransfers::isServer(session->database());
    target.schema = schema;
    if (table.name.isEmpty() || !session->catalog())
        return target;
    target.table = plainName(*session->catalog(), table);
    target.isView = std::ranges::any_of(session->catalog()->views,
                                        [&](const ViewInfo &view) { return view.name == table; });
    return target;
}

bool DropGuide::enter(const QMimeData &data)
{
    const std::optional<DraggedTables> tables = tablesOf(data);
    const QStringList paths = localPaths(data);
    m_isDropped = false;
    m_tables = tables;
    if (paths != m_paths || tables) {
        m_paths = tables ? QStringList() : paths;
        m_files.reset();
        if (!m_paths.isEmpty())
            look(m_paths);
    }
    return tables || !m_paths.isEmpty();
}

void DropGuide::look(const QStringList &paths)
{
    m_transfers.sniff(paths, [this, number = ++m_look](const std::vector<SniffedFile> &files) {
        if (number != m_look)
            return;
        m_files = files;
        if (std::exchange(m_isDropped, false)) {
            const DropPlan plan = planFor(m_target);
            m_paths.clear();
            m_files.reset();
            Q_EMIT dropped(plan, m_target);
        } else if (!m_ghost->isHidden()) {
            show();
        }
    });
}

DropPlan DropGuide::planFor(const DropTarget &target) const
{
    if (m_tables) {
        // Only what is open here is read: the names come from whoever was dragged from.
        if (const Session *session = m_catalog.find(m_tables->database)) {
            DraggedTables known = *m_tables;
            known.database = session->database();
            return planTables(known, target);
        }
        DropPlan plan;
        plan.text = tr("Open %1 in this window first").arg(databaseTitle(m_tables->database));
        return plan;
    }
    return m_files ? planFiles(*m_files, target) : planUnknownFiles(m_paths, target);
}

bool DropGuide::move(const DropTarget &target, const QPoint &at)
{
    m_target = target;
    m_at = at;
    show();
    return m_ghost->isAllowed();
}

void DropGuide::show()
{
    const DropPlan plan = planFor(m_target);
    m_ghost->say(escapeLines(plan.text), plan.isAllowed, m_window->mapFromGlobal(m_at));
}

void DropGuide::leave()
{
    m_ghost->hide();
    Q_EMIT left();
}

void DropGuide::drop(const QMimeData &data, const DropTarget &target)
{
    m_ghost->hide();
    if (m_paths != localPaths(data) || m_tables || data.hasFormat(tablesMimeType()))
        enter(data);
    if (!m_tables && m_paths.isEmpty())
        return;
    m_target = target;
    m_isDropped = !m_tables && !m_files;
    if (m_isDropped)
        return;
    const DropPlan plan = planFor(target);
    // A file that is dropped again may be another one by then.
    m_paths.clear();
    m_files.reset();
    Q_EMIT dropped(plan, target);
}

} // namespace galley
