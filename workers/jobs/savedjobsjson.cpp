// SPDX-License-Identifier: MIT
#include "workers/jobs/savedjobsjson.h"

#include <QJsonArray>

namespace galley {

namespace {

/// The keys of an object, each taken once: what is left over, or is of another kind, is an error.
class Fields
{
public:
    Fields(QJsonObject object, QString where)
        : m_object(std::move(object))
        , m_where(std::move(where))
    {
    }

    bool has(const char *key) const { return m_object.contains(QLatin1String(key)); }
    QString text(const char *key, const QString &fallback = {})
    {
        const QJsonValue value = take(key);
        return expect(value, value.isString(), key, "text") ? value.toString() : fallback;
    }
    bool flag(const char *key, bool fallback)
    {
        const QJsonValue value = take(key);
        return expect(value, value.isBool(), key, "true or false") ? value.toBool() : fallback;
    }
    qint64 number(const char *key, qint64 fallback)
    {
        const QJsonValue value = take(key);
        return expect(value, isWhole(value), key, "a whole number") ? value.toInteger() : fallback;
    }
    QStringList texts(const char *key)
    {
        QStringList all;
        const QJsonValue value = take(key);
        if (!expect(value, value.isArray(), key, "a list of texts"))
            return all;
        for (const QJsonValue &each : value.toArray()) {
            if (expect(each, each.isString(), key, "a list of texts"))
                all += each.toString();
        }
        return all;
    }
    QMap<QString, QString> pairs(const char *key)
    {
        QMap<QString, QString> all;
        const QJsonObject value = object(key);
        for (auto it = value.begin(); it != value.end(); ++it) {
            if (expect(it.value(), it.value().isString(), key, "an object of texts"))
                all.insert(it.key(), it.value().toString());
        }
        return all;
    }
    OptionValues options(const char *key)
    {
        OptionValues all;
        const QJsonObject value = object(key);
        for (auto it = value.begin(); it != value.end(); ++it) {
            const QJsonValue each = it.value();
            const bool isPlain = each.isString() || each.isBool() || isWhole(each);
            if (expect(each, isPlain, key, "an object of texts, whole numbers, true and false"))
                all.set(it.key(), each.isDouble() ? QVariant(each.toInteger()) : each.toVariant());
        }
        return all;
    }
    QJsonObject object(const char *key)
    {
        const QJsonValue value = take(key);
        return expect(value, value.isObject(), key, "an object") ? value.toObject() : QJsonObject();
    }
    QJsonArray list(const char *key)
    {
        const QJsonValue value = take(key);
        return expect(value, value.isArray(), key, "a list") ? value.toArray() : QJsonArray();
    }
    /// One of `words`, as its index; 0 where there is none.
    size_t choice(const char *key, std::initializer_list<const char *> words)
    {
        const QString word = text(key, QLatin1String(*words.begin()));
        for (size_t i = 0; i < words.size(); ++i) {
            if (word == QLatin1String(words.begin()[i]))
                return i;
        }
        refuse(QStringLiteral("\"%1\" is not a value of \"%2\"").arg(word, QLatin1String(key)));
        return 0;
    }
    void refuse(const QString &why)
    {
        if (m_problem.isEmpty())
            m_problem = m_where + QStringLiteral(": ") + why;
    }
    /// What was wrong first.
    Result<void> end()
    {
        if (!m_object.isEmpty())
            refuse(QStringLiteral("\"%1\" is not known here").arg(m_object.begin().key()));
        if (m_problem.isEmpty())
            return {};
        return Error{ErrorKind::Malformed, m_problem, {}, {}};
    }

private:
    static bool isWhole(const QJsonValue &value)
    {
        return value.isDouble() && value.toInteger(0) == value.toInteger(1);
    }
    QJsonValue take(const char *key) { return m_object.take(QLatin1String(key)); }
    /// False also for what is not there, which is no error.
    bool expect(const QJsonValue &value, bool isRight, const char *key, const char *what)
    {
        if (!isRight && !value.isUndefined())
            refuse(QStringLiteral("\"%1\" is not %2").arg(QLatin1String(key), QLatin1String(what)));
        return isRight;
    }

