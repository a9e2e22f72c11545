// SPDX-License-Identifier: MIT
#include "ui/preview/filterbar.h"

#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace galley {

namespace {

QString chipStyle(ChangeTone tone)
{
    return QStringLiteral(
               "QToolButton { border: 1px dashed palette(mid); border-radius: 13px; padding: 3px 11px;"
               " color: palette(placeholder-text); }"
               "QToolButton:checked { background: %2; border: 1px solid %3; color: %1; }"
               "QToolButton:focus { border: 1px solid palette(link); }"
               "QToolButton:disabled { color: palette(placeholder-text); }")
        .arg(changeColor(tone, ColorRole::Text).name(), changeColor(tone, ColorRole::Row).name(),
             changeColor(tone, ColorRole::Solid).name());
}

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_rejected(new QToolButton(this))
    , m_unchanged(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kSpace, kSpaceSmall + 2, kSpace, kSpaceSmall + 2);
    layout->setSpacing(4);
    m_kinds = {makeKind(ChangeKind::Insert, tr("Inserted")), makeKind(ChangeKind::Update, tr("Changed")),
               makeKind(ChangeKind::Delete, tr("Deleted"))};
    for (QToolButton *const chip : m_kinds)
        layout->addWidget(chip);
    // Its rows are in a page of their own: a way there, not a switch.
    m_rejected->setStyleSheet(
        chipStyle(ChangeTone::Rejected).replace(QLatin1String(":checked"), QLatin1String(":enabled")));
    m_rejected->setToolTip(tr("Show the rejected rows with their reasons"));
    connect(m_rejected, &QToolButton::clicked, this, &FilterBar::rejectedClicked);
    layout->addWidget(m_rejected);
    m_unchanged->setCheckable(true);
    m_unchanged->setStyleSheet(chipStyle(ChangeTone::Unchanged));
    m_unchanged->setToolTip(tr("Show the rows that stay as they are, instead of the changes"));
    connect(m_unchanged, &QToolButton::toggled, this, &FilterBar::unchangedToggled);
    layout->addWidget(m_unchanged);
    layout->addStretch(1);
    makeActions(layout);
}

QToolButton *FilterBar::makeKind(ChangeKind kind, const QString &name)
{
    auto *chip = new QToolButton(this);
    chip->setCheckable(true);
    chip->setChecked(true);
    chip->setProperty("name", name);
    chip->setStyleSheet(chipStyle(toneOf(kind)));
    chip->setToolTip(tr("Show or hide these rows; what is hidden is still applied"));
    connect(chip, &QToolButton::toggled, this, [this, chip](bool isOn) {
        // Nothing shown is no help to anybody.
        const bool isAny = std::any_of(m_kinds.begin(), m_kinds.end(), [](const QToolButton *one) {
            return one->isChecked() && !one->isHidden();
        });
        if (!isOn && !isAny) {
            chip->setChecked(true);
            return;
        }
        Q_EMIT shownChanged(shown());
    });
    return chip;
}

QToolButton *FilterBar::makeButton(const QString &iconName, const QString &text, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(iconName));
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(text);
    button->setToolButtonStyle(iconName.isEmpty() ? Qt::ToolButtonTextOnly : Qt::ToolButtonIconOnly);
    return button;
}

void FilterBar::makeActions(QHBoxLayout *layout)
{
    m_columns = makeButton(QString(), tr("Changed columns only"),
                           tr("Hide the columns that no shown row changes; the key stays"));
    m_columns->setCheckable(true);
    auto *search = makeButton(QStringLiteral("search"), tr("Search"), tr("Find a text in all rows (Ctrl+F)"));
    m_choose = makeButton(QStringLiteral("columns-side"), tr("Columns"),
                          tr("Choose which columns are shown (Ctrl+Shift+C)"));
    m_takeAll = makeButton(QString(), tr("Take all"), tr("Take every change that the filters show"));
    m_declineAll = makeButton(QString(), tr("Decline all"), tr("Decline every change that the filters show"));
    auto *previous =
        makeButton(QStringLiteral("previous"), tr("Previous change"), tr("Previous change (Shift+F7)"));
    auto *next = makeButton(QStringLiteral("next"), tr("Next change"), tr("Next change (F7)"));
    for (QToolButton *const button : {search, m_choose, m_columns, m_takeAll, m_declineAll, previous, next})
        layout->addWidget(button);
    connect(search, &QToolButton::clicked, this, &FilterBar::searchAsked);
    connect(m_choose, &QToolButton::clicked, this, &FilterBar::columnsAsked);
    connect(m_columns, &QToolButton::toggled, this, &FilterBar::onlyChangedColumnsToggled);
    connect(m_takeAll, &QToolButton::clicked, this, [this] { Q_EMIT allTaken(true); });
    connect(m_declineAll, &QToolButton::clicked, this, [this] { Q_EMIT allTaken(false); });
    connect(previous, &QToolButton::clicked, this, [this] { Q_EMIT stepped(-1); });
    connect(next, &QToolButton::clicked, this, [this] { Q_EMIT stepped(1); });
}

