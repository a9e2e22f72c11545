// SPDX-License-Identifier: MIT
#include "models/changesreview.h"

#include "models/wording.h"

#include <QLocale>

namespace galley {

namespace {

QString number(qint64 value)
{
    return QLocale().toString(value);
}

} // namespace

ReviewCounts &ReviewCounts::operator+=(const ReviewCounts &other)
{
    inserted += other.inserted;
    updated += other.updated;
    deleted += other.deleted;
    loaded += other.loaded;
    declined += other.declined;
    return *this;
}

ChangesReview::ChangesReview(QObject *parent)
    : QObject(parent)
{
}

void ChangesReview::setFile(ChangesLoader::FilePtr file)
{
    m_file = std::move(file);
    m_declined = {};
    m_tables.assign(m_file->tables.size(), {});
    Q_EMIT fileChanged();
}

int ChangesReview::tableCount() const
{
    return static_cast<int>(m_tables.size());
}

bool ChangesReview::isLoad(int table) const
{
    return this->table(table).kind != ChangeSetTable::Kind::Changes;
}

void ChangesReview::setKinds(int table, const QByteArray &kinds)
{
    m_tables[static_cast<size_t>(table)].kinds = kinds;
    Q_EMIT kindsChanged(table);
}

void ChangesReview::setTaken(int table, qint64 number, ChangeKind kind, bool isTaken)
{
    if (m_isLocked || this->isTaken(number) == isTaken)
        return;
    if (isTaken)
        m_declined.remove(number, number);
    else
        m_declined.add(number, number);
    m_tables[static_cast<size_t>(table)].declined[static_cast<size_t>(kind)] += isTaken ? -1 : 1;
    Q_EMIT decided(table);
}

void ChangesReview::setAllTaken(int table, KindMask mask, bool isTaken)
{
    const ChangeSetTable &info = this->table(table);
    if (m_isLocked || info.changeCount == 0)
        return;
    std::vector<IntervalSet::Interval> which{{0, info.changeCount - 1}};
    if (mask != kAllKinds)
        which = KindFilter(kinds(table), mask).intervals();
    for (auto &[first, last] : which) {
        first += info.firstChange;
        last += info.firstChange;
    }
    if (isTaken)
        m_declined.remove(which);
    else
        m_declined.add(which);
    const std::array<qint64, 3> all{info.counts.inserted, info.counts.updated, info.counts.deleted};
    for (size_t kind = 0; kind < all.size(); ++kind) {
        if ((mask >> kind & 1U) != 0)
            m_tables[static_cast<size_t>(table)].declined[kind] = isTaken ? 0 : all[kind];
    }
    Q_EMIT decided(table);
}

void ChangesReview::decline(int table, const std::vector<IntervalSet::Interval> &numbers,
                            const std::array<qint64, 3> &kinds)
{
    if (m_isLocked)
        return;
    m_declined.add(numbers);
    for (size_t kind = 0; kind < kinds.size(); ++kind)
        m_tables[static_cast<size_t>(table)].declined[kind] += kinds[kind];
    Q_EMIT decided(table);
}

Qt::CheckState ChangesReview::tableState(int table) const
{
    const Table &state = m_tables[static_cast<size_t>(table)];
    if (isLoad(table))
        return state.isLoadDeclined ? Qt::Unchecked : Qt::Checked;
    const qint64 declined = state.declined[0] + state.declined[1] + state.declined[2];
    if (declined == 0)
        return Qt::Checked;
    return declined == this->table(table).changeCount ? Qt::Unchecked : Qt::PartiallyChecked;
}

void ChangesReview::setTableTaken(int table, bool isTaken)
{
    if (!isLoad(table)) {
        setAllTaken(table, kAllKinds, isTaken);
        return;
    }
    if (m_isLocked)
        return;
    m_tables[static_cast<size_t>(table)].isLoadDeclined = !isTaken;
    Q_EMIT decided(table);
}

void ChangesReview::setOnReject(ImportPlan::OnReject onReject)
{
    m_onReject = onReject;
    Q_EMIT decided(-1);
}

ReviewCounts ChangesReview::counts(int table) const
{
    const RowCounts &all = this->table(table).counts;
    const Table &state = m_tables[static_cast<size_t>(table)];
    ReviewCounts out;
    if (isLoad(table)) {
        // A replace empties the table first: those rows are changes (deletes) before the load.
        const qint64 rows = all.inserted > 0 ? all.inserted : all.rows - all.rejected;
        (state.isLoadDeclined ? out.declined : out.loaded) = rows;
        return out;
    }
    out.inserted = all.inserted - state.declined[0];
    out.updated = all.updated - state.declined[1];
    out.deleted = all.deleted - state.declined[2];
    out.declined = state.declined[0] + state.declined[1] + state.declined[2];
    return out;
}

ReviewCounts ChangesReview::totals() const
{
    ReviewCounts sum;
    for (int table = 0; table < tableCount(); ++table)
        sum += counts(table);
    return sum;
}

/// "in Album of shop.db", "in 3 tables of shop.db": those where something will happen.
QString ChangesReview::scopeText() const
{
    QStringList touched;
    for (int table = 0; table < tableCount(); ++table) {
        if (counts(table).made() > 0)
            touched += shownName(this->table(table).target.shape.name);
    }
    const QString where = touched.size() == 1 ? tr("in %1").arg(touched.constFirst())
                                              : counted(touched.size(), tr("in 1 table"), tr("in %1 tables"));
    return tr("%1 of %2").arg(where, escapeControls(m_file->header.target.displayName()));
}

QString ChangesReview::sentence() const
{
    const ReviewCounts sum = totals();
    if (sum.made() + sum.declined == 0)
        return tr("Nothing will change: the target already holds what the source says.");
    if (sum.made() == 0)
        return tr("Nothing will change: all %1 changes are declined.").arg(number(sum.declined));
    // The first number has the verb, the others lean on it.
    QStringList parts;
    const auto add = [&](qint64 count, const QString &one, const QString &many, const QString &further) {
        if (count > 0)
            parts += parts.isEmpty() ? counted(count, one, many) : further.arg(number(count));
    };
    add(sum.loaded, tr("1 row will be loaded"), tr("%1 rows will be loaded"), tr("%1 loaded"));
    add(sum.inserted, tr("1 row will be inserted"), tr("%1 rows will be inserted"), tr("%1 inserted"));
    add(sum.updated, tr("1 row will be changed"), tr("%1 rows will be changed"), tr("%1 changed"));
    add(sum.deleted, tr("1 row will be deleted"), tr("%1 rows will be deleted"), tr("%1 deleted"));
    const QString last = parts.takeLast();
    const QString what = parts.isEmpty() ? last : tr("%1 and %2").arg(parts.join(QStringLiteral(", ")), last);
    const QString done = tr("%1 %2").arg(what, scopeText());
    if (sum.declined == 0)
        return tr("%1.").arg(done);
    return tr("%1; %2.").arg(done, counted(sum.declined, tr("1 row declined"), tr("%1 rows declined")));
}

QString ChangesReview::obstacle() const
{
    if (!m_file)
        return tr("The preview is still being read.");
    const qint64 rejected = std::max(m_file->rejectCount, m_file->totals.rejected);
    if (rejected > 0 && m_onReject == ImportPlan::OnReject::Stop)
        return rejected == 1
            ? tr("One row was rejected, and this import stops at rejected rows. Repair it and preview again.")
            : tr("%1 rows were rejected, and this import stops at rejected rows. Repair them and preview "
                 "again.")
                  .arg(number(rejected));
    const ReviewCounts sum = totals();
    if (sum.made() == 0)
        return sum.declined > 0 ? tr("Everything is declined.") : tr("There is nothing to change.");
    return {};
}

ApplyPlan ChangesReview::plan() const
{
    ApplyPlan plan;
    if (!m_file)
        return plan;
    plan.changesetPath = m_file->path;
    plan.target = m_file->header.target;
    plan.declined = m_declined.intervals();
    plan.onReject = m_onReject;
    QStringList taken;
    bool isAny = false;
    for (int table = 0; table < tableCount(); ++table) {
        if (m_tables[static_cast<size_t>(table)].isLoadDeclined)
            isAny = true;
        else
            taken += this->table(table).target.shape.name.toString();
    }
    if (isAny)
        plan.only = taken;
    return plan;
}

} // namespace galley
