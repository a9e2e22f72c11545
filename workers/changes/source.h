// SPDX-License-Identifier: MIT
//
// Where an import's rows come from, opened: a database, a bundle, a file, or a folder or zip of files, all as
// a list of tables.
//
// Threads: one at a time; a reader may be handed to another thread as long as nothing else of the source is
// used meanwhile. interrupt() on any.
#pragma once

#include "workers/bundles/bundle.h"
#include "workers/changes/importsource.h"

namespace galley {

struct SourceTable
{
    TableInfo info; ///< `isDeclared`: as the source describes it; else only the name is there
    bool isDeclared = false;
    qint64 namedOnLine = 0; ///< where the content names the table; 0: it has the name of the file
    QString file; ///< one of several files; "" else
    QString member; ///< file in the bundle, folder or zip; "" else
    QString formatId; ///< of the file; "" for databases
    OptionValues options; ///< of the format
    qint64 rows = -1; ///< -1: not known without reading
    qint64 bytes = -1; ///< of the file or member
};

/// Of the bytes of one file or member. Complete when the reader has come to its end.
struct SourceDigest
{
    qint64 size = -1;
    QByteArray sha256;
};

struct SourceTableRequest
{
    /// Where the source declares no shape: names and types that are expected. May be nullptr.
    const TableShape *expected = nullptr;
    RejectSink *rejects = nullptr; ///< for rows that are broken in themselves
    QStringList orderBy; ///< only databases follow it
    std::shared_ptr<SourceDigest> digest; ///< filled at the end; may be null
    std::vector<Error> *warnings = nullptr; ///< as in FormatReadRequest; may be nullptr
    OptionValues *detected = nullptr; ///< likewise
};

class RowSource
{
public:
    virtual ~RowSource() = default;
    const std::vector<SourceTable> &tables() const { return m_tables; }
    /// A bundle by its id; "" for others.
    const QString &bundleId() const { return m_bundleId; }
    /// Engine id of the source's native types; "" where there are none.
    const QString &engine() const { return m_engine; }
    bool isDatabase() const { return m_isDatabase; }
    const std::vector<ViewInfo> &views() const { return m_views; }
    const std::vector<TriggerInfo> &triggers() const { return m_triggers; }
    const std::vector<ObjectInfo> &objects() const { return m_objects; }
    const std::vector<Error> &warnings() const { return m_warnings; }

    /// Rows of tables()[index]. Errors: those of the format, bundle or engine.
    virtual Result<std::unique_ptr<RowReader>> openTable(size_t index, const SourceTableRequest &request) = 0;
    /// Of a database; nullptr else.
    virtual Connection *connection() { return nullptr; }
    /// Makes a running read of a database return Cancelled soon.
    virtual void interrupt() { }

protected:
    std::vector<SourceTable> m_tables;
    QString m_bundleId;
    QString m_engine;
    bool m_isDatabase = false;
    std::vector<ViewInfo> m_views;
    std::vector<TriggerInfo> m_triggers;
    std::vector<ObjectInfo> m_objects;
    std::vector<Error> m_warnings;
};

/// Decides by what is said, then by content. `isUntrusted`: a database is opened as a file of unknown origin.
/// `secrets`: for a database on a server; may be nullptr.
/// Errors: NotFound, Permission, Unsupported, Schema (nothing to import in it), Cancelled, and those of what
/// is opened.
Result<std::unique_ptr<RowSource>> openRowSource(const ImportSource &source, bool isUntrusted,
                                                 SecretSource *secrets = nullptr,
                                                 const std::stop_token &stop = {});

} // namespace galley
