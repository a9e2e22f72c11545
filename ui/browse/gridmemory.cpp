// SPDX-License-Identifier: MIT
#include "ui/browse/gridmemory.h"

#include "ui/settings.h"

#include <QHeaderView>

namespace galley {

namespace {

constexpr int kDelayMs = 300; // while a border is dragged
const auto kWidths = QStringLiteral("widths");
const auto kOrder = QStringLiteral("order");

} // namespace

GridMemory::GridMemory(QHeaderView *header, QString name)
    : QObject(header)
    , m_header(header)
    , m_name(std::move(name))
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &GridMemory::keep);
    connect(header, &QHeaderView::sectionResized, this, &GridMemory::changed);
    connect(header, &QHeaderView::sectionMoved, this, &GridMemory::changed);
}

void GridMemory::flush()
{
    if (m_delay.isActive())
        keep();
}

QString GridMemory::columnName(int section) const
{
    return m_header->model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
}

void GridMemory::changed()
{
    if (m_pauses == 0)
        m_delay.start();
}

void GridMemory::keep()
{
    m_delay.stop();
    if (m_header->model() == nullptr || m_header->count() == 0)
        return;
    QVariantMap widths;
    QStringList order;
    for (int place = 0; place < m_header->count(); ++place) {
        const int section = m_header->logicalIndex(place);
        widths.insert(columnName(section), m_header->sectionSize(section));
        order += columnName(section);
    }
    Settings().setShape(m_name, {{kWidths, widths}, {kOrder, order}});
}

bool GridMemory::restore()
{
    const QVariantMap shape = Settings().shape(m_name);
    const QVariantMap widths = shape.value(kWidths).toMap();
    if (widths.isEmpty())
        return false;
    pause();
    int place = 0;
    for (const QString &name : shape.value(kOrder).toStringList()) {
        for (int section = 0; section < m_header->count(); ++section) {
            if (columnName(section) != name)
                continue;
            m_header->moveSection(m_header->visualIndex(section), place++);
            const int width = widths.value(name).toInt();
            if (width >= m_header->minimumSectionSize())
                m_header->resizeSection(section, width);
            break;
        }
    }
    resume();
    return true;
}

} // namespace galley
