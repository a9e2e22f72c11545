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

struct BundleTable
{
    TableInfo table; ///< in the source engine's types; shape.origin says how far the cells can be trusted
    QString member; ///< file inside the bundle, "" where there are no data (schema only)
    QString formatId; ///< of the member
    OptionValues options; ///< of the format
    qint64 rows = -1; ///< -1: the bundle does not say
    qint64 bytes = -1; ///< of the member, unpacked
    QByteArray sha256; ///< of the member, unpacked; "" where the bundle does not say
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
    /// Writes what remains (listing, checksums, seal), flushes, and puts everything under its final name.
    /// Not calling it leaves nothing behind, and an older bundle under that name untouched.
    virtual Result<void> finish() = 0;
    /// After finish(): members with their bytes, for the report.
    virtual std::vector<std::pair<QString, qint64>> members() const = 0;
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
    /// `path` ends in .zip: a zip; else a directory. `listing`: what will be written, with formatId and
    /// options set; the member names are chosen here. Errors: CannotCreate, Permission, Io, Unsupported.
    virtual Result<std::unique_ptr<BundleWriter>> create(const QString &path, const BundleListing &listing,
                                                         const OptionValues &options,
                                                         bool overwrite) const = 0;
};

const std::vector<std::unique_ptr<Bundle>> &bundles();
const Bundle *findBundle(const QString &id);
/// The bundle that recognises `path`; nullptr where none does.
const Bundle *detectBundle(const QString &path);

} // namespace galley
