// SPDX-License-Identifier: MIT
#include "models/celltext.h"

#include "workers/base/numbers.h"
#include "workers/base/result.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QLocale>

namespace galley {

namespace {

QString tr(const char *text, const QString &count = {})
{
    const QString translated = QCoreApplication::translate("galley", text);
    return count.isNull() ? translated : translated.arg(count);
}

/// Never cuts a character in two.
std::string_view front(std::string_view text, size_t limit)
{
    if (text.size() <= limit)
        return text;
    while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80U)
        --limit;
    return text.substr(0, limit);
}

QString utf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString numberText(const Cell &cell)
{
    char room[kNumberRoom];
    char *const end = cell.kind() == CellKind::Integer ? writeInteger(room, cell.asInteger())
                                                       : writeReal(room, cell.asReal());
    return QString::fromLatin1(room, end - room);
}

QString textLine(std::string_view text, qsizetype limit)
{
    const std::string_view shown = front(text, static_cast<size_t>(limit) * 4);
    QString line = utf8(shown).left(limit);
    line.replace(QLatin1String("\r\n"), QStringLiteral("↵"));
    line.replace(QLatin1Char('\n'), QStringLiteral("↵"));
    line.replace(QLatin1Char('\t'), QStringLiteral("⇥"));
    line = escapeControls(line);
    if (shown.size() < text.size() || line.size() > limit)
        line += QChar(0x2026);
    return line;
}

QString bytesLine(std::string_view bytes, qsizetype limit)
{
    const std::string_view shown = bytes.substr(0, static_cast<size_t>(std::min<qsizetype>(limit / 2, 32)));
    const QByteArray hex =
        QByteArray::fromRawData(shown.data(), static_cast<qsizetype>(shown.size())).toHex();
    QString line = QLatin1String("0x") + QString::fromLatin1(hex);
    if (shown.size() < bytes.size())
        line += QChar(0x2026);
    return line;
}

QString hexDump(std::string_view bytes)
{
    QString out;
    for (size_t at = 0; at < bytes.size(); at += 16) {
        const std::string_view piece = bytes.substr(at, 16);
        const QByteArray hex =
            QByteArray::fromRawData(piece.data(), static_cast<qsizetype>(piece.size())).toHex(' ');
        QString printable;
        for (const char c : piece)
            printable += c >= 0x20 && c < 0x7F ? QLatin1Char(c) : QLatin1Char('.');
        out += QStringLiteral("%1  %2  %3\n")
                   .arg(static_cast<qulonglong>(at), 6, 16, QLatin1Char('0'))
                   .arg(QString::fromLatin1(hex), -47)
                   .arg(printable);
    }
    out.chop(1);
    return out;
}

} // namespace

CellLook cellLook(const Cell &cell)
{
    switch (cell.kind()) {
    case CellKind::Null:
        return CellLook::Null;
    case CellKind::Integer:
    case CellKind::Real:
        return CellLook::Number;
    case CellKind::Text:
        return cell.view().empty() ? CellLook::Empty : CellLook::Text;
    case CellKind::Bytes:
        return CellLook::Bytes;
    }
    return CellLook::Null;
}

QString cellLine(const Cell &cell, qsizetype limit)
{
    switch (cell.kind()) {
    case CellKind::Null:
        return QStringLiteral("NULL");
    case CellKind::Integer:
    case CellKind::Real:
        return numberText(cell);
    case CellKind::Text:
        return textLine(cell.view(), limit);
    case CellKind::Bytes:
        return bytesLine(cell.view(), limit);
    }
    return {};
}

QString cellFull(const Cell &cell)
{
    switch (cell.kind()) {
    case CellKind::Null:
        return {};
    case CellKind::Integer:
    case CellKind::Real:
        return numberText(cell);
    case CellKind::Text:
        return utf8(cell.view());
    case CellKind::Bytes:
        return hexDump(cell.view());
    }
    return {};
}

QString cellKindText(const Cell &cell)
{
    switch (cell.kind()) {
    case CellKind::Null:
        return QStringLiteral("NULL");
    case CellKind::Integer:
        return tr("integer");
    case CellKind::Real:
        return tr("real");
    case CellKind::Text:
        return cell.view().empty() ? tr("empty text")
                                   : tr("text, %1 characters", QLocale().toString(utf8(cell.view()).size()));
    case CellKind::Bytes:
        return tr("%1 bytes", QLocale().toString(static_cast<qulonglong>(cell.view().size())));
    }
    return {};
}

} // namespace galley
