// SPDX-License-Identifier: MIT
//
// How a saved connection looks wherever it appears: its colour, its word, and the bar across a page that says
// where one is.
//
// Threads: UI thread.
#pragma once

#include "workers/connections/savedconnections.h"

#include <QColor>
#include <QIcon>
#include <QWidget>

namespace galley {

/// Of an id of connectionColors(), in the current theme; the muted colour for an unknown one.
QColor connectionColor(const QString &id);
/// Text that stands on connectionColor(), readable (4.5:1).
QColor connectionTextColor();
/// A round patch, for lists.
QIcon connectionIcon(const QString &color);
/// "red — production"
QString connectionColorName(const QString &color);
/// "PRODUCTION · shop · read-only"
QString connectionSentence(const SavedConnection &connection);

/// A bar in the connection's colour with its word. Not shown for a connection without colour, mark and
/// read-only switch.
class ConnectionBar : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionBar(QWidget *parent = nullptr);
    void setConnection(const SavedConnection *connection);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QString m_color;
    bool m_isReadOnly = false;
};

} // namespace galley
