// SPDX-License-Identifier: MIT
#include "models/changesorder.h"

namespace galley {

ChangesOrder::ChangesOrder(ChangesLoader &loader, ChangesReview &review, QObject *parent)
    : QObject(parent)
    , m_loader(loader)
    , m_review(review)
{
    connect(&loader, &ChangesLoader::scanned, this, &ChangesOrder::takeScan);
    connect(&review, &ChangesReview::kindsChanged, this, [this](int table) {
        if (table == m_table)
            takeKinds();
    });
}

ChangesOrder::~ChangesOrder()
{
    if (m_scan)
        m_scan->cancel();
}

ChangesOrder::Look ChangesOrder::look() const
{
    const auto found = m_looks.find(m_table);
    return found == m_looks.end() ? Look() : found->second;
}

void ChangesOrder::setTable(int table)
{
    cancelSorting();
    m_table = table;
    rebuild();
}

void ChangesOrder::setShown(KindMask shown)
{
    Look &look = m_looks[m_table];
    if (look.shown == shown)
        return;
    look.shown = shown;
    if (m_table >= 0 && (shown == kAllKinds || !m_review.kinds(m_table).isEmpty()))
        rebuild();
}

void ChangesOrder::setSort(const ChangesSort &sort)
{
    if (m_table < 0 || (!m_scan && sort == this->sort()) || (m_scan && sort == m_wanted))
        return;
    cancelSorting();
    Look &look = m_looks[m_table];
    if (sort.field == ChangesSort::kByNumber) {
        look.sort = {};
        look.sorted.reset();
        rebuild();
        return;
    }
    if (sort.field == look.sort.field) { // the other way round
        look.sort = sort;
        rebuild();
        return;
    }
    m_wanted = sort;
    m_scan = makeSortScan(m_table, sort.field);
    Q_EMIT sorting(0, m_review.table(m_table).changeCount);
    m_loader.run(m_scan);
}

void ChangesOrder::cancelSorting()
{
    if (!m_scan)
        return;
    m_scan->cancel();
    m_scan.reset();
    Q_EMIT sorting(0, 0);
}

void ChangesOrder::takeScan(const ChangesLoader::ScanPtr &scan, bool isEnd)
{
    if (scan != m_scan)
        return;
    if (!isEnd) {
        Q_EMIT sorting(std::min(scan->done(), scan->total() - 1), scan->total());
        return;
    }
    const RowOrder::Sorted sorted = sortedBy(*scan);
    m_scan.reset();
    Q_EMIT sorting(scan->total(), scan->total());
    // Where reading failed the rows stay as they were.
    if (static_cast<qint64>(sorted->size()) != m_review.table(m_table).changeCount)
        return;
    Look &look = m_looks[m_table];
    look.sort = m_wanted;
    look.sorted = sorted;
    rebuild();
}

void ChangesOrder::takeKinds()
{
    const Look look = this->look();
    if (look.shown != kAllKinds) {
        rebuild();
        return;
    }
    m_rows = build();
    Q_EMIT kindsKnown();
}

void ChangesOrder::rebuild()
{
    Q_EMIT aboutToChange();
    m_rows = build();
    Q_EMIT changed();
}

RowOrder ChangesOrder::build() const
{
    if (m_table < 0)
        return {};
    const Look look = this->look();
    const QByteArray kinds = m_review.kinds(m_table);
    const KindMask mask = kinds.isEmpty() ? kAllKinds : look.shown;
    if (look.sorted)
        return {look.sorted, kinds, mask, look.sort.isDescending};
    return RowOrder(kinds.isEmpty() ? KindFilter(m_review.table(m_table).changeCount)
                                    : KindFilter(kinds, mask));
}

} // namespace galley
