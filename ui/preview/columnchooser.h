// SPDX-License-Identifier: MIT
//
// A list of a table's columns with check marks, beside the button that opens it: which ones are shown. At
// least one always is.
//
// Threads: UI thread.
#pragma once

#include "workers/base/shape.h"

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace galley {

class ColumnChooser : public QFrame
{
    Q_OBJECT

public:
    explicit ColumnChooser(QWidget *parent = nullptr);

    /// `hidden`: one for each column, or empty.
    void open(const TableShape &shape, const std::vector<bool> &hidden, const QWidget *beside);

Q_SIGNALS:
    void hiddenChanged(const std::vector<bool> &hidden); ///< empty: none is

private:
    std::vector<bool> hiddenColumns() const;
    void showAll(bool isShown);
    void filter(const QString &text);

    QLineEdit *m_filter;
    QListWidget *m_list;
    bool m_isFilling = false;
};

} // namespace galley
