// SPDX-License-Identifier: MIT
#include "ui/widgets/focusring.h"

#include "ui/widgets/theme.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QLayout>
#include <QLineEdit>
#include <QPainter>
#include <QSplitter>
#include <QStackedWidget>

namespace galley {

namespace {

constexpr int kBeyond = 3; ///< pixels outside of the control
constexpr int kWidth = 2;

/// Fields show it by their own frame and the caret.
bool showsItself(const QWidget &widget)
{
    return qobject_cast<const QLineEdit *>(&widget) != nullptr
        || qobject_cast<const QComboBox *>(&widget) != nullptr
        || qobject_cast<const QAbstractSpinBox *>(&widget) != nullptr;
}

/// A child of a splitter would become a part of it.
QWidget *hostOf(const QWidget &target)
{
    QWidget *host = target.parentWidget();
    while (host != nullptr && !host->isWindow()
           && (qobject_cast<QSplitter *>(host) != nullptr || qobject_cast<QStackedWidget *>(host) != nullptr))
        host = host->parentWidget();
    return host;
}

void collect(QLayout &layout, QList<QWidget *> &out);

void collect(QWidget &widget, QList<QWidget *> &out)
{
    if ((widget.focusPolicy() & Qt::TabFocus) != 0)
        out += &widget;
    if (widget.layout() != nullptr)
        collect(*widget.layout(), out);
    else if (widget.inherits("QScrollArea") || widget.inherits("QStackedWidget"))
        for (QWidget *child : widget.findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
            collect(*child, out);
}

void collect(QLayout &layout, QList<QWidget *> &out)
{
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem *item = layout.itemAt(i);
        if (item->widget() != nullptr)
            collect(*item->widget(), out);
        else if (item->layout() != nullptr)
            collect(*item->layout(), out);
    }
}

} // namespace

class FocusRing::Frame : public QWidget
{
public:
    explicit Frame(QWidget *host)
        : QWidget(host)
    {
        setObjectName(QStringLiteral("focusRing"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(accentColor(Accent::Brand), kWidth));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
    }
};

FocusRing::FocusRing(QObject *parent)
    : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

void FocusRing::install(QApplication &app)
{
    if (app.findChild<FocusRing *>(QString(), Qt::FindDirectChildrenOnly) == nullptr)
        app.installEventFilter(new FocusRing(&app));
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::FocusIn: {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::ShortcutFocusReason)
            m_isByKeyboard = true;
        if (watched == m_target || watched == QApplication::focusWidget())
            follow(static_cast<QWidget *>(watched));
        break;
    }
    case QEvent::KeyPress: {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (!m_isByKeyboard && (key == Qt::Key_Tab || key == Qt::Key_Backtab))
            m_isByKeyboard = true;
        break;
    }
    case QEvent::MouseButtonPress:
        if (m_isByKeyboard) {
            m_isByKeyboard = false;
            delete m_frame;
        }
        break;
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
        if (m_frame != nullptr && (watched == m_target || watched == m_frame->parent()))
            place();
        break;
    default:
        break;
    }
    return false;
}

void FocusRing::follow(QWidget *now)
{
    if (now == m_target && m_frame != nullptr)
        return place();
    delete m_frame;
    m_target = now;
    QWidget *const host = now == nullptr || now->isWindow() ? nullptr : hostOf(*now);
    if (!m_isByKeyboard || host == nullptr || now->focusPolicy() == Qt::NoFocus || showsItself(*now))
        return;
    m_frame = new Frame(host);
    place();
}

void FocusRing::place()
{
    const QWidget *host = m_frame->parentWidget();
    const QRect around(m_target->mapTo(host, QPoint()), m_target->size());
    const QRect ring = around.adjusted(-kBeyond, -kBeyond, kBeyond, kBeyond) & host->rect();
    m_frame->setGeometry(ring);
    // Only the line covers what is below, which keeps scrolling quick.
    QRegion line(m_frame->rect());
    m_frame->setMask(line.subtracted(QRegion(m_frame->rect().adjusted(4, 4, -4, -4))));
    m_frame->setVisible(m_target->isVisible());
    m_frame->raise();
}

void orderTabs(QWidget &page)
{
    QList<QWidget *> order;
    collect(page, order);
    for (qsizetype i = 1; i < order.size(); ++i)
        QWidget::setTabOrder(order[i - 1], order[i]);
}

} // namespace galley
