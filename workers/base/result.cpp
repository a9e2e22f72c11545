// SPDX-License-Identifier: MIT
#include "workers/base/result.h"

#include <QStringList>

namespace galley {

QString errorClass(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Malformed:
        return QStringLiteral("malformed");
    case ErrorKind::Truncated:
        return QStringLiteral("truncated");
    case ErrorKind::Checksum:
        return QStringLiteral("checksum");
    case ErrorKind::Encoding:
        return QStringLiteral("encoding");
    case ErrorKind::Value:
        return QStringLiteral("value");
    case ErrorKind::Schema:
        return QStringLiteral("schema");
    case ErrorKind::Duplicate:
        return QStringLiteral("duplicate");
    case ErrorKind::Reference:
        return QStringLiteral("reference");
    case ErrorKind::Ambiguous:
        return QStringLiteral("ambiguous");
    case ErrorKind::Limit:
        return QStringLiteral("limit");
    case ErrorKind::UnsafePath:
        return QStringLiteral("unsafe-path");
    case ErrorKind::UnsafeStatement:
        return QStringLiteral("unsafe-statement");
    case ErrorKind::UntrustedSchema:
        return QStringLiteral("untrusted-schema");
    case ErrorKind::Unsupported:
        return QStringLiteral("unsupported");
    case ErrorKind::Conflict:
        return QStringLiteral("conflict");
    case ErrorKind::Connection:
        return QStringLiteral("connection");
    case ErrorKind::Permission:
        return QStringLiteral("permission");
    case ErrorKind::NotFound:
    case ErrorKind::CannotCreate:
    case ErrorKind::Io:
        return QStringLiteral("io");
    case ErrorKind::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorKind::Usage:
        return QStringLiteral("usage");
    }
    return {};
}

int exitCode(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Usage:
        return 64;
    case ErrorKind::NotFound:
        return 66;
    case ErrorKind::Connection:
        return 69;
    case ErrorKind::CannotCreate:
        return 73;
    case ErrorKind::Io:
        return 74;
    case ErrorKind::Conflict:
        return 75;
    case ErrorKind::Permission:
        return 77;
    case ErrorKind::Cancelled:
        return 130;
    default:
        return 65;
    }
}

namespace {

bool isControl(char16_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x061c || (c >= 0x200b && c <= 0x200f)
        || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069) || c == 0xfeff;
}

} // namespace

QString escapeControls(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        if (!isControl(unit))
            out += c;
        else if (unit == u'\n')
            out += QStringLiteral("\\n");
        else if (unit == u'\r')
            out += QStringLiteral("\\r");
        else if (unit == u'\t')
            out += QStringLiteral("\\t");
        else if (unit < 0x100)
            out += QStringLiteral("\\x%1").arg(unit, 2, 16, QLatin1Char('0'));
        else
            out += QStringLiteral("\\u%1").arg(unit, 4, 16, QLatin1Char('0'));
    }
    return out;
}

QString Place::toString() const
{
    QStringList parts;
    if (!file.isEmpty())
        parts += escapeControls(file);
    if (!member.isEmpty())
        parts += escapeControls(member);
    if (line > 0) {
        parts += QString::number(line);
        if (column > 0)
            parts += QString::number(column);
    }
    return parts.join(QLatin1Char(':'));
}

QString Error::toString() const
{
    QString out = where.toString();
    if (!out.isEmpty())
        out += QStringLiteral(": ");
    out += errorClass(kind) + QStringLiteral(": ") + escapeControls(message);
    if (message.isEmpty() || !QStringLiteral(".?!").contains(message.back()))
        out += QLatin1Char('.');
    if (!hint.isEmpty())
        out += QLatin1Char(' ') + escapeControls(hint);
    return out;
}

} // namespace galley
