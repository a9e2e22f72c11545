// SPDX-License-Identifier: MIT
#include "ui/wizards/wizardparts.h"

#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QDialog>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace galley {

QVBoxLayout *pageLayout(QWidget *page)
{
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    return layout;
}

QLabel *noteLabel(QWidget *parent, const QString &text)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    label->setProperty("muted", true);
    return label;
}

QLabel *problemLabel(QWidget *parent)
{
    QLabel *const label = noteLabel(parent, {});
    setTone(label, QStringLiteral("danger"));
    label->hide();
    return label;
}

void setTone(QLabel *label, const QString &tone)
{
    if (label->property("tone").toString() == tone)
        return;
    label->setProperty("muted", tone.isEmpty());
    label->setProperty("tone", tone);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

QLabel *sectionLabel(QWidget *parent, const QString &text)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

void prepareTable(QTableView *table)
{
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(30);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
}

QTableWidgetItem *numberItem(const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return item;
}

void giveRoom(QDialog &dialog, const QSize &least)
{
    QLayout &layout = *dialog.layout();
    layout.activate();
    const int width = std::max(least.width(), layout.totalMinimumSize().width());
    const int height =
        layout.hasHeightForWidth() ? layout.totalHeightForWidth(width) : layout.totalSizeHint().height();
    dialog.setMinimumWidth(width);
    dialog.resize(width, std::max(least.height(), height));
}

QWidget *scrolled(QWidget *content, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(content);
    return area;
}

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    const bool isSelected = option.state & QStyle::State_Selected;
    painter->fillRect(option.rect, option.palette.color(isSelected ? QPalette::Highlight : QPalette::Base));
    if (isSelected)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                          accentColor(Accent::Brand));
    const QRect inner = option.rect.adjusted(14, 7, -12, -7);
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    painter->setFont(bold);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, index.data().toString());
    painter->setFont(option.font);
    painter->setPen(accentColor(Accent::Muted));
    const QString detail = index.data(DetailRole).toString();
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(detail, Qt::ElideRight, inner.width()));
    painter->restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, 2 * option.fontMetrics.height() + 18};
}

CommandLine::CommandLine(Saving saving, QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
{
    m_text->setReadOnly(true);
    m_text->setFont(monospaceFont());
    // A command broken at a hyphen is misread.
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Command line"));
    m_text->setFixedHeight(2 * QFontMetrics(m_text->font()).lineSpacing() + 20);
    auto *copy = new QPushButton(icon(QStringLiteral("copy")), tr("&Copy"), this);
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text, 1, Qt::AlignTop);
    auto *buttons = new QVBoxLayout;
    buttons->addWidget(copy);
    layout->addLayout(buttons);
    if (saving == Saving::Offered) {
        auto *save = new QPushButton(icon(QStringLiteral("history")), tr("&Save this job…"), this);
        save->setObjectName(QStringLiteral("saveJob"));
        save->setToolTip(tr("Gives it a name, to be run again with one click"));
        save->setAutoDefault(false);
        connect(save, &QPushButton::clicked, this, &CommandLine::saveRequested);
        buttons->addWidget(save);
    }
    buttons->addStretch(1);
}

void CommandLine::setCommand(const QString &command)
{
    m_text->setPlainText(command);
}

QString CommandLine::command() const
{
    return m_text->toPlainText();
}

} // namespace galley
