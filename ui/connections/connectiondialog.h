// SPDX-License-Identifier: MIT
//
// A saved connection, to be made or changed: the fields that its engine has, how it looks, whether it may be
// written to, and a test that really connects.
//
// Threads: UI thread; the test runs on a job's thread.
#pragma once

#include "models/connectiontest.h"
#include "workers/connections/savedconnections.h"
#include "workers/jobs/jobrunner.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace galley {

class ConnectionBar;
class ConnectionBook;
class OptionsForm;
class WindowSecrets;

class ConnectionDialog : public QDialog
{
    Q_OBJECT

public:
    /// `known`: the connection to be changed; nullptr for a new one. `book` and `secrets` outlive it.
    ConnectionDialog(ConnectionBook &book, WindowSecrets &secrets, const SavedConnection *known,
                     QWidget *parent);
    ~ConnectionDialog() override;

    /// Of the connection that was saved.
    QString savedName() const { return m_savedName; }

private:
    void makeTop(QVBoxLayout *layout);
    void makeServerPart(QVBoxLayout *layout);
    void makeLooks(QVBoxLayout *layout);
    void makeFoot(QVBoxLayout *layout);
    void fill(const SavedConnection &known);
    void setEngine(const QString &id, const OptionValues &values);
    void fitWidth();
    QString engineId() const;
    Result<SavedConnection> entered() const;
    void showPreview();
    void test();
    void testEnded();
    void save();
    void keepPassword(const SavedConnection &connection);
    void finish(const SavedConnection &connection);
    void tell(const QString &text, const QString &tone);

    ConnectionBook &m_book;
    WindowSecrets &m_secrets;
    QString m_replaced; ///< the name of the connection being changed
    QString m_savedName;
    QLineEdit *m_name = nullptr;
    QComboBox *m_engine = nullptr;
    OptionsForm *m_fields = nullptr;
    QWidget *m_passwordPart = nullptr;
    QLabel *m_passwordLabel = nullptr;
    QLineEdit *m_password = nullptr;
    QCheckBox *m_keep = nullptr;
    QComboBox *m_color = nullptr;
    QLineEdit *m_mark = nullptr;
    QCheckBox *m_readOnly = nullptr;
    ConnectionBar *m_bar = nullptr;
    QLabel *m_told = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_save = nullptr;
    std::shared_ptr<ConnectionFacts> m_facts;
    std::unique_ptr<SecretSource> m_typed; ///< outlives the runner
    std::unique_ptr<JobRunner> m_runner;
};

} // namespace galley
