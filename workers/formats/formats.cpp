// SPDX-License-Identifier: MIT
#include "workers/formats/format.h"

#include "workers/formats/textsource.h"

namespace galley {

Result<void> RowEncoder::encodeBlock(std::span<const RowBatch> batches, bool isFirst, EncodedBlock &out) const
{
    qint64 before = 0;
    for (const RowBatch &rows : batches) {
        if (Result<void> encoded = encode(rows, isFirst && before == 0, out); !encoded) {
            Error error = std::move(encoded).error();
            error.where.line += error.where.line > 0 ? before : 0;
            return error;
        }
        before += rows.rowCount();
    }
    return {};
}

const Format *findFormat(const QString &id)
{
    for (const auto &format : formats()) {
        if (format->id() == id)
            return format.get();
    }
    return nullptr;
}

Result<std::unique_ptr<RowEncoder>> makeRejectsEncoder(const Format &format, const TableShape &shape,
                                                       const OptionValues &options)
{
    const Format *other = findFormat(format.rejectsFormat());
    if (other == nullptr || other == &format)
        return format.makeEncoder(shape, options);
    return other->makeEncoder(shape, {});
}

const Format *formatForSuffix(const QString &fileName)
{
    QString name = fileName.toLower();
    if (name.endsWith(QLatin1String(".gz")))
        name.chop(3);
    for (const auto &format : formats()) {
        for (const QString &suffix : format->suffixes()) {
            if (name.endsWith(QLatin1Char('.') + suffix))
                return format.get();
        }
    }
    return nullptr;
}

Result<const Format *> detectFormat(std::string_view head, const QString &fileName)
{
    // UTF-16 looks like nothing: the text in it does.
    const QByteArray bytes(head.data(), static_cast<qsizetype>(head.size() & ~size_t{1}));
    const Result<TextInput> text = openText(openMemory(bytes, fileName), {});
    if (text && text->encoding.startsWith(QLatin1String("utf-16")))
        head = {text->head.constData(), static_cast<size_t>(text->head.size())};
    const Format *best = nullptr;
    double bestScore = 0;
    const Format *bySuffix = formatForSuffix(fileName);
    if (bySuffix != nullptr && bySuffix->hasMark())
        return bySuffix;
    for (const auto &format : formats()) {
        const double content = format->sniff(head);
        const double score = content > 0 && format.get() == bySuffix ? content + 0.5 : content;
        if (score > bestScore) {
            best = format.get();
            bestScore = score;
        }
    }
    if (best != nullptr)
        return best;
    if (bySuffix != nullptr)
        return bySuffix; // its reader says what is wrong, with the place
    return Error{ErrorKind::Unsupported,
                 QStringLiteral("this is no format that can be read"),
                 QStringLiteral("See galley formats, or name one with --format."),
                 {fileName, {}, 0, 0}};
}

} // namespace galley
