// SPDX-License-Identifier: MIT
#include "ui/preview/rejectspage.h"

#include "models/rejectsmodel.h"
#include "models/wording.h"
#include "ui/preview/previewparts.h"

namespace galley {

RejectsPage::RejectsPage(RejectsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_view(plainTable(this, &model, tr("Rejected rows")))
    , m_line(new QWidget(this))
    , m_note(plainLabel(m_line, true))
    , m_retry(new QPushButton(m_line))
{
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                            | QAbstractItemView::AnyKeyPressed);
    auto *line = new QHBoxLayout(m_line);
    line->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    line->addWidget(m_note, 1);
    line->addWidget(m_retry);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_line);
    connect(m_retry, &QPushButton::clicked, this, &RejectsPage::retryAsked);
    connect(&model, &RejectsModel::repaired, this, &RejectsPage::showState);
    connect(&model, &RejectsModel::modelReset, this, &RejectsPage::showState);
    showState();
}

void RejectsPage::showState()
{
    const auto count = static_cast<qint64>(m_model.repairs().size());
    m_line->setVisible(m_model.isRepairable());
    m_note->setText(
        tr("Repair a value by a double click or F2 (empty is NULL); then preview again. The file itself is "
           "not changed."));
    m_retry->setText(count == 0 ? tr("&Preview again")
                                : counted(count, tr("&Preview again with 1 repaired row"),
                                          tr("&Preview again with %1 repaired rows")));
    m_retry->setEnabled(count > 0);
}

} // namespace galley
