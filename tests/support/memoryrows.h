// SPDX-License-Identifier: MIT
//
// Rows and change sets in memory, for tests of what works on any reader and writer.
#pragma once

#include "workers/changes/changeset.h"

namespace galley::test {

/// Integers and text by value; `null` where neither is set.
struct Value
{
    Value() = default;
    Value(int number) // NOLINT: implicit, for lists of rows
        : integer(number)
    {
    }
    Value(const char *words) // NOLINT: implicit, for lists of rows
        : text(words)
    {
    }
    Cell cell() const
    {
        if (integer)
            return Cell::integer(*integer);
        return text ? Cell::text(*text) : Cell();
    }
    static Value of(const Cell &cell);
    auto operator<=>(const Value &) const = default;

    std::optional<qint64> integer;
    std::optional<std::string> text;
};
using Row = std::vector<Value>;
using Rows = std::vector<Row>;

/// `id INTEGER, …` as text columns after the first; `key`: indexes.
TableShape shapeOf(const QStringList &columns, const std::vector<int> &key);

/// Rows with lines from 2 on, as in a file with a header; a few in each batch.
std::unique_ptr<RowReader> readerOf(const TableShape &shape, const Rows &rows, qsizetype batchRows = 3);

class KeptRejects final : public RejectSink
{
public:
    void reject(Reject reject) override { all.push_back(std::move(reject)); }
    std::vector<Reject> all;
};

struct KeptChange
{
    ChangeKind kind = ChangeKind::Insert;
    qint64 line = 0;
    Row before;
    Row after;
};

class KeptChanges final : public ChangeSetWriter
{
public:
    Result<void> beginTable(const ChangeShape &) override { return {}; }
    Result<void> add(const RowChange &change) override;
    Result<void> addReject(const Reject &) override { return {}; }
    Result<void> endTable(ChangeSetTable) override { return {}; }
    Result<void> seal(const ChangeSetHeader &) override { return {}; }

    /// `rows` with all changes made; every before-row must be there.
    Result<Rows> appliedTo(Rows rows) const;
    std::vector<KeptChange> all;
};

/// Keys are compared cell by cell, text without regard to case where the column's collation is NOCASE.
/// Nothing is converted.
class PlainEngine final : public Engine
{
public:
    QString id() const override { return QStringLiteral("plain"); }
    QString name() const override { return QStringLiteral("Plain"); }
    Result<std::unique_ptr<Connection>> open(const OpenRequest &) const override { return unsupported(); }
    Result<std::vector<std::unique_ptr<Connection>>> openSnapshot(const OpenRequest &, int) const override
    {
        return unsupported();
    }
    std::unique_ptr<CellConverter> converter(const TableShape &, const Column *,
                                             const Column &) const override
    {
        return nullptr;
    }
    int compareKeys(const Column &column, const Cell &a, const Cell &b) const override;
    Result<TableInfo> tableFor(const TableShape &) const override { return unsupported(); }
    QString quoted(const QString &text) const override { return text; }

private:
    static Error unsupported() { return {ErrorKind::Unsupported, QStringLiteral("rows only"), {}, {}}; }
};

} // namespace galley::test
