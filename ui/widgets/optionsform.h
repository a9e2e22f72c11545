// SPDX-License-Identifier: MIT
//
// A form made from a list of option specs: what formats, bundles and engines can be told.
//
// Threads: UI thread.
#pragma once

#include "workers/base/option.h"

#include <QWidget>

#include <functional>

class QFormLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace galley {

class OptionsForm : public QWidget
{
    Q_OBJECT

public:
    enum class Purpose
    {
        Reading, ///< what is not set is left to detection, and the form says so
        Writing
    };

    explicit OptionsForm(Purpose purpose, QWidget *parent = nullptr);

    /// What `values` holds is filled in; the rest is default (or detected).
    void setOptions(const std::vector<OptionSpec> &specs, const OptionValues &values);
    /// Only what was set: it differs from the default, or from "detected".
    OptionValues values() const;
    bool isEmpty() const { return m_fields.empty(); }
    /// Reading: what stands for an option that nobody set, told in its field.
    void setDetected(const OptionValues &detected);
    /// Leaves all to detection, or to the defaults.
    void reset();
    /// What is wrong with an option, below its field. An unknown id is ignored.
    void setProblem(const QString &id, const QString &text);
    void clearProblems();

Q_SIGNALS:
    void changed();

private:
    struct Field
    {
        OptionSpec spec;
        QWidget *widget = nullptr;
        std::function<QVariant()> value; ///< invalid: not set
        std::function<void()> reset;
        std::function<void(const QString &)> tellDetected; ///< Reading
        QLabel *problem = nullptr; ///< Reading
        QToolButton *resetButton = nullptr; ///< Reading; shown where the option is set
    };

    void addField(const OptionSpec &spec, const QVariant &value);
    Field makeBoolean(const OptionSpec &spec, const QVariant &value);
    Field makeChoice(const OptionSpec &spec, const QVariant &value);
    QWidget *withBrowseButton(QLineEdit *edit);
    QWidget *withReset(Field &field, QWidget *line);
    void showResets();
    Field makeText(const OptionSpec &spec, const QVariant &value);

    Purpose m_purpose;
    QFormLayout *m_layout;
    std::vector<Field> m_fields;
};

} // namespace galley
