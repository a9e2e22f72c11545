// SPDX-License-Identifier: MIT
#include "models/changessearch.h"

#include <algorithm>

namespace galley {

ChangesSearch::ChangesSearch(ChangesLoader &loader, ChangesModel &model, QObject *parent)
    : QObject(parent)
    , m_loader(loader)
    , m_model(model)
{
    connect(&loader, &ChangesLoader::scanned, this, &ChangesSearch::takeScan);
    // Rows have other numbers now.
    connect(&model, &ChangesModel::modelReset, this, [this] { m_step.reset(); });
}

ChangesSearch::~ChangesSearch()
{
    if (m_scan)
        m_scan->cancel();
    if (m_cells)
        m_cells->cancel();
}

void ChangesSearch::start(const QString &text, const std::vector<bool> &fields)
{
    cancel();
    m_needle = CellNeedle(text);
    m_fields = fields;
    m_step.reset();
    m_found = 0;
    m_done = 0;
    m_total = m_model.table() < 0 || text.isEmpty() ? 0 : m_model.changeCount();
    m_hits.assign(static_cast<size_t>(m_total), false);
    if (m_total > 0) {
        m_scan = std::make_shared<SearchScan>(m_model.table(), m_needle, fields);
        m_loader.run(m_scan);
    }
    Q_EMIT changed();
}

void ChangesSearch::cancel()
{
    if (!m_scan)
        return;
    m_scan->cancel();
    m_scan.reset();
    Q_EMIT changed();
}

void ChangesSearch::takeScan(const ChangesLoader::ScanPtr &scan, bool isEnd)
{
    if (scan == m_cells) {
        const std::shared_ptr<CellsScan> cells = std::exchange(m_cells, nullptr);
        takeCells(*cells);
        return;
    }
    if (scan != m_scan)
        return;
    const qint64 before = m_found;
    for (const quint32 index : m_scan->takeFound()) {
        m_hits[index] = true;
        ++m_found;
    }
    m_done = scan->done();
    if (isEnd)
        m_scan.reset();
    if (m_step && !m_cells && (isEnd || m_found > before))
        goOn();
    Q_EMIT changed();
}

void ChangesSearch::next(const QModelIndex &from, int step)
{
    if (m_needle.isEmpty() || m_model.rowCount() == 0)
        return;
    const int first = step > 0 ? 0 : m_model.rowCount() - 1;
    m_step = Step{from.isValid() ? from.row() : first, from.isValid() ? from.column() : -1, step, 0};
    m_step->at = m_step->row;
    m_hasWrapped = false;
    // In the row where it begins there may be more.
    if (isHit(m_model.changeIndex(m_step->row)))
        askFor(m_step->row);
    else
        goOn();
}

/// To the next row with the text behind m_step->at.
void ChangesSearch::goOn()
{
    const qint64 row = m_found == 0 || m_model.rowCount() == 0
        ? -1
        : m_model.rows().nextMarked(m_step->at, m_step->direction, m_hits);
    if (row >= 0) {
        m_hasWrapped = m_step->direction > 0 ? row <= m_step->row : row >= m_step->row;
        askFor(static_cast<int>(row));
    } else if (!isRunning()) {
        m_step.reset();
    }
}

void ChangesSearch::askFor(int row)
{
    m_step->at = row;
    m_cells = std::make_shared<CellsScan>(m_model.table(), m_model.changeIndex(row), m_needle, m_fields);
    m_loader.run(m_cells);
}

void ChangesSearch::takeCells(const CellsScan &scan)
{
    if (!m_step || scan.table() != m_model.table() || m_step->at >= m_model.rowCount()
        || m_model.changeIndex(m_step->at) != scan.index())
        return;
    std::vector<int> columns;
    for (const CellsScan::Found &cell : scan.found())
        columns.push_back(m_model.columnFor(
            cell.isAfter ? ChangesModel::Side::After : ChangesModel::Side::Now, cell.field));
    if (m_step->direction < 0)
        std::reverse(columns.begin(), columns.end());
    for (const int column : columns) {
        const bool isBehind = m_step->direction > 0 ? column > m_step->column : column < m_step->column;
        if (m_step->at == m_step->row && !m_hasWrapped && m_step->column >= 0 && !isBehind)
            continue;
        const QModelIndex index = m_model.index(m_step->at, column);
        m_step.reset();
        Q_EMIT reached(index);
        return;
    }
    goOn();
}

} // namespace galley
