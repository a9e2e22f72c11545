// SPDX-License-Identifier: MIT
//
// Looks for a text in all rows of the preview: it appears with Ctrl+F above the grids, says how many rows
// have the text while it still searches, and goes with Escape.
//
// Threads: UI thread.
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace galley {

class SearchBar : public QWidget
{
    Q_OBJECT

public:
    explicit SearchBar(QWidget *parent = nullptr);

    void open(); ///< shows it and takes the focus
    void close();
    QString text() const;
    /// `found` changes have the text, of `done` that were looked at; all are `total`.
    void showState(qint64 found, qint64 done, qint64 total, bool isRunning);

Q_SIGNALS:
    void wanted(const QString &text); ///< a short while after typing
    void stepped(int direction);
    void stopped(); ///< what is still searched need not be
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QToolButton *makeButton(const QString &iconName, const QString &text, const QString &tip);

    QLineEdit *m_text;
    QLabel *m_state;
    QToolButton *m_stop = nullptr;
    QTimer m_typing;
};

} // namespace galley
