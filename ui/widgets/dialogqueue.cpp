// SPDX-License-Identifier: MIT
#include "ui/widgets/dialogqueue.h"

#include <QDialog>

namespace galley {

void DialogQueue::add(Open open)
{
    m_waiting.push_back(std::move(open));
    if (!m_isOpen)
        openNext();
}

void DialogQueue::openNext()
{
    while (!m_waiting.empty()) {
        const Open open = std::move(m_waiting.front());
        m_waiting.pop_front();
        QDialog *dialog = open();
        if (dialog == nullptr)
            continue;
        m_isOpen = true;
        connect(dialog, &QDialog::finished, this, [this](int result) {
            m_isOpen = false;
            const int rest = static_cast<int>(m_waiting.size());
            if (result == QDialog::Accepted)
                return openNext();
            m_waiting.clear();
            if (rest > 0)
                Q_EMIT givenUp(rest);
        });
        return;
    }
}

} // namespace galley
