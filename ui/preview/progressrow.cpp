// SPDX-License-Identifier: MIT
#include "ui/preview/progressrow.h"

#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace galley {

ProgressRow::ProgressRow(QWidget *parent)
    : QWidget(parent)
    , m_what(new QLabel(this))
    , m_bar(new QProgressBar(this))
{
    m_what->setTextFormat(Qt::PlainText);
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(8);
    m_bar->setAccessibleName(tr("Progress"));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(tr("Cancel sorting"));
    connect(cancel, &QPushButton::clicked, this, &ProgressRow::cancelled);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kSpace, 0, kSpace, kSpaceSmall + 2);
    layout->addWidget(m_what);
    layout->addWidget(m_bar, 1);
    layout->addWidget(cancel);
    hide();
}

void ProgressRow::begin(const QString &what)
{
    m_what->setText(what);
    m_bar->setValue(0);
}

void ProgressRow::setProgress(qint64 done, qint64 total)
{
    setVisible(done < total);
    if (total > 0)
        m_bar->setValue(static_cast<int>(done * 1000 / total));
}

} // namespace galley
