// SPDX-License-Identifier: MIT
//
// A database at a glance: its tables by their size, as a picture and as a list.
//
// Threads: UI thread; a job of the page measures.
#pragma once

#include "models/tablesizesmodel.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace galley {

class ConnectionBar;
class JobRunner;
class Treemap;
struct SavedConnection;

class DatabasePage : public QWidget
{
    Q_OBJECT

public:
    /// `secrets` outlives it.
    DatabasePage(Session *session, SecretSource *secrets, QWidget *parent = nullptr);
    ~DatabasePage() override;

    Session *session() const { return m_session; } ///< nullptr once its database was closed
    TableSizesModel &model() const { return *m_model; }
    bool isMeasuring() const;
    void setConnection(const SavedConnection *connection);

Q_SIGNALS:
    void tableActivated(galley::Session *session, const galley::TableName &table);
    void exportRequested(galley::Session *session, const galley::TableName &table);

private:
    QLayout *makeHeader();
    void makeList();
    void measure();
    void stop();
    void describe();
    void open(int row);
    void select(int row);

    QPointer<Session> m_session;
    SecretSource *m_secrets;
    TableSizesModel *m_model;
    ConnectionBar *m_bar;
    QLabel *m_facts;
    QLabel *m_note;
    QPushButton *m_stop;
    QPushButton *m_count;
    Treemap *m_map;
    QTableView *m_list;
    std::unique_ptr<JobRunner> m_runner;
    QString m_problem;
};

} // namespace galley
