// SPDX-License-Identifier: MIT
#include "ui/preview/triggerchoice.h"

#include "ui/widgets/theme.h"
#include "workers/base/result.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>

namespace galley {

namespace {

constexpr qsizetype kMostNamed = 3;

} // namespace

TriggerChoice::TriggerChoice(QWidget *parent)
    : QWidget(parent)
    , m_what(new QLabel(this))
    , m_quiet(new QCheckBox(tr("&Keep them from running"), this))
{
    m_what->setTextFormat(Qt::PlainText);
    m_what->setWordWrap(true);
    m_what->setProperty("muted", true);
    m_quiet->setObjectName(QStringLiteral("quietTriggers"));
    m_quiet->setAccessibleName(tr("Keep the triggers from running"));
    m_quiet->setToolTip(tr("Where the engine and your rights allow it; else nothing is applied"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 2, 0, 0);
    layout->setSpacing(kSpace);
    layout->addWidget(m_what, 1);
    layout->addWidget(m_quiet);
    hide();
}

void TriggerChoice::setNames(const QStringList &names)
{
    QStringList shown;
    for (const QString &name : names.mid(0, kMostNamed))
        shown += escapeControls(name);
    if (names.size() > kMostNamed)
        shown += QStringLiteral("…");
    m_what->setText(tr("Triggers run with these changes (%1); what they write elsewhere is neither shown "
                       "here nor undone.")
                        .arg(shown.join(QStringLiteral(", "))));
    m_what->setToolTip(names.join(QLatin1Char('\n')));
    setVisible(!names.isEmpty());
}

void TriggerChoice::setChoice(Triggers choice)
{
    m_quiet->setChecked(choice == Triggers::Disable);
}

Triggers TriggerChoice::choice() const
{
    return m_quiet->isChecked() ? Triggers::Disable : Triggers::Fire;
}

} // namespace galley
