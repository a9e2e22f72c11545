// SPDX-License-Identifier: MIT
//
// The mapping as two columns with lines between them: what comes at the left, where it goes at the right.
// Drag from one side to the other to connect, or Enter on the left and Enter on the right.
//
// Threads: UI thread.
#pragma once

#include "models/mappingmodel.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace galley {

class EndList;
class MappingDetail;
class MappingLines;

class MappingView : public QWidget
{
    Q_OBJECT

public:
    explicit MappingView(MappingModel &model, QWidget *parent = nullptr);

    /// Some values of each source column, for tips.
    void setSamples(const QStringList &samples) { m_samples = samples; }
    EndList *sources() const { return m_sources; }
    EndList *targets() const { return m_targets; }
    /// The source column that was picked up and waits for its target; -1: none.
    int picked() const { return m_picked; }

private:
    friend class MappingLines;

    QLayout *makeFoot();
    void rebuild();
    void fillSources();
    void fillTargets();
    void keyOnSources(int key);
    void keyOnTargets(int key);
    void pick(int source);
    void drop(bool isFromSource, int row, const QPoint &global);
    void showDetail();

    MappingModel &m_model;
    std::vector<MappingTarget> m_shown; ///< as the list at the right
    QStringList m_samples;
    EndList *m_sources;
    EndList *m_targets;
    MappingLines *m_lines;
    MappingDetail *m_detail;
    QLabel *m_hint;
    QPushButton *m_leaveOut = nullptr;
    QPushButton *m_take = nullptr;
    int m_picked = -1;
};

} // namespace galley
