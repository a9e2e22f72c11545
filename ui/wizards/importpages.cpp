// SPDX-License-Identifier: MIT
#include "ui/wizards/importpages.h"

#include "ui/wizards/wizardparts.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace galley {

namespace {

constexpr int kLookAfterMs = 300; // typing is not followed letter by letter

} // namespace

QLayout *pathLine(QWidget *page, QLineEdit *path, bool isForSaving)
{
    auto *browse = new QPushButton(ImportPage::tr("Bro&wse…"), page);
    browse->setAutoDefault(false);
    QObject::connect(browse, &QPushButton::clicked, page, [page, path, isForSaving] {
        auto *dialog = new QFileDialog(page, ImportPage::tr("Choose a file"), path->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(isForSaving ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
        QObject::connect(dialog, &QFileDialog::fileSelected, path, &QLineEdit::setText);
        dialog->open();
    });
    auto *line = new QHBoxLayout;
    line->addWidget(path, 1);
    line->addWidget(browse);
    return line;
}

QTimer *delayTimer(QObject *owner)
{
    auto *timer = new QTimer(owner);
    timer->setSingleShot(true);
    timer->setInterval(kLookAfterMs);
    return timer;
}

const TableInfo *targetTable(const ImportState &state, const QString &name)
{
    if (!state.isTargetKnown)
        return nullptr;
    for (const TableInfo &table : state.target->catalog.tables) {
        if (table.shape.name.name == name || table.shape.name.toString() == name)
            return &table;
    }
    return nullptr;
}

ImportPage::ImportPage(ImportState &state)
    : m_state(state)
{
}

} // namespace galley
