// SPDX-License-Identifier: MIT
//
// What stands before the records of an OrientDB export: info, clusters and classes. Plain values.
#pragma once

#include "workers/base/result.h"
#include "workers/base/schema.h"

#include <QHash>

namespace galley {

/// What a field holds, however it is written.
enum class OrientType : quint8
{
    Any, ///< not declared, or as ANY
    Boolean,
    Integer, ///< INTEGER, SHORT, LONG
    Byte,
    Real,
    Decimal,
    String,
    Bytes,
    Date,
    DateTime,
    Link,
    Json, ///< embedded documents, lists, sets and maps, of values and of links
    Transient,
};

struct OrientProperty
{
    QString name;
    OrientType type = OrientType::Any;
    QString typeName; ///< as it stands: "LINKSET"
    QString linkedClass;
    bool isMandatory = false;
    bool isNotNull = false;
};

struct OrientClass
{
    QString name;
    QStringList superClasses;
    bool isAbstract = false;
    std::vector<int> clusters;
    std::vector<OrientProperty> properties; ///< own ones

    /// OrientDB's own users, roles and policies, and what its Studio keeps.
    bool isSecurity() const;
};

struct OrientSchema
{
    QString database;
    QString engineVersion;
    int exporterVersion = 0;
    bool hasClusters = false;
    QHash<int, QString> clusters; ///< id to name
    std::vector<OrientClass> classes;
    std::vector<Error> warnings;

    int indexOf(const QString &className) const; ///< -1 where there is none; case does not count
    /// Inherited ones first; one that is declared again counts where it was first.
    std::vector<OrientProperty> propertiesOf(size_t index) const;
    bool isSubclass(size_t index, const QString &of) const; ///< also of itself
};

OrientType orientTypeOf(const QString &name);

/// Each reads the text of its section into `schema`. Errors: Malformed, Schema, Duplicate, Unsupported; the
/// place is `where`.
Result<void> readOrientInfo(std::string_view text, const Place &where, OrientSchema &schema);
Result<void> readOrientClusters(std::string_view text, const Place &where, OrientSchema &schema);
Result<void> readOrientClasses(std::string_view text, const Place &where, OrientSchema &schema);

struct OrientIndex
{
    QString name;
    QString className;
    QStringList fields;
    bool isUnique = false;
};
/// Those over fields of a class; what has another form is passed over.
std::vector<OrientIndex> readOrientIndexes(std::string_view text);
/// Names of manual indexes that hold something.
QStringList readOrientManualIndexes(std::string_view text);

} // namespace galley
