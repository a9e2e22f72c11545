// SPDX-License-Identifier: MIT
//
// Rejected rows as files that can be repaired and imported again.
//
// Threads: one.
#pragma once

#include "workers/base/io.h"
#include "workers/base/rows.h"

#include <functional>
#include <map>
#include <set>
#include <vector>

namespace galley {

/// Takes rejects and writes them:
/// - `<path>`: the rows as they stand in their source (Reject::raw), under the source's header line, so that
///   the file imports with the options of the first import, without editing anything but the values. Rows
///   that have no text (from a database) are left out.
/// - `<path>.reasons.csv`: for every reject file, line, column, value, class and reason; `row` is the line
///   in `<path>`, 0 where the row is not there.
/// Both appear with finish(), and not at all where there was no reject.
class RejectsFile : public RejectSink
{
public:
    /// Gives the texts of rows of a table by their lines.
    using FetchRows =
        std::function<Result<std::map<qint64, QByteArray>>(const TableName &, const std::set<qint64> &)>;

    /// `header`: the source's header line without its line end, "" where it has none.
    RejectsFile(QString path, QByteArray header);

    void reject(Reject reject) override;
    qint64 count() const { return m_count; }
    /// `fetch` is asked for the rows that came without their text, if there are any; what it does not give
    /// stays out. Errors: CannotCreate, Permission, Io; also those of writing a reject before, and of
    /// `fetch`.
    Result<void> finish(const FetchRows &fetch = {});

private:
    Result<void> open();
    Result<void> write(const Reject &reject);
    Result<void> writePending(const FetchRows &fetch);

    QString m_path;
    QByteArray m_header;
    std::unique_ptr<ByteSink> m_rows;
    std::unique_ptr<ByteSink> m_reasons;
    std::vector<Reject> m_pending; ///< without their text
    qint64 m_count = 0;
    qint64 m_line = 0; ///< lines written to m_rows
    std::optional<Error> m_error;
};

} // namespace galley
