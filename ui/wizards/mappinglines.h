// SPDX-License-Identifier: MIT
//
// The lines of a mapping, between its two lists: connected ones, dashed suggestions, and the one that follows
// the mouse.
//
// Threads: UI thread.
#pragma once

#include <QWidget>

#include <optional>

namespace galley {

class EndList;
class MappingView;

class MappingLines : public QWidget
{
    Q_OBJECT

public:
    explicit MappingLines(MappingView &view);

    /// From that entry to where the mouse is; nothing: no such line.
    void setDrawn(bool isFromSource, int row, const QPoint &global);
    void endDrawn();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Drawn
    {
        bool isFromSource = true;
        int row = -1;
        QPoint at; ///< of this widget
    };
    double heightOf(const EndList &list, int row) const;
    void paintLine(QPainter &painter, double left, double right, bool isStrong, bool isSuggestion) const;

    MappingView &m_view;
    std::optional<Drawn> m_drawn;
};

} // namespace galley
