// SPDX-License-Identifier: MIT
//
// Rows from COPY … TO STDOUT, straight into cells.
//
// Threads: those of the session.
#pragma once

#include "workers/base/bytebuffer.h"
#include "workers/base/rows.h"
#include "workers/engines/postgres/pgsession.h"
#include "workers/engines/postgres/pgtypes.h"

namespace galley {

/// Turns a field of COPY's text form (unescaped) into the cell that its column has.
class PgFieldReader
{
public:
    explicit PgFieldReader(const Column &column);
    /// `text` may be changed in place and lives as long as the cell; new bytes go to `arena`.
    /// False where the text is none of the column's type.
    bool read(std::span<char> text, Arena &arena, Cell &cell) const;

private:
    PgClass m_class;
};

class PgReader final : public RowReader
{
public:
    /// `copy`: a COPY (…) TO STDOUT that gives the columns of `shape`. Only one at a time on a session.
    static Result<std::unique_ptr<PgReader>> open(PgSession &session, TableShape shape,
                                                  const QByteArray &copy, bool *isBusy);
    ~PgReader() override;

    const TableShape &shape() const override { return m_shape; }
    Result<bool> read(RowBatch &batch) override;

private:
    PgReader(PgSession &session, TableShape shape, bool *isBusy);
    Result<void> addRow(std::string_view line, RowBatch &batch);
    Error malformed(size_t column) const;

    PgSession &m_session;
    TableShape m_shape;
    std::vector<PgFieldReader> m_fields;
    bool *m_isBusy;
    bool m_isAtEnd = false;
};

/// Writes a cell as a field of COPY's text form.
void appendPgField(ByteBuffer &out, const Cell &cell);
/// A cell as text for a parameter; nothing for NULL.
std::optional<QByteArray> pgParameter(const Cell &cell);

} // namespace galley
