// SPDX-License-Identifier: MIT
#include "ui/dragout.h"

#include "models/catalogmodel.h"
#include "models/wording.h"
#include "ui/exportedfile.h"
#include "ui/widgets/theme.h"

#include <QCursor>
#include <QDrag>
#include <QGuiApplication>
#include <QPainter>
#include <QWidget>

#include <algorithm>

namespace galley {

namespace {

/// The sign of a table and how many, on the pointer.
QPixmap dragPixmap(const QWidget &window, const QString &text)
{
    const QFontMetrics metrics(window.font());
    const QSize size(metrics.horizontalAdvance(text) + kIconSize + 3 * kSpace, metrics.height() + 2 * kSpace);
    QPixmap pixmap(size * window.devicePixelRatioF());
    pixmap.setDevicePixelRatio(window.devicePixelRatioF());
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(window.palette().color(QPalette::Base));
    painter.setPen(accentColor(Accent::Brand));
    painter.drawRoundedRect(QRectF(QPointF(), size).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    icon(QStringLiteral("table"))
        .paint(&painter, QRect(kSpace, (size.height() - kIconSize) / 2, kIconSize, kIconSize));
    painter.setPen(window.palette().color(QPalette::Text));
    painter.drawText(QRect(kIconSize + 2 * kSpace, 0, size.width(), size.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, text);
    return pixmap;
}

} // namespace

DragOut::DragOut(const CatalogModel &catalog, SecretSource &secrets, QWidget *window)
    : QObject(window)
    , m_catalog(catalog)
    , m_secrets(secrets)
    , m_window(window)
{
}

DragOut::~DragOut() = default;

/// As far as is known without asking the database.
bool DragOut::isSmall(const DraggedTables &tables) const
{
    const Session *session = m_catalog.find(tables.database);
    if (session == nullptr || !session->catalog())
        return false;
    qint64 rows = 0;
    for (const TableInfo &table : session->catalog()->tables) {
        if (!tables.tables.contains(plainName(*session->catalog(), table.shape.name)))
            continue;
        const qint64 count = session->rowCount(table.shape.name);
        rows += count;
        if (count < 0 || rows > kMostRows)
            return false;
    }
    return true;
}

std::unique_ptr<QMimeData> DragOut::dataFor(const DraggedTables &tables)
{
    std::unique_ptr<QMimeData> data;
    if (isSmall(tables)) {
        ExportPlan plan;
        plan.source = tables.database;
        plan.tables = tables.tables;
        m_files.push_back(std::make_shared<ExportedFile>(plan, m_secrets));
        data = std::make_unique<ExportedData>(m_files.back());
    } else {
        data = std::make_unique<QMimeData>();
    }
    data->setData(tablesMimeType(), encodeTables(tables));
    data->setText(tables.tables.join(QLatin1Char('\n')));
    return data;
}

void DragOut::prepare()
{
    if (!m_files.empty())
        m_files.back()->begin();
}

void DragOut::drag(const DraggedTables &tables)
{
    auto *drag = new QDrag(m_window);
    drag->setMimeData(dataFor(tables).release());
    drag->setPixmap(dragPixmap(
        *m_window, counted(tables.tables.size(), escapeControls(tables.tables.front()), tr("%1 tables"))));
    const bool isFile = drag->mimeData()->hasUrls();
    const Qt::DropAction done = drag->exec(Qt::CopyAction);
    // Ended by Escape, the button is still held.
    const bool isLetGo = !(QGuiApplication::mouseButtons() & Qt::LeftButton);
    if (done != Qt::IgnoreAction || isFile || !isLetGo || m_window->frameGeometry().contains(QCursor::pos()))
        return;
    ExportPlan plan;
    plan.source = tables.database;
    plan.tables = tables.tables;
    Q_EMIT exportWanted(plan);
}

} // namespace galley
