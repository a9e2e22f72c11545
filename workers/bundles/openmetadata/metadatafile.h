// SPDX-License-Identifier: MIT
//
// One CSV file of OpenMetadata, or several of them in a folder or zip: how each is written, what its rows
// describe, and to what they belong.
#pragma once

#include "workers/base/option.h"
#include "workers/bundles/archive.h"
#include "workers/bundles/openmetadata/metadatafields.h"
#include "workers/formats/format.h"

#include <QSet>

#include <memory>

namespace galley {

/// What the user says about files to be read.
struct MetadataReading
{
    QByteArray parent; ///< fully qualified name that the rows of a plain file belong to; "" for by file name
    QByteArray database; ///< replaces service and database of every fully qualified name; "" for none
    QSet<QByteArray> owners; ///< empty: not known
    bool isChecked = true; ///< cells are checked as the server does
    bool namesAreAlike = true; ///< names that differ in case only are refused
    bool asComments = false; ///< only the descriptions, as rows of a table of comments

    /// Errors: Value, NotFound, Io (of the list of owners).
    static Result<MetadataReading> of(const OptionValues &options);
};

struct MetadataFile
{
    QString member; ///< "" for a single file
    MetadataHeader header;
    OptionValues csv; ///< options for the CSV reader
    QByteArray parent; ///< "" where it is not known
    QString entityType; ///< of all rows; "" where it is not known, or where each row says its own
};

class MetadataFiles
{
public:
    /// Errors: NotFound, Io, those of archives, Schema and Duplicate of headers, Usage (a parent that does
    /// not fit).
    static Result<std::shared_ptr<const MetadataFiles>> open(const QString &path,
                                                             const MetadataReading &reading);

    const std::vector<MetadataFile> &files() const { return m_files; }
    const QString &path() const { return m_path; }
    bool isArchive() const { return m_archive != nullptr; }
    /// The fields of all rows, in the one order.
    std::vector<MetadataField> fields() const;
    /// Rows as they stand in the file; rows that are too short are filled up in recursive files, as the
    /// server does.
    Result<std::unique_ptr<RowReader>> openRows(const MetadataFile &file, RejectSink *rejects) const;

private:
    Result<void> add(const QString &member, const MetadataReading &reading);
    Result<std::unique_ptr<ByteSource>> openBytes(const QString &member) const;

    QString m_path;
    std::unique_ptr<ArchiveReader> m_archive;
    std::vector<MetadataFile> m_files;
};

/// How the CSV reader is to read it.
OptionValues metadataCsvOptions(const QString &delimiter);

/// Whether a file, or the files in a folder or zip, are theirs, by the first one's header.
bool isMetadata(const QString &path);

/// `svc.db.schemas.csv`: the name of the file of what is in `parent`. `entityType`: of its rows.
QString metadataMemberName(const QByteArray &parent, const QString &entityType);

} // namespace galley
