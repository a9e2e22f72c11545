// SPDX-License-Identifier: MIT
//
// A text to be found in cells, whatever its case: in texts and numbers as they are written, in bytes by their
// hexadecimal digits (whole bytes). NULL is found by nothing.
#pragma once

#include "workers/base/cell.h"

#include <QString>

#include <string>

namespace galley {

class CellNeedle
{
public:
    CellNeedle() = default;
    explicit CellNeedle(const QString &text);

    bool isEmpty() const { return m_text.isEmpty(); }
    const QString &text() const { return m_text; }
    bool isIn(const Cell &cell) const;

private:
    bool isInText(std::string_view text) const;

    QString m_text;
    std::string m_ascii; ///< in lower case; "" where there are other characters
    std::string m_bytes; ///< "" where the text is no hexadecimal number
};

} // namespace galley
