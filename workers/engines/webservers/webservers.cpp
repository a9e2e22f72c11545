// SPDX-License-Identifier: MIT
#include "workers/engines/webservers/webservers.h"

namespace galley {

namespace {

class WebServer final : public Engine
{
public:
    WebServer(QString id, QString name)
        : m_id(std::move(id))
        , m_name(std::move(name))
    {
    }
    QString id() const override { return m_id; }
    QString name() const override { return m_name; }
    std::vector<OptionSpec> connectionFields() const override
    {
        return {{webserver::kAddressField,
                 QStringLiteral("Address"),
                 OptionSpec::Type::Text,
                 QString(),
                 QStringLiteral("The server's base URL: https://host:port, with /api for OpenMetadata."),
                 {}}};
    }
    Result<std::unique_ptr<Connection>> open(const OpenRequest & /*request*/) const override
    {
        return noTables();
    }
    Result<std::vector<std::unique_ptr<Connection>>> openSnapshot(const OpenRequest & /*request*/,
                                                                  int /*wanted*/) const override
    {
        return noTables();
    }
    std::unique_ptr<CellConverter> converter(const TableShape & /*sourceShape*/, const Column * /*source*/,
                                             const Column & /*target*/) const override
    {
        return nullptr;
    }
    int compareKeys(const Column & /*column*/, const Cell & /*a*/, const Cell & /*b*/) const override
    {
        return 0;
    }
    Result<TableInfo> tableFor(const TableShape & /*source*/) const override { return noTables(); }
    QString quoted(const QString &name) const override { return name; }

private:
    Error noTables() const
    {
        return {ErrorKind::Unsupported,
                QStringLiteral("a server of %1 has no tables to open").arg(m_name),
                QStringLiteral("galley export and galley import speak to it: see docs/%1.md.").arg(m_id),
                {}};
    }

    QString m_id;
    QString m_name;
};

} // namespace

const Engine *findWebServer(const QString &id)
{
    static const WebServer collibra(webserver::kCollibra, QStringLiteral("Collibra DQ"));
    static const WebServer openMetadata(webserver::kOpenMetadata, QStringLiteral("OpenMetadata"));
    if (id == collibra.id())
        return &collibra;
    return id == openMetadata.id() ? &openMetadata : nullptr;
}

DatabaseRef webServerRef(const QString &id, const QUrl &base)
{
    return {id, base.toString(), {}};
}

} // namespace galley
