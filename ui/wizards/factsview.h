// SPDX-License-Identifier: MIT
//
// What was found out about a source, how surely, and why; what the user set stands beside what was detected.
//
// Threads: UI thread.
#pragma once

#include "workers/formats/format.h"

#include <QTableWidget>

namespace galley {

class FactsView : public QTableWidget
{
    Q_OBJECT

public:
    explicit FactsView(QWidget *parent = nullptr);

    void clearFacts() { setRowCount(0); }
    void addFact(const QString &label, const QString &value, const QString &how = {},
                 const QString &why = {});
    /// `unset`: what would be taken if the user had set nothing. `scope`: "" or from how much of the file it
    /// is known.
    void addFacts(const std::vector<DetectedFact> &facts, const std::vector<DetectedFact> &unset,
                  const OptionValues &set, const QString &scope);
    /// Types of the columns in one line, each with its reason in the tip.
    void addColumns(const std::vector<DetectedColumn> &columns, const QString &scope);
};

/// "sure", "likely" or "a guess".
QString confidenceText(double confidence);
/// `text` with a sign for tab and control characters.
QString plainFact(const QString &text);

} // namespace galley
