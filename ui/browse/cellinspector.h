// SPDX-License-Identifier: MIT
//
// The pane beside a data grid that shows the selected cell in full: long texts, bytes as a dump, pictures.
//
// Threads: UI thread.
#pragma once

#include <QModelIndex>
#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace galley {

class CellInspector : public QWidget
{
    Q_OBJECT

public:
    explicit CellInspector(QWidget *parent = nullptr);
    /// An index of a RowsModel; an invalid one clears the pane.
    void show(const QModelIndex &index);

private:
    void showBytes(const QByteArray &bytes);

    QLabel *m_name;
    QLabel *m_facts;
    QLabel *m_picture;
    QPlainTextEdit *m_text;
};

} // namespace galley
