// SPDX-License-Identifier: MIT
//
// A dialog of steps with their list at the left: what QWizard is for, looking like this century, and nothing
// is lost by going back.
//
// Threads: UI thread.
#pragma once

#include <QDialog>

#include <functional>
#include <memory>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace galley {

class StepDialog : public QDialog
{
    Q_OBJECT

public:
    explicit StepDialog(const QString &finishText, QWidget *parent = nullptr);

    int currentStep() const;
    int stepCount() const;
    /// Only steps up to the first incomplete one can be shown.
    void showStep(int step);
    QWidget *stepPage(int step) const;
    QPushButton *nextButton() const { return m_next; }
    QPushButton *backButton() const { return m_back; }

Q_SIGNALS:
    void saveRequested(); ///< what the pages say is wanted as a saved job

protected:
    struct Step
    {
        QString name; ///< in the list
        QString title; ///< above the page, one sentence
        QWidget *page = nullptr;
        /// "" when the step is complete, else what is missing: shown beside the buttons.
        std::function<QString()> missing;
        /// Called each time before the page is shown.
        std::function<void()> enter;
    };

    void addStep(Step step);
    /// To be called when what a page holds has changed.
    void updateSteps();

private:
    void goTo(int step);
    QString missingAt(int step) const;

    std::vector<Step> m_steps;
    QListWidget *m_list = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_missing = nullptr;
    QStackedWidget *m_stack = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
    QString m_finishText;
};

} // namespace galley
