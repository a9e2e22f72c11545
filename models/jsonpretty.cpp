// SPDX-License-Identifier: MIT
#include "models/jsonpretty.h"

#include "workers/base/scan.h"
#include "workers/base/text.h"
#include "workers/formats/json/jsonscanner.h"

#include <QByteArray>
#include <QCoreApplication>

namespace galley {

namespace {

constexpr int kIndent = 2;

/// REQUIRES: valid JSON.
QByteArray laidOut(const QByteArray &json)
{
    QByteArray out;
    out.reserve(json.size() * 3 / 2);
    int depth = 0;
    const auto newLine = [&] { out += '\n' + QByteArray(depth * kIndent, ' '); };
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char c = json[at];
        if (isBlank(c))
            continue;
        if (c == '"') {
            qsizetype end = at + 1;
            for (; json[end] != '"'; ++end)
                end += json[end] == '\\' ? 1 : 0;
            out += json.mid(at, end + 1 - at);
            at = end;
        } else if (c == '{' || c == '[') {
            out += c;
            qsizetype next = at + 1;
            while (isBlank(json[next]))
                ++next;
            if (json[next] == '}' || json[next] == ']') {
                out += json[next];
                at = next;
                continue;
            }
            ++depth;
            newLine();
        } else if (c == '}' || c == ']') {
            --depth;
            newLine();
            out += c;
        } else {
            out += c;
            if (c == ',')
                newLine();
            else if (c == ':')
                out += ' ';
        }
    }
    return out;
}

} // namespace

PrettyJson prettyJson(const QString &text)
{
    const QByteArray json = text.toUtf8();
    QByteArray room = json;
    room.append(QByteArray(kScanPadding, '\0'));
    JsonScanner scanner;
    scanner.setWindow(room.constData(), room.constData() + json.size(), true, false);
    scanner.skipBlanks();
    JsonValue value;
    const char *at = nullptr;
    QString why;
    if (!scanner.takeValue(value)) {
        at = scanner.problemAt();
        why = scanner.message();
    } else {
        scanner.skipBlanks();
        if (!scanner.isDone()) {
            at = scanner.at();
            why = QStringLiteral("there is more behind the value");
        }
    }
    if (at == nullptr)
        return {QString::fromUtf8(laidOut(json)), {}};
    const qsizetype place =
        QString::fromUtf8(room.constData(), std::max<qsizetype>(0, at - room.constData())).size() + 1;
    return {{},
            QCoreApplication::translate("galley::Json", "not valid JSON at character %1: %2")
                .arg(place)
                .arg(why)};
}

bool looksLikeJson(const QString &text)
{
    const QStringView trimmed = QStringView(text).trimmed();
    return trimmed.startsWith(QLatin1Char('{')) || trimmed.startsWith(QLatin1Char('['));
}

} // namespace galley
