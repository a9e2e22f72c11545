// SPDX-License-Identifier: MIT
//
// What one pass over an export finds out: classes, the fields that no class declares, where in the file the
// records of each table stand, and which record ids there are.
#pragma once

#include "workers/bundles/orientdb/orientfields.h"
#include "workers/bundles/orientdb/orientrid.h"
#include "workers/bundles/textruns.h"

#include <stop_token>

namespace galley {

struct OrientColumn
{
    QByteArray field; ///< as in the records
    QString name; ///< of the table's column: the field's, made different where only case tells two apart
    bool isDeclared = false;
    OrientProperty property; ///< where it is declared
    OrientType type = OrientType::Any; ///< after the pass: never Any
    bool isMixed = false; ///< values of several kinds: all become text
    bool isBag = false; ///< all values are LINKBAGs
    quint32 seen = 0; ///< bits of OrientType, where the declaration says nothing
    std::vector<int> targets; ///< classes that links of the column lead to; -1: into none
    qint64 bagEntries = 0;
    qint64 values = 0; ///< that are not null
    qint64 oddDates = 0; ///< DATE values that are not midnight in UTC
};

struct OrientTable
{
    enum class Kind : quint8
    {
        Class,
        Cluster, ///< documents without class
        Blobs
    };

    Kind kind = Kind::Class;
    QString name;
    int classIndex = -1;
    std::vector<OrientColumn> columns; ///< without the record id
    std::vector<TextRun> runs; ///< records of other tables may stand between
    qint64 rows = 0;
    qint64 bytes = 0;
};

struct OrientSurvey
{
    QString path;
    FileStamp stamp;
    qint64 leadingBytes = 0; ///< see openPackedText()
    QByteArray sha256; ///< of the file
    OrientSchema schema;
    std::vector<OrientTable> tables; ///< of all classes that have records, or may have
    std::vector<int> classTables; ///< by class; -1: none
    QHash<int, int> clusterTables; ///< of documents without class
    int blobTable = -1;
    QHash<int, int> clusterClasses; ///< cluster to class, as the schema says
    RidSet rids;
    std::vector<OrientIndex> indexes;
    std::vector<Error> warnings;
};

/// The table of a record by its class, or where it has none by its cluster.
class OrientSorter
{
public:
    static constexpr int kInternal = -1; ///< OrientDB's own: schema, index manager
    static constexpr int kNotYet = -2; ///< the table is not in the survey

    explicit OrientSorter(const OrientSurvey &survey)
        : m_survey(survey)
    {
    }
    /// Errors: Schema (no such class), Malformed (neither class nor record id), Unsupported.
    Result<int> tableOf(const OrientRecord &record);
    /// Of the record asked for last; -1 where it has none.
    int classOf() const { return m_class; }

private:
    const OrientSurvey &m_survey;
    std::string m_lastName;
    int m_lastClass = -1;
    int m_class = -1;
    Arena m_arena;
};

/// Errors: Schema, Malformed, Truncated, Unsupported, Limit, Encoding, Checksum, Cancelled, and those of the
/// file.
Result<std::shared_ptr<const OrientSurvey>> surveyOrient(const QString &path, const std::stop_token &stop);

} // namespace galley
