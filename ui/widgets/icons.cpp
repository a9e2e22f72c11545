// SPDX-License-Identifier: MIT
#include "ui/widgets/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

#include <optional>

static void initGalleyResources()
{
    Q_INIT_RESOURCE(galley);
}

namespace galley {

namespace {

/// Draws an SVG whose strokes are `currentColor` or `accent` with the colours of the moment, so that a switch
/// of theme needs no new icons.
class TintedIcon : public QIconEngine
{
public:
    explicit TintedIcon(QByteArray svg, std::optional<Accent> only = {})
        : m_svg(std::move(svg))
        , m_only(only)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QByteArray svg = m_svg;
        const QColor stroke = m_only ? accentColor(*m_only) : strokeColor(mode);
        svg.replace("currentColor", stroke.name().toLatin1());
        const QColor second = m_only ? stroke : accent(mode, stroke);
        svg.replace("\"accent\"", '"' + second.name().toLatin1() + '"');
        QSvgRenderer renderer(svg);
        renderer.render(painter, QRectF(rect));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        if (size.isEmpty())
            return pixmap;
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new TintedIcon(m_svg, m_only); }

private:
    static QColor strokeColor(QIcon::Mode mode)
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Selected)
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        return accentColor(Accent::Muted);
    }
    static QColor accent(QIcon::Mode mode, const QColor &stroke)
    {
        return mode == QIcon::Normal || mode == QIcon::Active ? accentColor(Accent::Brand) : stroke;
    }

    QByteArray m_svg;
    std::optional<Accent> m_only;
};

} // namespace

namespace {

QIcon tinted(const QString &name, std::optional<Accent> only)
{
    initGalleyResources();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new TintedIcon(file.readAll(), only));
}

} // namespace

QIcon icon(const QString &name)
{
    return tinted(name, {});
}

QIcon icon(const QString &name, Accent accent)
{
    return tinted(name, accent);
}

QIcon appIcon()
{
    return icon(QStringLiteral("galley"));
}

} // namespace galley
