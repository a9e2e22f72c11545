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
    /// `files`: those that were imported.
    void setRecent(const QStringList &databases, const QStringList &files);
    /// Names of saved jobs, and what each does.
    void setJobs(const QList<std::pair<QString, QString>> &jobs);
    void setHintShown(bool isShown);

Q_SIGNALS:
    void openRequested();
    void connectRequested();
    void sampleRequested();
    void importRequested();
    void recentRequested(const QString &path);
    void fileRequested(const QString &path);
    void jobRequested(const QString &name);
    void jobsRequested(); ///< the page of all of them
    void hintDismissed();

private:
    QWidget *makeDropCard();
    QWidget *makeRecentCard();
    QWidget *makeJobsCard();
    QWidget *makeHint();
    QWidget *makeAbilitiesCard();

    void addRecent(const QString &path, const char *iconName, void (StartPage::*signal)(const QString &));

    QVBoxLayout *m_recent = nullptr;
    QVBoxLayout *m_jobs = nullptr;
    QWidget *m_jobsCard = nullptr;
    QWidget *m_hint = nullptr;
};

} // namespace galley
