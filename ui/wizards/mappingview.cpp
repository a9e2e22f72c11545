// SPDX-License-Identifier: MIT
#include "ui/wizards/mappingview.h"

#include "ui/widgets/theme.h"
#include "ui/wizards/mappingdetail.h"
#include "ui/wizards/mappingends.h"
#include "ui/wizards/mappinglines.h"
#include "ui/wizards/wizardparts.h"
#include "workers/base/result.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>

namespace galley {

namespace {

QString typeOf(const Column &column)
{
    return column.nativeType.isEmpty() ? logicalTypeName(column.type) : column.nativeType;
}

QListWidgetItem *addEnd(EndList *list, const QString &name, const QString &detail, const QString &said)
{
    auto *item = new QListWidgetItem(escapeControls(name), list);
    item->setData(EndList::DetailRole, escapeControls(detail));
    item->setData(Qt::AccessibleTextRole, escapeControls(said));
    return item;
}

} // namespace

MappingView::MappingView(MappingModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_sources(new EndList(this))
    , m_targets(new EndList(this))
    , m_lines(new MappingLines(*this))
    , m_detail(new MappingDetail(model, this))
    , m_hint(noteLabel(this, {}))
{
    m_sources->setAccessibleName(tr("Columns of the source"));
    m_targets->setAccessibleName(tr("Columns of the target"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(0);
    grid->addWidget(sectionLabel(this, tr("From the source")), 0, 0);
    grid->addWidget(sectionLabel(this, tr("Into the target")), 0, 2);
    grid->addWidget(m_sources, 1, 0);
    grid->addWidget(m_lines, 1, 1);
    grid->addWidget(m_targets, 1, 2);
    grid->setColumnStretch(0, 4);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 4);
    grid->setRowStretch(1, 1);
    grid->addLayout(makeFoot(), 2, 0, 1, 3);
    grid->addWidget(m_detail, 3, 0, 1, 3);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &MappingView::rebuild);
    for (EndList *const list : {m_sources, m_targets}) {
        const bool isSource = list == m_sources;
        connect(list, &EndList::drawn, this, [this, isSource](int row, const QPoint &global) {
            m_lines->setDrawn(isSource, row, global);
        });
        connect(list, &EndList::dropped, this,
                [this, isSource](int row, const QPoint &global) { drop(isSource, row, global); });
        connect(list, &QListWidget::currentRowChanged, this, &MappingView::showDetail);
    }
    connect(m_sources, &EndList::keyed, this, &MappingView::keyOnSources);
    connect(m_targets, &EndList::keyed, this, &MappingView::keyOnTargets);
    pick(-1);
    rebuild();
}

QLayout *MappingView::makeFoot()
{
    m_leaveOut = new QPushButton(tr("&Leave out"), this);
    m_leaveOut->setAutoDefault(false);
    m_take = new QPushButton(this);
    m_take->setObjectName(QStringLiteral("takeSuggestions"));
    m_take->setAutoDefault(false);
    connect(m_leaveOut, &QPushButton::clicked, this, [this] {
        const int row = m_sources->currentRow();
        if (row >= 0)
            m_model.connectTo(row, m_model.targetOf(row).isEmpty() ? m_model.source(row).name : QString());
    });
    connect(m_take, &QPushButton::clicked, &m_model, &MappingModel::takeSuggestions);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(kSpace);
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_take);
    foot->addWidget(m_leaveOut);
    return foot;
}

void MappingView::rebuild()
{
    m_shown = m_model.targets();
    pick(-1);
    fillSources();
    fillTargets();
    int suggested = 0;
    for (int row = 0; row < m_model.sourceCount(); ++row)
        suggested += m_model.suggestionFor(row).isEmpty() ? 0 : 1;
    m_take->setText(suggested == 1 ? tr("Take the &suggestion") : tr("Take %1 &suggestions").arg(suggested));
    m_take->setVisible(suggested > 0);
    showDetail();
    m_lines->update();
}

void MappingView::fillSources()
{
    const QSignalBlocker blocker(m_sources);
    const int current = m_sources->currentRow();
    const int scrolled = m_sources->verticalScrollBar()->value();
    m_sources->clear();
    for (int row = 0; row < m_model.sourceCount(); ++row) {
        const Column &column = m_model.source(row);
        const QString target = m_model.targetOf(row);
        const QString suggestion = m_model.suggestionFor(row);
        const QString goes = !target.isEmpty() ? tr("goes into %1").arg(target)
            : !suggestion.isEmpty()            ? tr("%1?").arg(suggestion)
                                               : tr("left out");
        auto *item = addEnd(m_sources, column.name, target.isEmpty() ? goes : typeOf(column),
                            tr("%1, %2, %3").arg(column.name, typeOf(column), goes));
        item->setData(EndList::IsFaintRole, target.isEmpty());
        item->setToolTip(escapeControls(m_samples.value(row)));
    }
    m_sources->setCurrentRow(std::min(current, m_sources->count() - 1));
    m_sources->verticalScrollBar()->setValue(scrolled);
}

void MappingView::fillTargets()
{
    const QSignalBlocker blocker(m_targets);
    const int current = m_targets->currentRow();
    const int scrolled = m_targets->verticalScrollBar()->value();
    m_targets->clear();
    for (const MappingTarget &target : m_shown) {
        const QString state = target.hasConstant ? tr("= %1").arg(target.constant)
            : target.isMissing                   ? tr("! needs a value")
            : target.source < 0                  ? tr("nothing")
                                                 : QString();
        const QString from =
            target.source < 0 ? state : tr("from %1").arg(m_model.source(target.source).name);
        auto *item = addEnd(m_targets, target.column.name, state.isEmpty() ? typeOf(target.column) : state,
                            tr("%1, %2, %3").arg(target.column.name, typeOf(target.column), from));
        item->setData(EndList::IsKeyRole, target.isKey);
        item->setData(EndList::IsFaintRole, target.source < 0 && !target.hasConstant);
        item->setData(EndList::IsNeededRole, target.isMissing);
        item->setToolTip(escapeControls(tr("%1, %2").arg(typeOf(target.column), from)));
    }
    m_targets->setCurrentRow(std::min(current, m_targets->count() - 1));
    m_targets->verticalScrollBar()->setValue(scrolled);
}

void MappingView::pick(int source)
{
    m_picked = source;
    m_targets->setProperty("takesEscape", source >= 0);
    m_hint->setText(
        source < 0 && m_model.isNewTable()
            ? tr("Enter on a column of the source renames what becomes of it, or takes it in again; "
                 "Del leaves it out.")
            : source < 0 ? tr("Drag from one side to the other to connect. By keys: Enter on a column of the "
                              "source, then Enter on where it goes; Del leaves it out.")
                         : tr("Where does “%1” go? Enter connects, Esc leaves it as it was.")
                               .arg(escapeControls(m_model.source(source).name)));
    m_lines->update();
}

void MappingView::keyOnSources(int key)
{
    const int row = m_sources->currentRow();
    if (row < 0)
        return;
    if (key == Qt::Key_Delete)
        return m_model.connectTo(row, QString());
    if (m_model.isNewTable() && m_model.targetOf(row).isEmpty())
        return m_model.connectTo(row, m_model.source(row).name);
    if (key == Qt::Key_Left || m_targets->count() == 0)
        return;
    const QString meant =
        m_model.targetOf(row).isEmpty() ? m_model.suggestionFor(row) : m_model.targetOf(row);
    const auto found = std::find_if(m_shown.begin(), m_shown.end(),
                                    [&](const MappingTarget &target) { return target.column.name == meant; });
    m_targets->setCurrentRow(found == m_shown.end() ? 0 : static_cast<int>(found - m_shown.begin()));
    if (m_model.isNewTable())
        return m_detail->focusConstant();
    pick(row);
    m_targets->setFocus(Qt::OtherFocusReason);
}

void MappingView::keyOnTargets(int key)
{
    const int row = m_targets->currentRow();
    const int picked = m_picked;
    if (key == Qt::Key_Escape || key == Qt::Key_Left) {
        pick(-1);
        return m_sources->setFocus(Qt::OtherFocusReason);
    }
    if (row < 0 || key == Qt::Key_Right)
        return;
    const MappingTarget target = m_shown[static_cast<size_t>(row)];
    if (key == Qt::Key_Delete) {
        if (target.source >= 0)
            m_model.connectTo(target.source, QString());
        else if (target.hasConstant)
            m_model.setConstant(target.column.name, QString());
        return;
    }
    if (picked < 0)
        return m_detail->focusConstant();
    pick(-1);
    m_model.connectTo(picked, target.column.name);
    m_sources->setFocus(Qt::OtherFocusReason);
}

void MappingView::drop(bool isFromSource, int row, const QPoint &global)
{
    m_lines->endDrawn();
    const EndList *other = isFromSource ? m_targets : m_sources;
    const QPoint at = other->viewport()->mapFromGlobal(global);
    const QListWidgetItem *item = other->viewport()->rect().contains(at) ? other->itemAt(at) : nullptr;
    if (item == nullptr)
        return;
    const int source = isFromSource ? row : other->row(item);
    const auto target = static_cast<size_t>(isFromSource ? other->row(item) : row);
    pick(-1);
    m_model.connectTo(source, m_shown[target].column.name);
}

void MappingView::showDetail()
{
    const int row = m_targets->currentRow();
    m_detail->showTarget(row < 0 ? nullptr : &m_shown[static_cast<size_t>(row)]);
    const int source = m_sources->currentRow();
    const bool isOut = source >= 0 && m_model.targetOf(source).isEmpty();
    m_leaveOut->setText(isOut && m_model.isNewTable() ? tr("&Take in") : tr("&Leave out"));
    m_leaveOut->setEnabled(source >= 0 && (!isOut || m_model.isNewTable()));
    m_lines->update();
}

} // namespace galley
