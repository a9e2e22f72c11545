// SPDX-License-Identifier: MIT
#include "ui/widgets/messagebar.h"

#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace galley {

namespace {

Accent accentOf(Message::Tone tone)
{
    switch (tone) {
    case Message::Tone::Success:
        return Accent::Success;
    case Message::Tone::Warning:
        return Accent::Warning;
    case Message::Tone::Danger:
        return Accent::Danger;
    case Message::Tone::Info:
        break;
    }
    return Accent::Brand;
}

QString iconNameOf(Message::Tone tone)
{
    switch (tone) {
    case Message::Tone::Success:
        return QStringLiteral("success");
    case Message::Tone::Warning:
        return QStringLiteral("warning");
    case Message::Tone::Danger:
        return QStringLiteral("error");
    case Message::Tone::Info:
        break;
    }
    return QStringLiteral("info");
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_sign(new QLabel)
    , m_text(new QLabel)
    , m_action(new QPushButton)
{
    setProperty("bar", true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kSpaceLarge, 6, kSpace, 6);
    layout->setSpacing(kSpace + 2);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *close = new QToolButton;
    close->setIcon(icon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setToolTip(tr("Hide this message"));
    close->setAccessibleName(tr("Hide this message"));
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        if (m_do)
            m_do();
    });
    layout->addWidget(m_sign);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(close);
    hide();
}

void MessageBar::showMessage(Message message)
{
    const QString name = iconNameOf(message.tone);
    // The style sheet knows the tones by the names of their icons.
    setProperty("tone", message.tone == Message::Tone::Danger ? QStringLiteral("danger") : name);
    style()->unpolish(this);
    style()->polish(this);
    m_sign->setPixmap(icon(name, accentOf(message.tone)).pixmap(kIconSize, kIconSize));
    m_text->setText(message.text);
    m_text->setAccessibleName(message.text);
    m_action->setText(message.actionText);
    m_action->setVisible(!message.actionText.isEmpty());
    m_do = std::move(message.action);
    show();
}

QString MessageBar::text() const
{
    return m_text->text();
}

} // namespace galley
