// SPDX-License-Identifier: MIT
#include "ui/savedjobs/savedjobspage.h"

#include "models/commandline.h"
#include "models/wording.h"
#include "ui/widgets/theme.h"
#include "ui/wizards/wizardparts.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace galley {

SavedJobsPage::SavedJobsPage(SavedJobsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_note(noteLabel(this, {}))
    , m_view(new QTableView(this))
    , m_commandTitle(sectionLabel(this, tr("The same on the command line")))
    , m_command(new CommandLine(CommandLine::Saving::Hidden, this))
{
    auto *title = new QLabel(tr("Saved jobs"), this);
    title->setFont(headingFont());
    m_view->setModel(&model);
    m_view->setAccessibleName(tr("Saved jobs"));
    prepareTable(m_view);
    m_view->setTextElideMode(Qt::ElideMiddle);
    QHeaderView *header = m_view->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionResizeMode(SavedJobsModel::KindColumn, QHeaderView::ResizeToContents);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 16, 16);
    layout->setSpacing(10);
    layout->addWidget(title);
    layout->addWidget(m_note);
    layout->addWidget(m_view, 1);
    layout->addLayout(makeButtons());
    layout->addSpacing(kSpace);
    layout->addWidget(m_commandTitle);
    layout->addWidget(m_command);
    layout->addStretch(0);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    m_selected = m_model.all()[static_cast<size_t>(current.row())].name;
                update();
            });
    connect(m_view, &QTableView::activated, this, [this] { Q_EMIT runRequested(currentName()); });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { select(m_selected); });
    select({});
}

QLayout *SavedJobsPage::makeButtons()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(kSpace);
    const auto add = [&](const char *sign, const QString &text, auto signal, const QKeySequence &keys) {
        auto *button = new QPushButton(icon(QLatin1String(sign)), text, this);
        connect(button, &QPushButton::clicked, this, [this, signal] {
            Q_EMIT(this->*signal)(currentName());
        });
        if (!keys.isEmpty()) {
            // On the list only: elsewhere the key means something else.
            auto *action = new QAction(text, m_view);
            action->setShortcut(keys);
            action->setShortcutContext(Qt::WidgetShortcut);
            m_view->addAction(action);
            connect(action, &QAction::triggered, button, &QPushButton::click);
            button->setToolTip(keys.toString(QKeySequence::NativeText));
        }
        row->addWidget(button);
        m_buttons += button;
        return button;
    };
    add("", tr("&Run"), &SavedJobsPage::runRequested, {})->setProperty("primary", true);
    add("settings", tr("&Edit…"), &SavedJobsPage::editRequested, {});
    add("", tr("Re&name…"), &SavedJobsPage::renameRequested, QKeySequence(Qt::Key_F2));
    add("delete", tr("&Delete…"), &SavedJobsPage::removeRequested, QKeySequence(Qt::Key_Delete));
    row->addStretch(1);
    return row;
}

QString SavedJobsPage::currentName() const
{
    const QModelIndex current = m_view->currentIndex();
    return current.isValid() ? m_model.all()[static_cast<size_t>(current.row())].name : QString();
}

void SavedJobsPage::select(const QString &name)
{
    const int row = std::max(0, m_model.rowOf(name));
    if (row < m_model.rowCount())
        m_view->setCurrentIndex(m_model.index(row, 0));
    update();
}

void SavedJobsPage::update()
{
    const SavedJob *job = m_model.find(currentName());
    for (QPushButton *button : std::as_const(m_buttons))
        button->setEnabled(job != nullptr);
    const bool isEmpty = m_model.all().empty();
    m_view->setVisible(!isEmpty);
    m_commandTitle->setVisible(job != nullptr);
    m_command->setVisible(job != nullptr);
    m_note->setProperty("tone", m_model.error() ? QStringLiteral("danger") : QString());
    if (m_model.error())
        m_note->setText(errorText(*m_model.error()));
    else if (isEmpty)
        m_note->setText(tr("Nothing was saved yet. The last page of the export and the import wizard has the "
                           "button “Save this job…”."));
    else
        m_note->setText(tr("An export runs at once. An import shows its preview first, as always. From a "
                           "script or cron: galley run %1")
                            .arg(job != nullptr ? shellQuoted(job->name) : tr("NAME")));
    m_command->setCommand(job != nullptr ? savedJobCommand(*job) : QString());
}

} // namespace galley
