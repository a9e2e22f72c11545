// SPDX-License-Identifier: MIT
//
// One of the grids of a comparison. Its keys are those of the preview: Space declines, N and P go from row to
// row, S sorts by the column.
//
// Threads: UI thread.
#pragma once

#include <QTableView>

#include <functional>

namespace galley {

/// A view of some columns of a ChangesModel; see CompareGrid.
class SideView : public QTableView
{
    Q_OBJECT

public:
    static constexpr int kRowHeight = 28;
    explicit SideView(QWidget *parent = nullptr);

Q_SIGNALS:
    void toggled(); ///< the current row is to be taken or declined
    void stepped(int rows);
    void sortAsked(int column);
    void sideLeft(int direction); ///< the cursor goes beyond the last or first column

protected:
    void keyPressEvent(QKeyEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void addKey(const QString &text, Qt::Key key, std::function<void()> call);
};

} // namespace galley
