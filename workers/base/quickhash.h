// SPDX-License-Identifier: MIT
//
// A quick hash of bytes (XXH3, 128 bits): whether what reads back is what was written. It guards against
// mistakes and faults of a disk, not against an adversary; what is kept beside data is SHA-256.
#pragma once

#include <QByteArray>

#include <memory>
#include <string_view>

namespace galley {

/// Threads: one at a time.
class QuickHash
{
public:
    QuickHash();
    QuickHash(const QuickHash &) = delete;
    QuickHash &operator=(const QuickHash &) = delete;
    ~QuickHash();

    void add(std::string_view bytes);
    /// 16 bytes.
    QByteArray result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace galley
