// SPDX-License-Identifier: MIT
//
// First page of the import wizard: what to import, what it was found to be and how surely, and its first
// rows. The first bytes are looked at at once and again after each change; the rest of the file is read in
// the background.
//
// Threads: UI thread; files are looked at by jobs.
#pragma once

#include "models/latestjob.h"
#include "ui/wizards/importpages.h"

class QProgressBar;
class QPushButton;

namespace galley {

class FactsView;

class SourcePage : public ImportPage
{
    Q_OBJECT

public:
    explicit SourcePage(ImportState &state);
    void start();
    QString missing() const;
    void write(ImportPlan &plan) const;

private:
    void makeLayout();
    void lookSoon(int afterMs);
    void look();
    void looked(const Result<JobReport> &result);
    void survey();
    void surveyed(const Result<JobReport> &result);
    void showFailure(const Error &error);
    void showFacts();
    void showOptions();
    void showProblems();
    void showSurvey(const JobProgress *progress);
    void showSample();
    ImportSource source() const;
    QString doubt() const;

    QLineEdit *m_path;
    QLabel *m_pathProblem;
    QLabel *m_kind;
    FactsView *m_facts;
    QLabel *m_readNote;
    QProgressBar *m_readBar;
    QPushButton *m_readButton; ///< stops reading, or starts it again
    OptionsForm *m_options;
    QPushButton *m_reset;
    QWidget *m_optionsArea = nullptr;
    QWidget *m_found = nullptr; ///< all that is shown of a source that is known
    QTableWidget *m_sample;
    QTimer *m_delay;
    LatestJob m_looking;
    LatestJob m_surveying;
    std::shared_ptr<SourceFacts> m_next;
    std::shared_ptr<SurveyFacts> m_nextSurvey;
    std::optional<Error> m_error;
    bool m_isForComments = false;
    QString m_optionsOf; ///< format whose options the form shows
};

} // namespace galley
