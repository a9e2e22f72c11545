// SPDX-License-Identifier: MIT
#include "app/cli/jsonwriter.h"

#include "workers/base/result.h"

namespace galley::cli {

void JsonWriter::begin(const char *key)
{
    if (m_needsComma)
        m_out += ", ";
    if (key != nullptr) {
        ((m_out += '"') += key) += "\": ";
    }
    m_needsComma = true;
}

/// Control characters of every kind are escaped, those that only terminals heed (C1, bidi), too.
void JsonWriter::quoted(const QString &text)
{
    m_out += '"';
    qsizetype plain = 0;
    const QStringView view(text);
    for (qsizetype i = 0; i < view.size(); ++i) {
        const char16_t unit = view[i].unicode();
        const bool mayBeControl = unit < 0x20 || unit >= 0x7f;
        const bool isControl = mayBeControl && escapeControls(view.mid(i, 1)).size() > 1;
        if (!isControl && unit != u'"' && unit != u'\\')
            continue;
        m_out += view.mid(plain, i - plain).toUtf8();
        plain = i + 1;
        if (unit == u'\n')
            m_out += "\\n";
        else if (unit == u'\t')
            m_out += "\\t";
        else if (isControl)
            m_out += "\\u" + QByteArray::number(unit, 16).rightJustified(4, '0');
        else
            (m_out += '\\') += static_cast<char>(unit);
    }
    m_out += view.mid(plain).toUtf8();
    m_out += '"';
}

JsonWriter &JsonWriter::open(const char *key, char bracket)
{
    begin(key);
    m_out += bracket;
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::close(char bracket)
{
    m_out += bracket;
    m_needsComma = true;
    return *this;
}

JsonWriter &JsonWriter::text(const char *key, const QString &value)
{
    begin(key);
    quoted(value);
    return *this;
}

JsonWriter &JsonWriter::number(const char *key, qint64 value)
{
    begin(key);
    m_out += QByteArray::number(value);
    return *this;
}

JsonWriter &JsonWriter::number(const char *key, double value)
{
    begin(key);
    m_out += QByteArray::number(value, 'g', 6);
    return *this;
}

JsonWriter &JsonWriter::flag(const char *key, bool value)
{
    begin(key);
    m_out += value ? "true" : "false";
    return *this;
}

JsonWriter &JsonWriter::null(const char *key)
{
    begin(key);
    m_out += "null";
    return *this;
}

} // namespace galley::cli
