// SPDX-License-Identifier: MIT
#include "models/childrenwatch.h"

#include "models/wording.h"

namespace galley {

namespace {

constexpr int kWaitMs = 150;

} // namespace

ChildrenWatch::ChildrenWatch(ChangesLoader &loader, ChangesReview &review, QObject *parent)
    : QObject(parent)
    , m_loader(loader)
    , m_review(review)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kWaitMs);
    connect(&m_timer, &QTimer::timeout, this, &ChildrenWatch::look);
    connect(&review, &ChangesReview::decided, this, [this] { m_timer.start(); });
    connect(&loader, &ChangesLoader::scanned, this, [this](const ChangesLoader::ScanPtr &scan, bool isEnd) {
        if (scan != m_scan || !isEnd)
            return;
        m_isDone = true;
        Q_EMIT changed();
    });
}

ChildrenWatch::~ChildrenWatch()
{
    if (m_scan)
        m_scan->cancel();
}

void ChildrenWatch::look()
{
    if (m_scan)
        m_scan->cancel();
    m_scan.reset();
    m_isDone = false;
    if (m_review.hasFile() && !m_review.declined().isEmpty()) {
        m_scan = std::make_shared<ChildrenScan>(m_review.declined());
        m_loader.run(m_scan);
    }
    Q_EMIT changed();
}

QString ChildrenWatch::warning() const
{
    return count() == 0
        ? QString()
        : counted(count(), tr("1 row refers to rows that you declined, and cannot be made without them."),
                  tr("%1 rows refer to rows that you declined, and cannot be made without "
                     "them."));
}

void ChildrenWatch::declineToo()
{
    if (count() == 0)
        return;
    const auto found = m_scan->found();
    m_scan.reset();
    for (const auto &[table, some] : found)
        m_review.decline(table, some.numbers, some.kinds);
}

} // namespace galley
