// SPDX-License-Identifier: MIT
//
// A bundle: many tables in one export, as a directory, a zip or one file. A new bundle is a folder beside
// galley/ and one galley_bundle() line.
#pragma once

#include "workers/base/io.h"
#include "workers/base/option.h"
#include "workers/base/rows.h"
#include "workers/base/schema.h"

#include <functional>
#include <stop_token>

namespace galley {

class RowEncoder;

struct BundleTable
{
    TableInfo table; ///< in the source engine's types; shape.origin says how far the cells can be trusted
    QString member; ///< file inside the bundle, "" where there are no data (schema only)
    QString formatId; ///< of the member
    OptionValues options; ///< of the format
    qint64 rows = -1; ///< -1: the bundle does not say
    qint64 bytes = -1; ///< of the member, unpacked
    QByteArray sha256; ///< of the member, unpacked; "" where the bundle does not say

    // Writing only: what feeds it.
    size_t source = 0; ///< index of the table in the listing that Bundle::planned() got
    QStringList columns; ///< of that table, in the order of the cells; empty: all
    QString where; ///< an SQL condition of the source's engine, beside the user's own; "" for all rows
};

struct BundleListing
{
    QString bundleId;
    QString generator; ///< "Galley 0.1.0", "Kùzu 0.11.3", …
    QString engine; ///< engine id of the source, "" where it is none of ours
    QString engineVersion;
    QString sourceName; ///< file or database that was exported
    std::vector<BundleTable> tables; ///< parents before children
    std::vector<ViewInfo> views;
    std::vector<TriggerInfo> triggers;
    std::vector<ObjectInfo> objects; ///< in an order in which they can be made
    QStringList notCarried; ///< what the source's export named as not in it: "not carried: policy p on t"
    std::vector<Error> warnings; ///< told with every use of the bundle
    bool isSealed = false; ///< it carries checksums over everything
};

/// Done and total bytes.
using ByteProgress = std::function<void(qint64, qint64)>;

/// Bytes: seal, checksums and sizes. Rows: the rows are parsed and counted, too.
enum class VerifyDepth : quint8
{
    Bytes,
    Rows
};

/// An opened bundle: everything in it that can be checked without reading the data was checked.
/// Threads: one at a time; readers of different tables may be used on different threads.
class BundleReader
{
public:
    virtual ~BundleReader() = default;
    virtual const BundleListing &listing() const = 0;
    /// Rows of listing().tables[index]. The reader checks the count and the checksum of the listing at its
    /// end (Checksum, Truncated).
    virtual Result<std::unique_ptr<RowReader>> openTable(size_t index, RejectSink *rejects) = 0;
    /// Reads every byte. Errors: Checksum, Truncated, Malformed, Cancelled.
    virtual Result<void> verify(VerifyDepth depth, const ByteProgress &progress, std::stop_token stop) = 0;
};

/// Threads: one.
class BundleWriter
{
public:
    virtual ~BundleWriter() = default;
    /// Bytes of the data of table `index` of the listing given to Bundle::create(); one table at a time, in
    /// order, the sink finished before the next is opened.
    virtual Result<std::unique_ptr<ByteSink>> openTable(size_t index) = 0;
    /// Tells how many rows went into table `index`.
    virtual void setRows(size_t index, qint64 rows) = 0;
    /// Writes what remains (listing, checksums, seal) and flushes. Nothing is under the final name yet.
    virtual Result<void> finish() = 0;
    /// After finish(): reads back what waits for its name and compares it with what was written.
    /// Errors: Checksum, Truncated, Io, Cancelled.
    virtual Result<void> verify(const ByteProgress &progress, std::stop_token stop) = 0;
    /// After finish(): puts everything under its final name. Not calling it leaves nothing behind, and an
    /// older bundle under that name untouched.
    virtual Result<void> place() = 0;
    /// After place(): members with their bytes, for the report.
    virtual std::vector<std::pair<QString, qint64>> members() const = 0;
};

/// What a bundle can be on the disk.
struct BundleForms
{
    bool directory = true;
    bool zip = true;
    QStringList suffixes; ///< of one file for all tables, without dot, the usual one first; none: never

    /// Nothing of this kind can be written, only read.
    bool isEmpty() const { return !directory && !zip && suffixes.isEmpty(); }
};

class Bundle
{
public:
    virtual ~Bundle() = default;
    virtual QString id() const = 0;
    virtual QString name() const = 0;
    virtual QString description() const = 0;
    virtual std::vector<OptionSpec> options() const = 0;
    /// Whether the file or directory is one of this kind, by content; never reads more than a few blocks.
    virtual bool recognises(const QString &path) const = 0;
    virtual Result<std::unique_ptr<BundleReader>> open(const QString &path,
                                                       const OptionValues &options) const = 0;
    /// As open(); opening and what is read later give Cancelled once `stop` was requested.
    virtual Result<std::unique_ptr<BundleReader>> openUnlessStopped(const QString &path,
                                                                    const OptionValues &options,
                                                                    const std::stop_token & /*stop*/) const
    {
        return open(path, options);
    }
    /// What it can be written as; none where it can only be read.
    virtual BundleForms forms() const { return {}; }
    /// Ids of the formats that its data can be written in, the usual one first. Empty: rows go in a form of
    /// its own, and there is nothing to choose.
    virtual QStringList formats() const;
    /// What an export of the tables of `selected` really writes, as not every bundle has one file for each
    /// table: entries left out, renamed, added, fed by a part of a table, other formats; `warnings` says what
    /// is lost or changed. The shape of each entry is that of the cells it is fed with, in the source's
    /// types. `selected`: table i has source i, and a formatId where rows are written (the bundle's id where
    /// formats() is empty).
    /// Errors: Unsupported, Schema, Usage, Duplicate: what cannot be written in this bundle at all.
    virtual Result<BundleListing> planned(const BundleListing &selected, const OptionValues &options) const;
    /// For the rows of one entry of what planned() gave; by default that of its formatId and options.
    virtual Result<std::unique_ptr<RowEncoder>> makeEncoder(const BundleTable &table,
                                                            const OptionValues &options) const;
    /// `path` is one of forms() (checkDestination()). `listing`: what planned() gave; the member names are
    /// chosen here. Errors: CannotCreate, Permission, Io, Unsupported.
    virtual Result<std::unique_ptr<BundleWriter>> create(const QString &path, const BundleListing &listing,
                                                         const OptionValues &options,
                                                         bool overwrite) const = 0;
};

const std::vector<std::unique_ptr<Bundle>> &bundles();
const Bundle *findBundle(const QString &id);
/// The bundle that recognises `path`; nullptr where none does.
const Bundle *detectBundle(const QString &path);
/// Those of `all` that can be written, in their order.
std::vector<const Bundle *> writableBundles(const std::vector<std::unique_ptr<Bundle>> &all = bundles());
/// Whether the bundle can be written to `path`: by its end a zip, a single file, else a directory.
/// Errors: Usage, saying what it can be; Unsupported where it can only be read.
Result<void> checkDestination(const Bundle &bundle, const QString &path);

} // namespace galley
