// SPDX-License-Identifier: MIT
//
// One file that holds the records of many tables: its text as a whole, and pieces of it without the rest.
#pragma once

#include "workers/base/io.h"

#include <vector>

namespace galley {

/// Whole records that stand one behind the other, in the bytes of the text.
struct TextRun
{
    qint64 offset = 0;
    qint64 end = 0;
    qint64 firstNumber = 0; ///< of its first record
};

/// How the file looked when it was surveyed. Another stamp: another file.
struct FileStamp
{
    qint64 size = -1;
    qint64 modifiedNs = 0;
    qint64 changedNs = 0;
    quint64 inode = 0;
    bool operator==(const FileStamp &) const = default;
};
Result<FileStamp> stampOf(const QString &path);

/// The text as UTF-8, unpacked where it is packed. `raw` is the file's bytes, read from their beginning.
/// `*leadingBytes`: what stands in the file before the text, -1 where the text is not a part of the file as
/// it stands (gzip, UTF-16). May be nullptr.
Result<std::unique_ptr<ByteSource>> openPackedText(std::unique_ptr<ByteSource> raw, qint64 *leadingBytes);

/// The first bytes of the text of a file, for looking at; fewer where it is shorter or broken.
QByteArray headOfText(const QString &path, qsizetype most);

/// The runs, one behind the other. `leadingBytes` as above: where it is known, what lies between is not read.
Result<std::unique_ptr<ByteSource>> openTextRuns(const QString &path, qint64 leadingBytes,
                                                 std::vector<TextRun> runs);

} // namespace galley
