// SPDX-License-Identifier: MIT
#include "models/tablesketches.h"

#include "models/wording.h"

#include <algorithm>

namespace galley {

namespace {

/// A piece is looked at on the UI thread, between two frames.
constexpr qint64 kCellsEachPiece = 10'000;
constexpr qint64 kMostRowsEachPiece = 1'000;
constexpr qint64 kFirstPiece = 50;
/// Long values make the sample shorter.
constexpr size_t kMostBytes = 32 * 1024 * 1024;

} // namespace

TableSketches::TableSketches(Session *session, TableName table, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_table(std::move(table))
{
    connect(session, &Session::rowsLoaded, this, [this](quint64 request, const RowPagePtr &page) {
        if (request == m_request && m_request != 0)
            take(page);
    });
    connect(session, &Session::rowsFailed, this, [this](quint64 request) {
        if (request == m_request && m_request != 0)
            finish(false); // the grid says why
    });
}

TableSketches::~TableSketches()
{
    stop();
}

void TableSketches::start()
{
    stop();
    m_rows = 0;
    m_bytes = 0;
    m_isAll = false;
    m_names.clear();
    m_sketchers.clear();
    ask();
}

void TableSketches::stop()
{
    if (m_session && m_request != 0)
        m_session->cancel(m_request);
    m_request = 0;
}

void TableSketches::ask()
{
    if (!m_session)
        return;
    RowsRequest request;
    request.table = m_table;
    request.first = m_rows;
    const auto columns = static_cast<qint64>(std::max<size_t>(1, m_names.size()));
    const qint64 fitting = std::clamp<qint64>(kCellsEachPiece / columns, kFirstPiece, kMostRowsEachPiece);
    // How many columns there are is known from the first.
    request.limit = std::min(m_names.empty() ? kFirstPiece : fitting, kMostRows - m_rows);
    m_asked = request.limit;
    m_request = m_session->requestRows(request);
}

void TableSketches::take(const RowPagePtr &page)
{
    m_request = 0;
    const auto &columns = page->shape().columns;
    if (m_sketchers.empty()) {
        for (const Column &column : columns) {
            m_names.push_back(column.name);
            m_sketchers.emplace_back(column);
        }
    }
    if (m_sketchers.size() != columns.size())
        return finish(false); // the table was changed meanwhile
    for (qsizetype row = 0; row < page->rowCount(); ++row) {
        for (size_t i = 0; i < m_sketchers.size(); ++i) {
            const auto column = static_cast<qsizetype>(i);
            m_sketchers[i].add(page->cell(row, column), page->fullSize(row, column));
        }
    }
    m_rows += page->rowCount();
    m_bytes += page->byteCount();
    const bool isAll = page->rowCount() < m_asked;
    if (isAll || m_rows >= kMostRows || m_bytes > kMostBytes)
        return finish(isAll);
    ask();
}

void TableSketches::finish(bool isAll)
{
    m_request = 0;
    m_isAll = isAll;
    m_sampled = m_rows;
    m_sketches.clear();
    for (size_t i = 0; i < m_sketchers.size(); ++i)
        m_sketches[m_names[i]] = m_sketchers[i].sketch();
    m_sketchers.clear();
    Q_EMIT changed();
}

const ColumnSketch *TableSketches::find(const QString &column) const
{
    const auto found = m_sketches.find(column);
    return found == m_sketches.end() || found->second.rows == 0 ? nullptr : &found->second;
}

QString TableSketches::sampleText() const
{
    if (m_sampled == 0)
        return {};
    return m_isAll ? counted(m_sampled, tr("the only row"), tr("all %1 rows"))
                   : counted(m_sampled, tr("the first row"), tr("the first %1 rows"));
}

QString TableSketches::text(const QString &column) const
{
    const ColumnSketch *sketch = find(column);
    return sketch == nullptr ? QString() : tr("%1: %2").arg(sampleText(), sketchText(*sketch));
}

} // namespace galley
