// SPDX-License-Identifier: MIT
//
// Reads a ChangeSet for the preview's models on a thread of its own; what comes back are constants.
//
// Threads: UI thread; signals are emitted there. The ChangeSet lives and dies on the loader's thread.
#pragma once

#include "models/changesscan.h"
#include "workers/changes/changeset.h"

#include <QObject>
#include <QThread>

#include <memory>
#include <vector>

namespace galley {

/// All of a ChangeSet but its rows.
struct ChangesFile
{
    QString path;
    ChangeSetHeader header;
    std::vector<ChangeSetTable> tables;
    RowCounts totals;
    qint64 rejectCount = 0;
};

/// Some row changes of one table, in the order of a view. A text or bytes beyond a limit is cut; it says so.
struct ChangesPage
{
    struct Row
    {
        qint64 number = 0;
        ChangeKind kind = ChangeKind::Insert;
        qint64 line = 0;
    };

    qint64 first = 0; ///< of the rows that were asked for
    std::vector<Row> rows;
    RowBatch before; ///< a row of NULLs for an insert
    RowBatch after; ///< a row of NULLs for a delete
    std::vector<bool> isChanged; ///< for each row and column
    bool isCut = false; ///< of some cell there is more
};

class ChangesLoader : public QObject
{
    Q_OBJECT

public:
    using FilePtr = std::shared_ptr<const ChangesFile>;
    using RowsPtr = std::shared_ptr<const RowBatch>;
    using PagePtr = std::shared_ptr<const ChangesPage>;
    using ScanPtr = std::shared_ptr<ChangesScan>;
    static constexpr qint64 kPageRows = 64;

    explicit ChangesLoader(QObject *parent = nullptr);
    ~ChangesLoader() override;

    /// Ends in opened() or openFailed().
    void open(const QString &path);
    void loadKinds(int table);
    struct PageWanted
    {
        int table = 0;
        quint64 order = 0; ///< told back; what is of another one is no longer asked for
        qint64 first = 0; ///< row of the view, told back
        std::vector<qint64> indexes; ///< of changes, from 0
    };
    /// Some changes, cells cut to some 300 bytes. What was asked for last comes first, and what was asked
    /// for long ago (scrolled past) may never come: ask again.
    void loadPage(PageWanted wanted);
    /// One change, cells cut at 256 KiB only: rowLoaded(). A later call replaces one that waits.
    void loadRow(int table, qint64 index);
    void loadRejects(qint64 first, qint64 limit);
    /// For reading the target; must outlive the loader.
    void setSecrets(SecretSource *secrets);
    /// The next rows of a load, from its source, or of row changes the rows that stay as they are, from the
    /// target; the first ones where another table was asked before, or `isAnew`.
    void loadSourceRows(int table, bool isAnew = false);
    /// Finds the columns that some update changes; told piece by piece.
    void scanChangedColumns(int table);
    /// Steps through to its end, unless it is cancelled: scanned() after each step, or failed().
    void run(const ScanPtr &scan);

Q_SIGNALS:
    void opened(const galley::ChangesLoader::FilePtr &file);
    void openFailed(const galley::Error &error);
    void kindsLoaded(int table, const QByteArray &kinds);
    void pageLoaded(int table, quint64 order, const galley::ChangesLoader::PagePtr &page);
    void rowLoaded(int table, const galley::ChangesLoader::PagePtr &page);
    void rejectsLoaded(qint64 first, const std::vector<galley::Reject> &rejects);
    /// `rows`: in the columns that the source sets (of a load), in all (of what stays). `isEnd`: there are no
    /// more.
    void sourceRowsLoaded(int table, const galley::ChangesLoader::RowsPtr &rows, bool isEnd);
    void sourceFailed(int table, const galley::Error &error);
    void changedColumnsFound(int table, const std::vector<bool> &columns, bool isComplete);
    void scanned(const galley::ChangesLoader::ScanPtr &scan, bool isEnd);
    /// Reading failed after the ChangeSet was opened.
    void failed(const galley::Error &error);

private:
    class Worker;
    template<typename Call> void post(Call call);
    void sendNext();
    void scanPart(int table, qint64 first, std::vector<bool> before);

    struct RowWanted
    {
        int table;
        qint64 index;
    };

    QThread m_thread;
    Worker *m_worker = nullptr; ///< lives on m_thread, which deletes it
    std::vector<PageWanted> m_wanted; ///< the last one is next
    std::optional<RowWanted> m_wantedRow;
    bool m_isBusy = false;
};

} // namespace galley
