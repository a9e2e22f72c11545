// SPDX-License-Identifier: MIT
#include "ui/preview/searchbar.h"

#include "models/wording.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace galley {

namespace {

constexpr int kTypingMs = 200;

} // namespace

SearchBar::SearchBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_state(new QLabel(this))
{
    m_text->setPlaceholderText(tr("Find in the rows as they are and as they will be"));
    m_text->setAccessibleName(tr("Text to find"));
    m_text->setToolTip(tr("Upper and lower case are the same; bytes are found by their hexadecimal digits"));
    m_text->setClearButtonEnabled(true);
    m_text->setMaximumWidth(420);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setProperty("muted", true);
    m_state->setAccessibleName(tr("Found"));
    auto *previous =
        makeButton(QStringLiteral("previous"), tr("Find previous"), tr("Find previous (Shift+F3)"));
    auto *next = makeButton(QStringLiteral("next"), tr("Find next"), tr("Find next (F3)"));
    m_stop =
        makeButton(QStringLiteral("stop"), tr("Stop searching"), tr("Stop searching; what was found stays"));
    auto *close =
        makeButton(QStringLiteral("close"), tr("Close the search"), tr("Close the search (Escape)"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kSpace, 0, kSpace, kSpaceSmall + 2);
    layout->setSpacing(kSpaceSmall);
    layout->addWidget(m_text, 2);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addSpacing(kSpace);
    layout->addWidget(m_state, 1);
    layout->addWidget(m_stop);
    layout->addWidget(close);
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingMs);
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(&m_typing, &QTimer::timeout, this, [this] { Q_EMIT wanted(m_text->text()); });
    connect(previous, &QToolButton::clicked, this, [this] { Q_EMIT stepped(-1); });
    connect(next, &QToolButton::clicked, this, [this] { Q_EMIT stepped(1); });
    connect(m_stop, &QToolButton::clicked, this, &SearchBar::stopped);
    connect(close, &QToolButton::clicked, this, &SearchBar::close);
    hide();
}

QToolButton *SearchBar::makeButton(const QString &iconName, const QString &text, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(iconName));
    button->setAccessibleName(text);
    button->setToolTip(tip);
    return button;
}

void SearchBar::open()
{
    const bool wasHidden = isHidden();
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
    if (wasHidden && !m_text->text().isEmpty())
        Q_EMIT wanted(m_text->text());
}

void SearchBar::close()
{
    m_typing.stop();
    hide();
    Q_EMIT closed();
}

QString SearchBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void SearchBar::showState(qint64 found, qint64 done, qint64 total, bool isRunning)
{
    m_stop->setVisible(isRunning);
    if (text().isEmpty() || total == 0) {
        m_state->clear();
        return;
    }
    const QString rows =
        found == 0 && !isRunning ? tr("Not found") : counted(found, tr("In 1 row"), tr("In %1 rows"));
    if (isRunning)
        m_state->setText(tr("%1, searching… %2 %").arg(rows).arg(done * 100 / total));
    else if (done < total)
        m_state->setText(tr("%1, stopped at %2 %").arg(rows).arg(done * 100 / total));
    else
        m_state->setText(rows);
}

void SearchBar::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && (event->modifiers() & Qt::ControlModifier) == 0) {
        if (m_typing.isActive()) {
            m_typing.stop();
            Q_EMIT wanted(m_text->text());
        } else {
            Q_EMIT stepped((event->modifiers() & Qt::ShiftModifier) != 0 ? -1 : 1);
        }
    } else if (event->key() == Qt::Key_Escape) {
        close();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace galley
