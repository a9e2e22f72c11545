// SPDX-License-Identifier: MIT
#include "ui/preview/columnchooser.h"

#include "ui/widgets/theme.h"
#include "workers/base/result.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>

#include <algorithm>

namespace galley {

ColumnChooser::ColumnChooser(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_filter(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setFrameShape(QFrame::StyledPanel);
    m_filter->setPlaceholderText(tr("Find a column"));
    m_filter->setAccessibleName(tr("Find a column"));
    m_filter->setClearButtonEnabled(true);
    m_list->setAccessibleName(tr("Columns to show"));
    m_list->setUniformItemSizes(true);
    m_list->setIconSize({14, 14});
    auto *all = new QPushButton(tr("Show all"), this);
    auto *none = new QPushButton(tr("Hide all but keys"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(all);
    buttons->addWidget(none);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    layout->setSpacing(kSpaceSmall + 2);
    layout->addWidget(m_filter);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    connect(m_filter, &QLineEdit::textChanged, this, &ColumnChooser::filter);
    connect(all, &QPushButton::clicked, this, [this] { showAll(true); });
    connect(none, &QPushButton::clicked, this, [this] { showAll(false); });
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        if (m_isFilling)
            return;
        const std::vector<bool> hidden = hiddenColumns();
        if (!hidden.empty() && std::find(hidden.begin(), hidden.end(), false) == hidden.end())
            item->setCheckState(Qt::Checked); // comes back here
        else
            Q_EMIT hiddenChanged(hidden);
    });
}

void ColumnChooser::open(const TableShape &shape, const std::vector<bool> &hidden, const QWidget *beside)
{
    m_isFilling = true;
    m_list->clear();
    m_filter->clear();
    for (size_t i = 0; i < shape.columns.size(); ++i) {
        const bool isKey =
            std::find(shape.key.begin(), shape.key.end(), static_cast<int>(i)) != shape.key.end();
        auto *item = new QListWidgetItem(escapeControls(shape.columns[i].name), m_list);
        item->setData(Qt::UserRole, isKey);
        if (isKey)
            item->setIcon(icon(QStringLiteral("key")));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(i < hidden.size() && hidden[i] ? Qt::Unchecked : Qt::Checked);
    }
    m_isFilling = false;
    const int rows = std::clamp(m_list->count(), 4, 14);
    resize(std::clamp(m_list->sizeHintForColumn(0) + 60, 260, 420),
           rows * std::max(20, m_list->sizeHintForRow(0)) + 110);
    // Below the button, but on the screen.
    QPoint place = beside->mapToGlobal(QPoint(0, beside->height()));
    const QRect screen = beside->screen()->availableGeometry();
    place.setX(std::clamp(place.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    place.setY(std::clamp(place.y(), screen.top(), std::max(screen.top(), screen.bottom() - height())));
    move(place);
    show();
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

std::vector<bool> ColumnChooser::hiddenColumns() const
{
    std::vector<bool> hidden;
    for (int row = 0; row < m_list->count(); ++row)
        hidden.push_back(m_list->item(row)->checkState() != Qt::Checked);
    if (std::find(hidden.begin(), hidden.end(), true) == hidden.end())
        hidden.clear();
    return hidden;
}

void ColumnChooser::showAll(bool isShown)
{
    m_isFilling = true;
    bool isAny = isShown;
    for (int row = 0; row < m_list->count(); ++row) {
        const bool isKey = m_list->item(row)->data(Qt::UserRole).toBool();
        isAny = isAny || isKey;
        m_list->item(row)->setCheckState(isShown || isKey ? Qt::Checked : Qt::Unchecked);
    }
    if (!isAny && m_list->count() > 0)
        m_list->item(0)->setCheckState(Qt::Checked);
    m_isFilling = false;
    Q_EMIT hiddenChanged(hiddenColumns());
}

void ColumnChooser::filter(const QString &text)
{
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *const item = m_list->item(row);
        item->setHidden(!item->text().contains(text, Qt::CaseInsensitive));
    }
}

} // namespace galley
