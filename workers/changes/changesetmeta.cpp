// SPDX-License-Identifier: MIT
#include "workers/changes/changesetmeta.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace galley {

namespace {

QString key(const char *name)
{
    return QLatin1String(name);
}

// One function for writing and reading each type: what is written is what is read.
class Fields
{
public:
    Fields() = default;
    explicit Fields(const QJsonObject &json)
        : m_json(json)
        , m_isReading(true)
    {
    }
    const QJsonObject &json() const { return m_json; }

    void field(const char *name, QString &value)
    {
        if (m_isReading)
            value = m_json[key(name)].toString();
        else if (!value.isEmpty())
            m_json[key(name)] = value;
    }
    void field(const char *name, bool &value)
    {
        if (m_isReading)
            value = m_json[key(name)].toBool();
        else if (value)
            m_json[key(name)] = value;
    }
    void field(const char *name, qint64 &value)
    {
        if (m_isReading)
            value = m_json[key(name)].toInteger();
        else
            m_json[key(name)] = value;
    }
    void field(const char *name, int &value)
    {
        qint64 wide = value;
        field(name, wide);
        value = static_cast<int>(wide);
    }
    void field(const char *name, QByteArray &value)
    {
        QString hex = QString::fromLatin1(value.toHex());
        field(name, hex);
        value = QByteArray::fromHex(hex.toLatin1());
    }
    void field(const char *name, QStringList &value)
    {
        if (m_isReading) {
            for (const QJsonValue &item : m_json[key(name)].toArray())
                value.append(item.toString());
        } else if (!value.isEmpty()) {
            m_json[key(name)] = QJsonArray::fromStringList(value);
        }
    }
    template<typename Enum>
    requires std::is_enum_v<Enum>
    void field(const char *name, Enum &value)
    {
        int number = static_cast<int>(value);
        field(name, number);
        value = static_cast<Enum>(number);
    }
    void field(const char *name, std::vector<int> &value)
    {
        if (m_isReading) {
            for (const QJsonValue &item : m_json[key(name)].toArray())
                value.push_back(item.toInt(-1));
            return;
        }
        QJsonArray array;
        for (const int item : value)
            array.append(item);
        m_json[key(name)] = array;
    }
    void field(const char *name, std::vector<bool> &value)
    {
        std::vector<int> numbers(value.begin(), value.end());
        if (m_isReading)
            numbers.clear();
        field(name, numbers);
        if (m_isReading)
            value.assign(numbers.begin(), numbers.end());
    }
    void field(const char *name, QMap<QString, QString> &value)
    {
        if (m_isReading) {
            const QJsonObject object = m_json[key(name)].toObject();
            for (auto it = object.begin(); it != object.end(); ++it)
                value.insert(it.key(), it.value().toString());
            return;
        }
        QJsonObject object;
        for (auto it = value.begin(); it != value.end(); ++it)
            object.insert(it.key(), it.value());
        m_json[key(name)] = object;
    }
    void field(const char *name, OptionValues &value)
    {
        if (m_isReading) {
            const QJsonObject object = m_json[key(name)].toObject();
            for (auto it = object.begin(); it != object.end(); ++it)
                value.set(it.key(), it.value().toVariant());
            return;
        }
        QJsonObject object;
        for (auto it = value.all().begin(); it != value.all().end(); ++it)
            object.insert(it.key(), QJsonValue::fromVariant(it.value()));
        m_json[key(name)] = object;
    }
    void field(const char *name, std::optional<QString> &value)
    {
        if (!m_isReading && value)
            m_json[key(name)] = *value;
        else if (m_isReading && m_json.contains(key(name)))
            value = m_json[key(name)].toString();
    }
    void field(const char *name, QDateTime &value)
    {
        QString text = m_isReading ? QString() : value.toUTC().toString(Qt::ISODateWithMs);
        field(name, text);
        value = QDateTime::fromString(text, Qt::ISODateWithMs);
    }
    template<typename T>
    requires requires(Fields &fields, T &item) { describe(fields, item); }
    void field(const char *name, T &value)
    {
        Fields inner = m_isReading ? Fields(m_json[key(name)].toObject()) : Fields();
        describe(inner, value);
        if (!m_isReading)
            m_json[key(name)] = inner.json();
    }
    template<typename T>
    requires requires(Fields &fields, T &item) { describe(fields, item); }
    void field(const char *name, std::vector<T> &value)
    {
        if (m_isReading) {
            for (const QJsonValue &item : m_json[key(name)].toArray()) {
                Fields inner(item.toObject());
                describe(inner, value.emplace_back());
            }
            return;
        }
        QJsonArray array;
        for (T &item : value) {
            Fields inner;
            describe(inner, item);
            array.append(inner.json());
        }
        m_json[key(name)] = array;
    }

private:
    QJsonObject m_json;
    bool m_isReading = false;
};

void describe(Fields &f, TableName &v)
{
    f.field("schema", v.schema);
    f.field("name", v.name);
}

void describe(Fields &f, Column &v)
{
    f.field("name", v.name);
    f.field("type", v.type);
    f.field("native", v.nativeType);
    f.field("precision", v.precision);
    f.field("scale", v.scale);
    f.field("nullable", v.nullable);
    f.field("generated", v.generated);
    f.field("hidden", v.hidden);
    f.field("strict", v.strict);
    f.field("default", v.defaultExpression);
    f.field("generatedExpression", v.generatedExpression);
    f.field("identity", v.identity);
    f.field("collation", v.collation);
    f.field("comment", v.comment);
}

void describe(Fields &f, TableShape &v)
{
    f.field("name", v.name);
    f.field("columns", v.columns);
    f.field("key", v.key);
    f.field("origin", v.origin);
    f.field("engine", v.engine);
}

void describe(Fields &f, IndexInfo &v)
{
    f.field("name", v.name);
    f.field("columns", v.columns);
    f.field("unique", v.isUnique);
    f.field("primary", v.isPrimaryKey);
    f.field("automatic", v.isAutomatic);
    f.field("partial", v.isPartial);
    f.field("sql", v.sql);
}

void describe(Fields &f, ForeignKey &v)
{
    f.field("name", v.name);
    f.field("columns", v.columns);
    f.field("target", v.target);
    f.field("targetColumns", v.targetColumns);
    f.field("onUpdate", v.onUpdate);
    f.field("onDelete", v.onDelete);
    f.field("deferrable", v.isDeferrable);
    f.field("sql", v.sql);
}

void describe(Fields &f, CheckConstraint &v)
{
    f.field("name", v.name);
    f.field("expression", v.expression);
}

void describe(Fields &f, TableInfo &v)
{
    f.field("shape", v.shape);
    f.field("kind", v.kind);
    f.field("hasPrimaryKey", v.hasPrimaryKey);
    f.field("withoutRowid", v.isWithoutRowid);
    f.field("strict", v.isStrict);
    f.field("autoincrement", v.hasAutoincrement);
    f.field("sequence", v.sequence);
    f.field("indexes", v.indexes);
    f.field("foreignKeys", v.foreignKeys);
    f.field("checks", v.checks);
    f.field("sql", v.sql);
    f.field("comment", v.comment);
    f.field("owner", v.owner);
    f.field("partitionKey", v.partitionKey);
    f.field("approximateRows", v.approximateRows);
}

void describe(Fields &f, ViewInfo &v)
{
    f.field("name", v.name);
    f.field("sql", v.sql);
    f.field("materialized", v.isMaterialized);
    f.field("comment", v.comment);
    f.field("session", v.session);
}

void describe(Fields &f, ObjectInfo &v)
{
    f.field("kind", v.kind);
    f.field("name", v.name);
    f.field("table", v.table);
    f.field("stage", v.stage);
    f.field("sql", v.sql);
    f.field("comment", v.comment);
    f.field("session", v.session);
}

void describe(Fields &f, TriggerInfo &v)
{
    f.field("name", v.name);
    f.field("table", v.table);
    f.field("sql", v.sql);
    f.field("session", v.session);
}

void describe(Fields &f, Catalog &v)
{
    f.field("engine", v.engine);
    f.field("engineVersion", v.engineVersion);
    f.field("tables", v.tables);
    f.field("views", v.views);
    f.field("triggers", v.triggers);
    f.field("objects", v.objects);
}

void describe(Fields &f, DatabaseRef &v)
{
    f.field("engine", v.engine);
    f.field("location", v.location);
    f.field("parameters", v.parameters);
}

void describe(Fields &f, Error &v)
{
    f.field("kind", v.kind);
    f.field("message", v.message);
    f.field("hint", v.hint);
    f.field("file", v.where.file);
    f.field("member", v.where.member);
    f.field("line", v.where.line);
    f.field("column", v.where.column);
}

void describe(Fields &f, ChangeSetHeader &v)
{
    f.field("id", v.id);
    f.field("created", v.created);
    f.field("generator", v.generator);
    f.field("target", v.target);
    f.field("source", v.sourceName);
    f.field("objects", v.objects);
    f.field("warnings", v.warnings);
}

void describe(Fields &f, RowCounts &v)
{
    f.field("rows", v.rows);
    f.field("inserted", v.inserted);
    f.field("updated", v.updated);
    f.field("deleted", v.deleted);
    f.field("unchanged", v.unchanged);
    f.field("skipped", v.skipped);
    f.field("rejected", v.rejected);
}

void describe(Fields &f, LoadSource &v)
{
    f.field("path", v.path);
    f.field("bundle", v.bundleId);
    f.field("format", v.formatId);
    f.field("options", v.options);
    f.field("table", v.table);
    f.field("size", v.size);
    f.field("sha256", v.sha256);
}

void describe(Fields &f, ColumnMapping &v)
{
    f.field("source", v.source);
    f.field("target", v.target);
    f.field("constant", v.constant);
}

void describe(Fields &f, SchemaDifference &v)
{
    f.field("kind", v.kind);
    f.field("name", v.name);
    f.field("source", v.source);
    f.field("target", v.target);
}

void describe(Fields &f, ChangeSetTable &v)
{
    f.field("kind", v.kind);
    f.field("shape", v.change.shape);
    f.field("set", v.change.isSet);
    f.field("target", v.target);
    f.field("mode", v.mode);
    f.field("keyed", v.isKeyed);
    f.field("counts", v.counts);
    f.field("firstChange", v.firstChange);
    f.field("changeCount", v.changeCount);
    f.field("load", v.load);
    f.field("mapping", v.mapping);
    f.field("schema", v.schema);
}

void describe(Fields &f, ChangeSetMeta &v)
{
    f.field("header", v.header);
    f.field("tables", v.tables);
    f.field("rejects", v.rejects);
}

bool isConsistent(const ChangeSetTable &table)
{
    const qsizetype columns = table.change.shape.columnCount();
    const auto isColumn = [&](int i) { return i >= 0 && i < columns; };
    return table.kind <= ChangeSetTable::Kind::Create && table.mode <= ImportMode::Create
        && table.change.isSet.size() == static_cast<size_t>(columns) && columns > 0
        && std::all_of(table.change.shape.key.begin(), table.change.shape.key.end(), isColumn)
        && table.changeCount >= 0;
}

} // namespace

QByteArray encodeMeta(const ChangeSetMeta &meta)
{
    Fields fields;
    ChangeSetMeta copy = meta;
    describe(fields, copy);
    return QJsonDocument(fields.json()).toJson(QJsonDocument::Compact);
}

Result<ChangeSetMeta> decodeMeta(const QByteArray &document)
{
    QJsonParseError problem;
    const QJsonDocument json = QJsonDocument::fromJson(document, &problem);
    if (problem.error != QJsonParseError::NoError || !json.isObject())
        return Error{
            ErrorKind::Malformed, QStringLiteral("the change set's description is not JSON"), {}, {}};
    ChangeSetMeta meta;
    Fields fields(json.object());
    describe(fields, meta);
    qint64 next = 1;
    for (const ChangeSetTable &table : meta.tables) {
        if (!isConsistent(table) || (table.changeCount > 0 && table.firstChange != next))
            return Error{ErrorKind::Malformed,
                         QStringLiteral("the change set's description of table \"%1\" contradicts itself")
                             .arg(table.change.shape.name.toString()),
                         {},
                         {}};
        next += table.changeCount;
    }
    return meta;
}

} // namespace galley
