// SPDX-License-Identifier: MIT
#include "ui/widgets/remembered.h"

#include "ui/settings.h"

#include <QEvent>
#include <QScreen>
#include <QSplitter>

namespace galley {

namespace {

const auto kSizes = QStringLiteral("sizes");
const auto kSize = QStringLiteral("size");

/// Tells the settings when the dialog goes.
class SizeKeeper final : public QObject
{
public:
    SizeKeeper(QWidget *dialog, QString name)
        : QObject(dialog)
        , m_name(std::move(name))
    {
        dialog->installEventFilter(this);
    }
    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::Hide)
            Settings().setShape(m_name, {{kSize, static_cast<QWidget *>(object)->size()}});
        return false;
    }

private:
    QString m_name;
};

} // namespace

void rememberSplitter(QSplitter *splitter, const QString &name)
{
    QList<int> sizes;
    for (const QVariant &each : Settings().shape(name).value(kSizes).toList())
        sizes += each.toInt();
    if (sizes.size() == splitter->count())
        splitter->setSizes(sizes);
    QObject::connect(splitter, &QSplitter::splitterMoved, splitter, [splitter, name] {
        QVariantList list;
        for (const int each : splitter->sizes())
            list += each;
        Settings().setShape(name, {{kSizes, list}});
    });
}

void rememberSize(QWidget *dialog, const QString &name)
{
    const QSize size = Settings().shape(name).value(kSize).toSize();
    if (size.isValid())
        dialog->resize(size.boundedTo(dialog->screen()->availableSize()));
    new SizeKeeper(dialog, name);
}

} // namespace galley
