// SPDX-License-Identifier: MIT
#include "workers/bundles/bundle.h"

#include "workers/formats/format.h"

namespace galley {

namespace {

bool endsIn(const QString &path, const QString &suffix)
{
    return path.endsWith(QLatin1Char('.') + suffix, Qt::CaseInsensitive);
}

QString formsText(const BundleForms &forms)
{
    QStringList texts;
    if (forms.directory)
        texts += QStringLiteral("a directory");
    if (forms.zip)
        texts += QStringLiteral("a .zip");
    for (const QString &suffix : forms.suffixes)
        texts += QStringLiteral("a .") + suffix;
    return texts.join(QStringLiteral(" or "));
}

} // namespace

QStringList Bundle::formats() const
{
    QStringList ids;
    for (const auto &format : galley::formats())
        ids += format->id();
    return ids;
}

Result<BundleListing> Bundle::planned(const BundleListing &selected, const OptionValues &) const
{
    return selected;
}

Result<std::unique_ptr<RowEncoder>> Bundle::makeEncoder(const BundleTable &table, const OptionValues &) const
{
    const Format *format = findFormat(table.formatId);
    if (format == nullptr)
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("there is no format \"%1\"").arg(table.formatId.left(40)),
                     QStringLiteral("galley formats lists what there is."),
                     {}};
    return format->makeEncoder(table.table.shape, table.options);
}

std::vector<const Bundle *> writableBundles(const std::vector<std::unique_ptr<Bundle>> &all)
{
    std::vector<const Bundle *> writable;
    for (const auto &bundle : all) {
        if (!bundle->forms().isEmpty())
            writable.push_back(bundle.get());
    }
    return writable;
}

Result<void> checkDestination(const Bundle &bundle, const QString &path)
{
    const BundleForms forms = bundle.forms();
    if (forms.isEmpty())
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("a bundle \"%1\" can be read, not written").arg(bundle.id()),
                     QStringLiteral("Choose another bundle; galley formats lists them."),
                     {path, {}, 0, 0}};
    bool isFine = forms.directory;
    if (endsIn(path, QStringLiteral("zip")))
        isFine = forms.zip;
    for (const QString &suffix : forms.suffixes)
        isFine = isFine || endsIn(path, suffix);
    if (isFine && path != QLatin1String("-"))
        return {};
    return Error{ErrorKind::Usage,
                 QStringLiteral("a bundle \"%1\" is %2, not %3").arg(bundle.id(), formsText(forms), path),
                 QStringLiteral("Choose another destination."),
                 {}};
}

const Bundle *findBundle(const QString &id)
{
    for (const auto &bundle : bundles()) {
        if (bundle->id() == id)
            return bundle.get();
    }
    return nullptr;
}

const Bundle *detectBundle(const QString &path)
{
    for (const auto &bundle : bundles()) {
        if (bundle->recognises(path))
            return bundle.get();
    }
    return nullptr;
}

} // namespace galley
