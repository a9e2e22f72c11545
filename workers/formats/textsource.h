// SPDX-License-Identifier: MIT
//
// Text files of any encoding as UTF-8: byte order marks are believed and taken off, everything else is taken
// for what the caller says.
#pragma once

#include "workers/base/bytebuffer.h"
#include "workers/base/io.h"

namespace galley {

struct TextInput
{
    std::unique_ptr<ByteSource> source; ///< all of the text as UTF-8, without byte order mark
    QByteArray head; ///< up to 64 KiB of what `source` will give first
    bool isWhole = false; ///< `head` is everything
    QString encoding; ///< of the file
    bool hasBom = false;
};

/// `encoding`: "" where nobody said one; then a byte order mark or NULs in every second byte decide, else
/// UTF-8. What `source` gives is checked for UTF-16 surrogates, not for well-formed UTF-8.
/// Errors: Unsupported (content that is no text: PNG, zip, gzip, PDF, Parquet, SQLite, …) and those of
/// read().
Result<TextInput> openText(std::unique_ptr<ByteSource> source, const QString &encoding);

/// What binary content this is by its first bytes: "a PNG picture"; "" where it could be text.
QString binaryContent(std::string_view head);

/// Encodings that appendEncoded() writes: utf-8, utf-16le, utf-16be.
bool canEncode(const QString &encoding);
/// REQUIRES: `utf8` is well-formed.
void appendEncoded(ByteBuffer &out, std::string_view utf8, const QString &encoding, bool withBom);

} // namespace galley
