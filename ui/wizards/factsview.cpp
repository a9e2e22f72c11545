// SPDX-License-Identifier: MIT
#include "ui/wizards/factsview.h"

#include "models/coretexts.h"
#include "ui/widgets/theme.h"
#include "ui/wizards/wizardparts.h"

#include <QHeaderView>

#include <algorithm>
#include <map>

namespace galley {

namespace {

enum FactColumn
{
    Label,
    Value,
    How,
    Why,
    Total
};

constexpr int kLabelWidth = 140;
constexpr int kValueWidth = 140;
constexpr int kHowWidth = 84;

QTableWidgetItem *plainItem(const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setToolTip(text);
    return item;
}

const DetectedFact *sameFact(const std::vector<DetectedFact> &facts, const DetectedFact &fact)
{
    const auto found = std::find_if(facts.begin(), facts.end(), [&](const DetectedFact &other) {
        return other.id == fact.id && other.label == fact.label;
    });
    return found == facts.end() ? nullptr : &*found;
}

} // namespace

QString confidenceText(double confidence)
{
    if (confidence >= 0.95)
        return FactsView::tr("sure");
    return confidence >= 0.6 ? FactsView::tr("likely") : FactsView::tr("a guess");
}

QString plainFact(const QString &text)
{
    return escapeControls(text);
}

FactsView::FactsView(QWidget *parent)
    : QTableWidget(0, Total, parent)
{
    setAccessibleName(tr("What was detected"));
    setHorizontalHeaderLabels({tr("Detected"), tr("Value"), tr("How surely"), tr("Why")});
    prepareTable(this);
    verticalHeader()->setDefaultSectionSize(26);
    horizontalHeader()->setSectionResizeMode(Why, QHeaderView::Stretch);
    setColumnWidth(Label, kLabelWidth);
    setColumnWidth(Value, kValueWidth);
    setColumnWidth(How, kHowWidth);
}

void FactsView::addFact(const QString &label, const QString &value, const QString &how, const QString &why)
{
    const int row = rowCount();
    insertRow(row);
    setItem(row, Label, plainItem(plainFact(label)));
    setItem(row, Value, plainItem(plainFact(value)));
    setItem(row, How, plainItem(how));
    setItem(row, Why, plainItem(plainFact(why)));
    item(row, Why)->setForeground(accentColor(Accent::Muted));
}

void FactsView::addFacts(const std::vector<DetectedFact> &facts, const std::vector<DetectedFact> &unset,
                         const OptionValues &set, const QString &scope)
{
    for (const DetectedFact &fact : facts) {
        if (!set.has(fact.id)) {
            const QString why = fact.note.isEmpty() || scope.isEmpty()
                ? coreText(fact.note)
                : tr("%1 (%2)").arg(coreText(fact.note), scope);
            addFact(coreText(fact.label), coreText(fact.value), confidenceText(fact.confidence), why);
            if (fact.confidence < 0.6)
                item(rowCount() - 1, How)->setForeground(accentColor(Accent::Warning));
            continue;
        }
        const DetectedFact *const detected = sameFact(unset, fact);
        QString why = coreText(fact.note);
        if (detected != nullptr)
            why = tr("detected: %1, %2").arg(coreText(detected->value), confidenceText(detected->confidence))
                + (detected->note.isEmpty() ? QString() : tr(" (%1)").arg(coreText(detected->note)));
        addFact(coreText(fact.label), coreText(fact.value), tr("you set it"), why);
        item(rowCount() - 1, How)->setForeground(accentColor(Accent::Brand));
    }
}

void FactsView::addColumns(const std::vector<DetectedColumn> &columns, const QString &scope)
{
    if (columns.empty())
        return;
    std::map<QString, int> kinds;
    double least = 1;
    const DetectedColumn *doubtful = nullptr;
    QStringList reasons;
    for (const DetectedColumn &column : columns) {
        ++kinds[logicalTypeName(column.column.type)];
        if (column.confidence < least) {
            least = column.confidence;
            doubtful = &column;
        }
        reasons += QStringLiteral("%1: %2, %3")
                       .arg(column.column.name, logicalTypeName(column.column.type), column.note);
    }
    QStringList counts;
    for (const auto &[type, count] : kinds)
        counts += QStringLiteral("%1 %2").arg(count).arg(type);
    QString why = doubtful != nullptr
        ? QStringLiteral("%1: %2").arg(doubtful->column.name, coreText(doubtful->note))
        : tr("every value of each column fits its type");
    if (!scope.isEmpty())
        why = tr("%1 (%2)").arg(why, scope);
    addFact(tr("Types of %1 columns").arg(columns.size()), counts.join(QStringLiteral(", ")),
            confidenceText(least), why);
    constexpr qsizetype kToldReasons = 40;
    item(rowCount() - 1, Why)->setToolTip(plainFact(reasons.mid(0, kToldReasons).join(QLatin1Char('\n'))));
}

} // namespace galley
