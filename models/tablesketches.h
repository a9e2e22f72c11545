// SPDX-License-Identifier: MIT
//
// The sketches of a table's columns, from the first rows of it: asked of the session in small pieces, so
// that what the user looks at comes first.
//
// Threads: UI thread; the session reads.
#pragma once

#include "models/columnsketch.h"
#include "workers/session/session.h"

#include <QPointer>

namespace galley {

class TableSketches : public QObject
{
    Q_OBJECT

public:
    /// No more rows than these are read.
    static constexpr qint64 kMostRows = 10'000;

    TableSketches(Session *session, TableName table, QObject *parent = nullptr);
    ~TableSketches() override;

    /// Begins anew; changed() follows.
    void start();
    /// What there is stays.
    void stop();
    bool isRunning() const { return m_request != 0; }

    /// nullptr where nothing is known yet.
    const ColumnSketch *find(const QString &column) const;
    /// "all 800 rows", "the first 10,000 rows"; "" while nothing is known.
    QString sampleText() const;
    /// The sketch in words with what it was made of; "" where there is none.
    QString text(const QString &column) const;

Q_SIGNALS:
    void changed();

private:
    void ask();
    void take(const RowPagePtr &page);
    void finish(bool isAll);

    QPointer<Session> m_session;
    TableName m_table;
    quint64 m_request = 0; ///< 0: none
    qint64 m_asked = 0; ///< rows of the request
    qint64 m_rows = 0;
    size_t m_bytes = 0;
    bool m_isAll = false;
    std::vector<QString> m_names;
    std::vector<ColumnSketcher> m_sketchers;
    std::map<QString, ColumnSketch> m_sketches;
    qint64 m_sampled = 0;
};

} // namespace galley
