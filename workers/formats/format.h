// SPDX-License-Identifier: MIT
//
// A file format: one stream of rows of one table. A new format is a folder beside csv/ and one
// galley_format() line; wizards, command line, detection by suffix and content, and the contract tests then
// know it.
#pragma once

#include "workers/base/bytebuffer.h"
#include "workers/base/io.h"
#include "workers/base/option.h"
#include "workers/base/rows.h"

#include <span>

namespace galley {

/// One thing that was found out about a file, shown to people: "Delimiter: semicolon, sure".
struct DetectedFact
{
    QString id; ///< an option id, or "encoding", "lineends", "types", …
    QString label;
    QString value; ///< for people
    double confidence = 1; ///< 0 to 1
    QString note; ///< why; "" where there is nothing to say
};

/// What a column of a file holds, and why it is taken for that.
struct DetectedColumn
{
    Column column; ///< with type, precision and scale
    qint64 values = -1; ///< that are not NULL; -1: not looked at
    qint64 nulls = -1;
    bool isAscending = false; ///< integers that only grow: may be a key
    double confidence = 1; ///< of the type, 0 to 1
    QString note; ///< why
};

struct Detection
{
    std::vector<DetectedFact> facts;
    OptionValues options; ///< what the reader will use for all that the user did not set
    std::vector<Error> warnings; ///< class and message
    bool isCertain = true; ///< false: the reader refuses (Ambiguous) unless the user says
    QString asks; ///< not certain: the id of the option that has to be said
    std::vector<DetectedColumn> columns; ///< where the format's rows were read
    qint64 rows = -1; ///< likewise
};

struct FormatReadRequest
{
    OptionValues options; ///< set by the user or by a bundle; beats detection
    /// What the rows should be: from a bundle's listing (origin Native: cells are decoded to these types) or
    /// a target table (names and types help where the file is silent). nullptr: not known.
    const TableShape *expected = nullptr;
    TableName table; ///< for the reader's shape, and to refuse rows of another table (SQL)
    RejectSink *rejects = nullptr; ///< rows that are broken in themselves, where the format can go on after
                                   ///< one; nullptr: the first is an error
    /// Filled by openReader(), where not nullptr: what it takes for granted though the file could mean
    /// something else.
    std::vector<Error> *warnings = nullptr;
    /// Filled by openReader(), where not nullptr: the options that were not set but found out.
    OptionValues *detected = nullptr;
};

/// Bytes of one encoded block of rows and what end() needs to know of it.
struct EncodedBlock
{
    ByteBuffer bytes;
    qint64 rows = 0;
    /// Cells whose storage class the written text does not show (a number in a TEXT column of SQLite, as
    /// plain CSV): for the warning that they may read back as another kind.
    qint64 inexactCells = 0;
    QByteArray detail; ///< format's own (Parquet: the row group's metadata)
};

struct BlockPlace
{
    qint64 offset = 0; ///< in the file
    qint64 size = 0;
    qint64 rows = 0;
    QByteArray detail;
};

/// Turns batches into bytes. begin() once, encode() for each batch in order of the file but possibly on
/// several threads at once (const), end() once.
class RowEncoder
{
public:
    virtual ~RowEncoder() = default;
    virtual Result<void> begin(ByteBuffer &out) const = 0;
    /// Appends the rows. `isFirst`: no rows come before these in the file (JSON arrays: no comma).
    /// Errors: Value, Encoding (with the column and row): a value that this format cannot carry exactly.
    virtual Result<void> encode(const RowBatch &rows, bool isFirst, EncodedBlock &out) const = 0;
    virtual Result<void> end(const std::vector<BlockPlace> &blocks, ByteBuffer &out) const = 0;
    /// Rows that should make up one block; 0: as they come (text formats).
    virtual qint64 blockRows() const { return 0; }
    /// As encode(), of all rows of one block; for encoders that have blockRows(). A row of an error counts
    /// through all batches.
    virtual Result<void> encodeBlock(std::span<const RowBatch> batches, bool isFirst,
                                     EncodedBlock &out) const;
};

/// Where a file says which table its rows are of.
struct NamedTable
{
    QString name;
    qint64 line = 0;
};

class Format
{
public:
    virtual ~Format() = default;

    virtual QString id() const = 0; ///< "csv"
    virtual QString name() const = 0; ///< for people: "CSV"
    virtual QStringList suffixes() const = 0; ///< without dot, the usual one first
    virtual QString description() const = 0; ///< one sentence for wizards and `galley formats`
    virtual std::vector<OptionSpec> options() const = 0;
    /// How surely `head` (up to 64 KiB of the unpacked file) is of this format, 0 to 1; 0 where it cannot be.
    virtual double sniff(std::string_view head) const = 0;
    /// Every file of it begins with its mark: one of its suffix that does not is damaged, whatever it looks
    /// like.
    virtual bool hasMark() const { return false; }
    /// Reads the whole source and says what it is. Options the user set are taken as given.
    virtual Result<Detection> detect(ByteSource &source, const OptionValues &options) const = 0;
    /// The table that the content itself names, as an SQL script does; "" where it names none.
    virtual NamedTable tableNamedIn(std::unique_ptr<ByteSource> /*source*/) const { return {}; }
    /// Errors: those of the header: Malformed, Encoding, Duplicate, Schema, Limit, Ambiguous, Unsupported.
    virtual Result<std::unique_ptr<RowReader>> openReader(std::unique_ptr<ByteSource> source,
                                                          const FormatReadRequest &request) const = 0;
    /// The format that rejected rows are written in, to be repaired and read again: this one, unless a row
    /// alone is no text in it.
    virtual QString rejectsFormat() const { return id(); }
    /// An encoder for rows of `shape`. Errors: Unsupported, Usage.
    virtual Result<std::unique_ptr<RowEncoder>> makeEncoder(const TableShape &shape,
                                                            const OptionValues &options) const = 0;
};

const std::vector<std::unique_ptr<Format>> &formats();
/// Of the format's rejectsFormat(); `options` are those of `format`. Errors: as makeEncoder().
Result<std::unique_ptr<RowEncoder>> makeRejectsEncoder(const Format &format, const TableShape &shape,
                                                       const OptionValues &options);
const Format *findFormat(const QString &id); ///< nullptr where there is none
/// By suffix (`t.csv`, `t.csv.gz`); nullptr where none fits.
const Format *formatForSuffix(const QString &fileName);
/// By content first, then by suffix. Errors: Unsupported, Malformed (what the content looks like instead).
Result<const Format *> detectFormat(std::string_view head, const QString &fileName);

} // namespace galley
