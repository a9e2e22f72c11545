// SPDX-License-Identifier: MIT
//
// How fast a job was over time: a line over its ground, with the highest speed beside it. What it shows is
// its accessible description, too.
//
// Threads: UI thread.
#pragma once

#include <QWidget>

namespace galley {

class ThroughputCurve : public QWidget
{
    Q_OBJECT

public:
    explicit ThroughputCurve(QWidget *parent = nullptr);
    /// Rows per second, oldest first.
    void setSpeeds(const QList<double> &speeds);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<double> m_speeds;
};

} // namespace galley
