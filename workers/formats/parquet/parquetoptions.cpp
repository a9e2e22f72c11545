// SPDX-License-Identifier: MIT
#include "workers/formats/parquet/parquetoptions.h"

namespace galley::parquet {

namespace {

constexpr qint64 kMostGroupRows = 1024 * 1024;

OptionSpec choice(const char *id, const char *label, const QStringList &choices, const char *help)
{
    OptionSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.label = QString::fromUtf8(label);
    spec.type = OptionSpec::Type::Choice;
    spec.choices = choices;
    spec.defaultValue = choices.front();
    spec.help = QString::fromUtf8(help);
    spec.forReading = false;
    return spec;
}

OptionSpec other(const char *id, const char *label, OptionSpec::Type type, const QVariant &value,
                 const char *help)
{
    OptionSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.label = QString::fromUtf8(label);
    spec.type = type;
    spec.defaultValue = value;
    spec.help = QString::fromUtf8(help);
    spec.forReading = false;
    return spec;
}

} // namespace

std::vector<OptionSpec> parquetOptions()
{
    using L = QStringList;
    return {
        choice("compression", "Compression",
               L{QStringLiteral("snappy"), QStringLiteral("zstd"), QStringLiteral("gzip"),
                 QStringLiteral("none")},
               "How pages are packed."),
        choice("types", "Types",
               L{QStringLiteral("declared"), QStringLiteral("plain"), QStringLiteral("text")},
               "declared: each column in the Parquet type that its declared type is; plain: decimals, dates, "
               "times and UUIDs as text; text: every column as text."),
        choice("timestamps", "Times and timestamps", L{QStringLiteral("micros"), QStringLiteral("nanos")},
               "The unit that times and timestamps are counted in."),
        choice(
            "cells", "Kinds of cells", L{QStringLiteral("plain"), QStringLiteral("tagged")},
            "tagged: values that their column's type cannot hold exactly stand in a column of their own, so "
            "that Galley reads them back; plain: they are refused."),
        other("rowgroup", "Rows of a row group", OptionSpec::Type::Integer, kDefaultGroupRows,
              "How many rows are written and read at once."),
        other("dictionary", "Dictionaries", OptionSpec::Type::Boolean, true,
              "Writes columns with few different values as numbers of these."),
        other("checksums", "Checksums", OptionSpec::Type::Boolean, true,
              "Writes a CRC-32 with each page, which readers check.")};
}

Result<EncoderOptions> encoderOptionsFrom(const OptionValues &values)
{
    EncoderOptions options;
    const QString codec = values.text(QStringLiteral("compression"), QStringLiteral("snappy"));
    options.chunk.codec = codec == QLatin1String("zstd") ? Codec::Zstd
        : codec == QLatin1String("gzip")                 ? Codec::Gzip
        : codec == QLatin1String("none")                 ? Codec::None
                                                         : Codec::Snappy;
    const QString types = values.text(QStringLiteral("types"), QStringLiteral("declared"));
    options.typing = types == QLatin1String("text") ? Typing::Text
        : types == QLatin1String("plain")           ? Typing::Plain
                                                    : Typing::Declared;
    options.unit = values.text(QStringLiteral("timestamps")) == QLatin1String("nanos") ? TimeUnit::Nano
                                                                                       : TimeUnit::Micro;
    options.chunk.usesDictionary = values.flag(QStringLiteral("dictionary"), true);
    options.chunk.hasChecksums = values.flag(QStringLiteral("checksums"), true);
    options.isTagged = values.text(QStringLiteral("cells")) == QLatin1String("tagged");
    options.groupRows = values.value(QStringLiteral("rowgroup"), kDefaultGroupRows).toLongLong();
    if (options.groupRows < 1 || options.groupRows > kMostGroupRows)
        return Error{
            ErrorKind::Usage,
            QStringLiteral("a row group has 1 to %1 rows, not %2").arg(kMostGroupRows).arg(options.groupRows),
            QStringLiteral("Set rowgroup to a number between them."),
            {}};
    return options;
}

} // namespace galley::parquet
