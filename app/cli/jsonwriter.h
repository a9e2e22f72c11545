// SPDX-License-Identifier: MIT
//
// JSON for reports: keys in the order they are written, one line, the same bytes for the same report.
#pragma once

#include <QByteArray>
#include <QString>

namespace galley::cli {

/// Objects and arrays are opened and closed in pairs; inside an object every value has its key.
class JsonWriter
{
public:
    JsonWriter &beginObject(const char *key = nullptr) { return open(key, '{'); }
    JsonWriter &endObject() { return close('}'); }
    JsonWriter &beginArray(const char *key = nullptr) { return open(key, '['); }
    JsonWriter &endArray() { return close(']'); }
    JsonWriter &text(const char *key, const QString &value);
    JsonWriter &text(const QString &value) { return text(nullptr, value); }
    JsonWriter &number(const char *key, qint64 value);
    JsonWriter &number(const char *key, double value);
    JsonWriter &flag(const char *key, bool value);
    JsonWriter &null(const char *key);

    const QByteArray &bytes() const { return m_out; }

private:
    JsonWriter &open(const char *key, char bracket);
    JsonWriter &close(char bracket);
    void begin(const char *key);
    void quoted(const QString &text);

    QByteArray m_out;
    bool m_needsComma = false;
};

} // namespace galley::cli
