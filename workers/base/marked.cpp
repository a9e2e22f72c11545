// SPDX-License-Identifier: MIT
#include "workers/base/marked.h"

namespace galley {

namespace {

const QLatin1Char kMark('\\');

} // namespace

QString marked(const QString &name, QLatin1Char sign)
{
    QString out;
    for (const QChar c : name) {
        if (c == sign || c == kMark)
            out += kMark;
        out += c;
    }
    return out;
}

QString unmarked(const QString &text, QLatin1Char sign)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isMark =
            text[i] == kMark && i + 1 < text.size() && (text[i + 1] == sign || text[i + 1] == kMark);
        out += text[isMark ? ++i : i];
    }
    return out;
}

qsizetype indexOfSign(const QString &text, QLatin1Char sign)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == sign)
            return i;
        if (text[i] == kMark && i + 1 < text.size() && (text[i + 1] == sign || text[i + 1] == kMark))
            ++i;
    }
    return -1;
}

QStringList splitMarked(QString text, QLatin1Char sign)
{
    QStringList names;
    for (qsizetype at = indexOfSign(text, sign); at >= 0; at = indexOfSign(text, sign)) {
        names += unmarked(text.left(at), sign);
        text = text.mid(at + 1);
    }
    names += unmarked(text, sign);
    return names;
}

} // namespace galley