void FilterBar::setHiddenColumns(int count)
{
    m_choose->setAccessibleName(count == 0 ? tr("Columns") : tr("Columns, %1 hidden").arg(count));
    m_choose->setText(tr("%1 hidden").arg(count));
    m_choose->setToolButtonStyle(count == 0 ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

void FilterBar::setCounts(const RowCounts &counts, KindMask shown)
{
    const QLocale locale;
    const std::array<qint64, 3> numbers{counts.inserted, counts.updated, counts.deleted};
    const auto say = [](QToolButton *chip, const QString &sign, const QString &word, const QString &number) {
        chip->setProperty("words", QStringLiteral("%1 %2 %3").arg(sign, word, number));
        chip->setProperty("short", QStringLiteral("%1 %2").arg(sign, number));
    };
    for (size_t i = 0; i < m_kinds.size(); ++i) {
        const auto kind = static_cast<ChangeKind>(i);
        const QString name = m_kinds[i]->property("name").toString();
        say(m_kinds[i], changeSign(toneOf(kind)), name, locale.toString(numbers[i]));
        m_kinds[i]->setAccessibleName(tr("Show %1: %2").arg(name, locale.toString(numbers[i])));
        m_kinds[i]->setVisible(numbers[i] > 0);
        const QSignalBlocker blocker(m_kinds[i]);
        m_kinds[i]->setChecked((shown & kindBit(kind)) != 0);
    }
    say(m_rejected, QStringLiteral("!"), tr("Rejected"), locale.toString(counts.rejected));
    m_rejected->setVisible(counts.rejected > 0);
    const QString unchanged = locale.toString(counts.unchanged);
    say(m_unchanged, QStringLiteral("="), tr("Unchanged"), unchanged);
    m_unchanged->setAccessibleName(tr("Show unchanged: %1").arg(unchanged));
    m_unchanged->setVisible(counts.unchanged > 0);
    const QSignalBlocker blocker(m_unchanged);
    m_unchanged->setChecked(false);
    showWords(true);
    layout()->invalidate();
    m_width = layout()->sizeHint().width();
    showWords(width() >= m_width);
}

void FilterBar::showWords(bool areShown)
{
    for (QToolButton *const chip : {m_kinds[0], m_kinds[1], m_kinds[2], m_rejected, m_unchanged})
        chip->setText(chip->property(areShown ? "words" : "short").toString());
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showWords(width() >= m_width);
}

/// As without the words: the window need not be as wide as all of them.
QSize FilterBar::minimumSizeHint() const
{
    int words = 0;
    for (const QToolButton *const chip : {m_kinds[0], m_kinds[1], m_kinds[2], m_rejected, m_unchanged}) {
        if (!chip->isHidden())
            words += chip->fontMetrics().horizontalAdvance(chip->property("words").toString())
                - chip->fontMetrics().horizontalAdvance(chip->property("short").toString());
    }
    return {m_width - words, QWidget::minimumSizeHint().height()};
}

void FilterBar::setFilterable(bool isFilterable)
{
    for (QToolButton *const chip : m_kinds)
        chip->setEnabled(isFilterable);
}

void FilterBar::setUnchangedPossible(bool isPossible)
{
    m_unchanged->setEnabled(isPossible);
}

void FilterBar::setDecidable(bool isDecidable)
{
    m_takeAll->setEnabled(isDecidable);
    m_declineAll->setEnabled(isDecidable);
}

KindMask FilterBar::shown() const
{
    KindMask mask = 0;
    for (size_t i = 0; i < m_kinds.size(); ++i) {
        if (m_kinds[i]->isChecked())
            mask |= kindBit(static_cast<ChangeKind>(i));
    }
    return mask;
}

bool FilterBar::onlyChangedColumns() const
{
    return m_columns->isChecked() && m_columns->isEnabled();
}

void FilterBar::setChangedColumnsPossible(bool isPossible)
{
    m_columns->setEnabled(isPossible);
}

} // namespace galley