    QJsonObject m_object;
    QString m_where;
    QString m_problem;
};

/// Leaves out what says nothing.
class Writer
{
public:
    void text(const char *key, const QString &value, const QString &usual = {})
    {
        if (value != usual)
            m_object.insert(QLatin1String(key), value);
    }
    void flag(const char *key, bool value, bool usual)
    {
        if (value != usual)
            m_object.insert(QLatin1String(key), value);
    }
    void texts(const char *key, const QStringList &values)
    {
        if (!values.isEmpty())
            m_object.insert(QLatin1String(key), QJsonArray::fromStringList(values));
    }
    void pairs(const char *key, const QMap<QString, QString> &values)
    {
        QJsonObject all;
        for (auto it = values.begin(); it != values.end(); ++it)
            all.insert(it.key(), it.value());
        object(key, all);
    }
    void options(const char *key, const OptionValues &values)
    {
        QJsonObject all;
        for (auto it = values.all().begin(); it != values.all().end(); ++it)
            all.insert(it.key(), QJsonValue::fromVariant(it.value()));
        object(key, all);
    }
    void object(const char *key, const QJsonObject &value)
    {
        if (!value.isEmpty())
            m_object.insert(QLatin1String(key), value);
    }
    void value(const char *key, const QJsonValue &value) { m_object.insert(QLatin1String(key), value); }
    QJsonObject take() { return std::move(m_object); }

private:
    QJsonObject m_object;
};

QJsonObject toJson(const DatabaseRef &database)
{
    Writer out;
    out.text("connection", database.connection);
    out.text("engine", database.engine);
    if (database.connection.isEmpty()) {
        out.text("location", database.location);
        out.pairs("parameters", database.parameters);
    }
    return out.take();
}

Result<DatabaseRef> databaseFrom(const QJsonObject &json, const QString &where)
{
    Fields in(json, where);
    DatabaseRef database;
    database.connection = in.text("connection");
    database.engine = in.text("engine");
    if (database.connection.isEmpty()) {
        database.location = in.text("location");
        database.parameters = in.pairs("parameters");
        if (findEngine(database.engine) == nullptr)
            in.refuse(QStringLiteral("there is no engine \"%1\"").arg(database.engine));
        if (database.location.isEmpty())
            in.refuse(QStringLiteral("no database is named"));
    }
    RETURN_IF_ERROR(in.end());
    return database;
}

constexpr auto kOnReject = {"stop", "skip"};
constexpr auto kTriggers = {"fire", "disable"};
constexpr auto kComparing = {"auto", "rows", "checksums"};

template<typename Choice> QString word(std::initializer_list<const char *> words, Choice choice)
{
    return QLatin1String(words.begin()[static_cast<size_t>(choice)]);
}

void writePlan(Writer &out, const ExportPlan &plan)
{
    const ExportPlan usual;
    out.value("source", toJson(plan.source));
    out.text("destination", plan.destination);
    out.value("bundle", plan.bundle);
    out.value("format", plan.format);
    out.options("options", plan.options);
    out.texts("tables", plan.tables);
    out.texts("excluded", plan.excluded);
    out.texts("schemas", plan.schemas);
    out.pairs("where", plan.where);
    QJsonArray queries;
    for (const QueryExport &query : plan.queries)
        queries.append(
            QJsonObject{{QStringLiteral("sql"), query.sql}, {QStringLiteral("as"), query.asTable}});
    if (!queries.isEmpty())
        out.value("queries", queries);
    out.flag("withSchema", plan.withSchema, usual.withSchema);
    out.flag("withData", plan.withData, usual.withData);
    out.value("overwrite", plan.overwrite);
    out.flag("verify", plan.verify, usual.verify);
    if (plan.workers != usual.workers)
        out.value("workers", plan.workers);
}

Result<ExportPlan> exportFrom(Fields &in, const QString &where)
{
    ExportPlan plan;
    ASSIGN_OR_RETURN(plan.source, databaseFrom(in.object("source"), where));
    plan.destination = in.text("destination");
    plan.bundle = in.text("bundle", plan.bundle);
    plan.format = in.text("format", plan.format);
    plan.options = in.options("options");
    plan.tables = in.texts("tables");
    plan.excluded = in.texts("excluded");
    plan.schemas = in.texts("schemas");
    plan.where = in.pairs("where");
    for (const QJsonValue &each : in.list("queries")) {
        Fields query(each.toObject(), where);
        plan.queries.push_back({query.text("sql"), query.text("as")});
        RETURN_IF_ERROR(query.end());
    }
    plan.withSchema = in.flag("withSchema", plan.withSchema);
    plan.withData = in.flag("withData", plan.withData);
    plan.overwrite = in.flag("overwrite", plan.overwrite);
    plan.verify = in.flag("verify", plan.verify);
    plan.workers = static_cast<int>(in.number("workers", plan.workers));
    if (plan.destination.isEmpty())
        in.refuse(QStringLiteral("it has no destination"));
    return plan;
}

QJsonObject toJson(const ImportSource &source)
{
    Writer out;
    if (source.database)
        out.value("database", toJson(*source.database));
    else
        out.text("path", source.path);
    out.texts("files", source.files);
    out.text("format", source.format);
    out.text("bundle", source.bundle);
    out.options("options", source.options);
    return out.take();
}

Result<ImportSource> sourceFrom(const QJsonObject &json, const QString &where)
{
    Fields in(json, where);
    ImportSource source;
    if (in.has("database")) {
        ASSIGN_OR_RETURN(source.database, databaseFrom(in.object("database"), where));
        source.path = source.database->location;
    } else {
        source.path = in.text("path");
        if (source.path.isEmpty())
            in.refuse(QStringLiteral("it has no source"));
    }
    source.files = in.texts("files");
    source.format = in.text("format");
    source.bundle = in.text("bundle");
    source.options = in.options("options");
    RETURN_IF_ERROR(in.end());
    return source;
}

void writePlan(Writer &out, const ImportPlan &plan)
{
    out.value("source", toJson(plan.source));
    out.value("target", toJson(plan.target));
    out.text("table", plan.table);
    out.text("schema", plan.schema);
    out.texts("only", plan.only);
    out.pairs("rename", plan.rename);
    out.pairs("map", plan.map);
    out.pairs("set", plan.set);
    out.pairs("types", plan.types);
    out.text("mode", plan.mode ? importModeName(*plan.mode) : QString());
    out.texts("key", plan.key);
    out.value("onReject", word(kOnReject, plan.onReject));
    out.text("changeset", plan.changesetPath);
    out.text("rejects", plan.rejectsPath);
    out.text("triggers", word(kTriggers, plan.triggers), word(kTriggers, Triggers::Fire));
    out.text("comparing", word(kComparing, plan.comparing), word(kComparing, Comparing::Auto));
    out.flag("rehearse", plan.rehearse, true);
    out.flag("withObjects", plan.withObjects, true);
}

Result<ImportPlan> importFrom(Fields &in, const QString &where)
{
    ImportPlan plan;
    ASSIGN_OR_RETURN(plan.source, sourceFrom(in.object("source"), where));
    ASSIGN_OR_RETURN(plan.target, databaseFrom(in.object("target"), where));
    plan.table = in.text("table");
    plan.schema = in.text("schema");
    plan.only = in.texts("only");
    plan.rename = in.pairs("rename");
    plan.map = in.pairs("map");
    plan.set = in.pairs("set");
    plan.types = in.pairs("types");
    const QString mode = in.text("mode");
    plan.mode = importModeFromName(mode);
    if (!mode.isEmpty() && !plan.mode)
        in.refuse(QStringLiteral("there is no mode \"%1\"").arg(mode));
    plan.key = in.texts("key");
    plan.onReject = static_cast<ImportPlan::OnReject>(in.choice("onReject", kOnReject));
    plan.changesetPath = in.text("changeset");
    plan.rejectsPath = in.text("rejects");
    plan.triggers = static_cast<Triggers>(in.choice("triggers", kTriggers));
    plan.comparing = static_cast<Comparing>(in.choice("comparing", kComparing));
    plan.rehearse = in.flag("rehearse", true);
    plan.withObjects = in.flag("withObjects", true);
    return plan;
}

} // namespace

QJsonObject savedJobToJson(const SavedJob &job)
{
    Writer out;
    out.value("name", job.name);
    out.value("kind", QLatin1String(job.exportPlan() != nullptr ? "export" : "import"));
    if (const ExportPlan *plan = job.exportPlan())
        writePlan(out, *plan);
    else
        writePlan(out, *job.importPlan());
    return out.take();
}

Result<SavedJob> savedJobFromJson(const QJsonObject &json)
{
    const QString name = json[QStringLiteral("name")].toString();
    const QString where = QStringLiteral("the job \"%1\"").arg(name);
    Fields in(json, where);
    SavedJob job;
    job.name = in.text("name");
    if (job.name.isEmpty())
        return Error{ErrorKind::Malformed, QStringLiteral("a job has no name"), {}, {}};
    if (!in.has("kind"))
        in.refuse(QStringLiteral("it does not say whether it is an export or an import"));
    if (in.choice("kind", {"export", "import"}) == 0) {
        ASSIGN_OR_RETURN(job.plan, exportFrom(in, where));
    } else {
        ASSIGN_OR_RETURN(job.plan, importFrom(in, where));
    }
    RETURN_IF_ERROR(in.end());
    return job;
}

} // namespace galley
