// SPDX-License-Identifier: MIT
//
// Below the lines of a mapping: what can be said about one target column: a constant for every row; of a
// column that will be made, its name and its type.
//
// Threads: UI thread.
#pragma once

#include "models/mappingmodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace galley {

class MappingDetail : public QWidget
{
    Q_OBJECT

public:
    explicit MappingDetail(MappingModel &model, QWidget *parent = nullptr);

    /// Nothing where `target` is null.
    void showTarget(const MappingTarget *target);
    void focusConstant();

protected:
    /// Enter in a field takes what was typed; it does not go on to the next page.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeName();
    void takeConstant();

    MappingModel &m_model;
    MappingTarget m_target;
    QLabel *m_title;
    QLabel *m_constantLabel;
    QLineEdit *m_constant;
    QPushButton *m_clear;
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    QLabel *m_typeLabel;
    QComboBox *m_type;
};

} // namespace galley
