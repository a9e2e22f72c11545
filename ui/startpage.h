// SPDX-License-Identifier: MIT
//
// What the window shows first: where to drop, what was opened last, what can be opened.
//
// Threads: UI thread.
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace galley {

class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);
    void setRecent(const QStringList &paths);

Q_SIGNALS:
    void openRequested();
    void connectRequested();
    void sampleRequested();
    void importRequested();
    void recentRequested(const QString &path);

private:
    QWidget *makeDropCard();
    QWidget *makeRecentCard();
    QWidget *makeAbilitiesCard();

    QVBoxLayout *m_recent = nullptr;
};

} // namespace galley
