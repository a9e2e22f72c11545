// SPDX-License-Identifier: MIT
//
// A password on its way from where the user keeps it to the library that needs it. Never printed, never
// stored, kept out of swap and core dumps as far as the system allows, zeroed when it is no longer needed.
#pragma once

#include <QtGlobal>

#include <string_view>
#include <utility>

namespace galley {

/// Has neither operator<< nor a way into a QString. Movable; a copy is made on purpose with copy().
class Secret
{
public:
    Secret() = default;
    /// Copies `text`; whoever gives it wipes it.
    explicit Secret(std::string_view text);
    Secret(Secret &&other) noexcept
        : m_data(std::exchange(other.m_data, nullptr))
        , m_size(std::exchange(other.m_size, 0))
    {
    }
    Secret &operator=(Secret &&other) noexcept;
    ~Secret();

    Secret copy() const { return Secret(view()); }
    bool isEmpty() const { return m_size == 0; }
    std::string_view view() const { return {m_data == nullptr ? "" : m_data, m_size}; }
    /// Ends in NUL, as C libraries want it. Good as long as the secret lives.
    const char *c_str() const { return m_data == nullptr ? "" : m_data; }

private:
    void wipe();

    char *m_data = nullptr; ///< pages of its own
    size_t m_size = 0;
};

/// Overwrites memory that held a secret, whatever the optimiser thinks of it.
void wipeMemory(void *memory, size_t size);

/// From now on a crash of this process leaves no memory behind, for strings of libraries and of input fields
/// that cannot be zeroed.
void keepMemoryOutOfCoreDumps();

} // namespace galley
