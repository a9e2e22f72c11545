// SPDX-License-Identifier: MIT
//
// schema.cypher, macro.cypher and index.cypher.
#include "workers/bundles/kuzu/kuzuscripts.h"

#include <array>

namespace galley {

namespace {

/// Goes on to the `,` or `)` that ends an expression, which is not looked at.
void skipExpression(CypherScript &script)
{
    int depth = 0;
    while (!script.isAtEnd() && !script.token().isSymbol(';')) {
        const CypherToken &token = script.token();
        if (depth == 0 && (token.isSymbol(',') || token.isSymbol(')')))
            return;
        if (token.isSymbol('(') || token.isSymbol('[') || token.isSymbol('{'))
            ++depth;
        else if (token.isSymbol(')') || token.isSymbol(']') || token.isSymbol('}'))
            --depth;
        script.take();
    }
}

bool isMultiplicity(const CypherToken &token)
{
    static constexpr std::array<const char *, 4> kWords = {"MANY_MANY", "MANY_ONE", "ONE_MANY", "ONE_ONE"};
    return std::any_of(kWords.begin(), kWords.end(), [&](const char *word) { return token.isWord(word); });
}

class SchemaReader
{
public:
    SchemaReader(CypherScript &script, KuzuSchema &schema)
        : m_script(script)
        , m_schema(schema)
    {
    }

    Result<void> run()
    {
        while (!m_script.isAtEnd()) {
            if (m_script.takeSymbol(';'))
                continue;
            RETURN_IF_ERROR(readStatement());
        }
        return checkPairs();
    }

private:
    Result<void> readStatement()
    {
        const CypherToken first = m_script.token();
        if (m_script.takeWord("CREATE")) {
            if (m_script.takeWord("NODE"))
                return readNode();
            if (m_script.takeWord("REL"))
                return readRelation();
            if (m_script.token().isWord("SEQUENCE"))
                return keep(first, m_schema.sequences, true);
            if (m_script.token().isWord("MACRO"))
                return keep(first, m_schema.macros, false);
        } else if (m_script.takeWord("DROP")) {
            if (m_script.token().isWord("SEQUENCE"))
                return keep(first, m_schema.sequences, false);
        } else if (m_script.takeWord("RETURN")) {
            if (m_script.token().isWord("nextval"))
                return keep(first, m_schema.sequences, false);
        } else if (m_script.takeWord("COMMENT")) { // of old versions; tables and columns have none elsewhere
            m_script.skipStatement();
            return {};
        }
        return unsafe(first);
    }
    Error unsafe(const CypherToken &first) const
    {
        return {ErrorKind::UnsafeStatement,
                QStringLiteral("the statement that begins with \"%1\" is none that an export writes")
                    .arg(first.text.left(40)),
                QStringLiteral("Nothing was run. Do not trust this export."), m_script.placeOf(first)};
    }

    Result<void> keep(const CypherToken &first, QStringList &statements, bool isNamed)
    {
        m_script.take();
        if (isNamed) {
            RETURN_IF_ERROR(skipIfNotExists());
            ASSIGN_OR_RETURN(const QString name,
                             m_script.expectName(QStringLiteral("the name of a sequence")));
            m_schema.sequenceNames += name;
        }
        qsizetype end = first.end;
        while (!m_script.isAtEnd() && !m_script.token().isSymbol(';'))
            end = m_script.take().end;
        if (!m_script.takeSymbol(';'))
            return m_script.unexpected(QStringLiteral("\";\" was expected"));
        statements += m_script.slice(first.begin, end) + QLatin1Char(';');
        return {};
    }
    Result<void> skipIfNotExists()
    {
        if (!m_script.takeWord("IF"))
            return {};
        RETURN_IF_ERROR(m_script.expectWord("NOT"));
        return m_script.expectWord("EXISTS");
    }
    Result<QString> readTableName()
    {
        RETURN_IF_ERROR(skipIfNotExists());
        const CypherToken token = m_script.token();
        ASSIGN_OR_RETURN(const QString name, m_script.expectName(QStringLiteral("the name of a table")));
        if (m_schema.node(name) != nullptr || m_schema.relation(name) != nullptr)
            return Error{ErrorKind::Duplicate,
                         QStringLiteral("two tables are named \"%1\"").arg(name.left(60)),
                         {},
                         m_script.placeOf(token)};
        return name;
    }

    Result<void> readNode()
    {
        KuzuNode node;
        node.place = m_script.placeOf(m_script.token());
        RETURN_IF_ERROR(m_script.expectWord("TABLE"));
        ASSIGN_OR_RETURN(node.name, readTableName());
        RETURN_IF_ERROR(m_script.expectSymbol('('));
        QString key;
        do {
            if (m_script.token().isWord("PRIMARY")) {
                RETURN_IF_ERROR(readKey(key));
            } else {
                bool isKey = false;
                RETURN_IF_ERROR(readProperty(node.properties, &isKey));
                if (isKey)
                    key = node.properties.back().name;
            }
        } while (m_script.takeSymbol(','));
        RETURN_IF_ERROR(m_script.expectSymbol(')'));
        RETURN_IF_ERROR(m_script.expectSymbol(';'));
        while (node.key < node.properties.size() && node.properties[node.key].name != key)
            ++node.key;
        if (node.key == node.properties.size())
            return Error{ErrorKind::Schema,
                         QStringLiteral("the node table \"%1\" has no primary key").arg(node.name.left(60)),
                         {},
                         node.place};
        m_schema.nodes.push_back(std::move(node));
        return {};
    }
    Result<void> readKey(QString &key)
    {
        m_script.take();
        RETURN_IF_ERROR(m_script.expectWord("KEY"));
        RETURN_IF_ERROR(m_script.expectSymbol('('));
        ASSIGN_OR_RETURN(key, m_script.expectName(QStringLiteral("a column")));
        return m_script.expectSymbol(')');
    }
    Result<void> readProperty(std::vector<KuzuProperty> &properties, bool *isKey)
    {
        const CypherToken token = m_script.token();
        KuzuProperty property;
        ASSIGN_OR_RETURN(property.name, m_script.expectName(QStringLiteral("a column")));
        for (const KuzuProperty &other : properties) {
            if (other.name == property.name)
                return Error{ErrorKind::Duplicate,
                             QStringLiteral("two columns are named \"%1\"").arg(property.name.left(60)),
                             {},
                             m_script.placeOf(token)};
        }
        ASSIGN_OR_RETURN(property.type, readKuzuType(m_script));
        properties.push_back(std::move(property));
        if (m_script.takeWord("DEFAULT"))
            skipExpression(m_script);
        if (isKey != nullptr && m_script.takeWord("PRIMARY")) {
            RETURN_IF_ERROR(m_script.expectWord("KEY"));
            *isKey = true;
        }
        return {};
    }

    Result<void> readRelation()
    {
        KuzuRelation relation;
        relation.place = m_script.placeOf(m_script.token());
        RETURN_IF_ERROR(m_script.expectWord("TABLE"));
        if (m_script.token().isWord("GROUP")) // several pairs, in old versions
            m_script.take();
        ASSIGN_OR_RETURN(relation.name, readTableName());
        RETURN_IF_ERROR(m_script.expectSymbol('('));
        do {
            if (m_script.token().isWord("FROM")) {
                m_script.take();
                KuzuPair pair;
                ASSIGN_OR_RETURN(pair.from, m_script.expectName(QStringLiteral("a node table")));
                RETURN_IF_ERROR(m_script.expectWord("TO"));
                ASSIGN_OR_RETURN(pair.to, m_script.expectName(QStringLiteral("a node table")));
                relation.pairs.push_back(std::move(pair));
            } else if (isMultiplicity(m_script.token())) {
                relation.multiplicity = m_script.take().text.toUpper();
            } else {
                RETURN_IF_ERROR(readProperty(relation.properties, nullptr));
            }
        } while (m_script.takeSymbol(','));
        RETURN_IF_ERROR(m_script.expectSymbol(')'));
        RETURN_IF_ERROR(m_script.expectSymbol(';'));
        m_schema.relations.push_back(std::move(relation));
        return {};
    }

    Result<void> checkPairs() const
    {
        for (const KuzuRelation &relation : m_schema.relations) {
            for (const KuzuPair &pair : relation.pairs) {
                for (const QString &name : {pair.from, pair.to}) {
                    if (m_schema.node(name) == nullptr)
                        return Error{
                            ErrorKind::Schema,
                            QStringLiteral("the relationship table \"%1\" names a node table \"%2\", which "
                                           "is not there")
                                .arg(relation.name.left(60), name.left(60)),
                            {},
                            relation.place};
                }
            }
        }
        return {};
    }

    CypherScript &m_script;
    KuzuSchema &m_schema;
};

template<typename T> const T *named(const std::vector<T> &all, const QString &name)
{
    for (const T &one : all) {
        if (one.name == name)
            return &one;
    }
    return nullptr;
}

} // namespace

const KuzuNode *KuzuSchema::node(const QString &name) const
{
    return named(nodes, name);
}

const KuzuRelation *KuzuSchema::relation(const QString &name) const
{
    return named(relations, name);
}

Result<void> readKuzuSchema(const QByteArray &text, const Place &place, KuzuSchema &schema)
{
    ASSIGN_OR_RETURN(CypherScript script, CypherScript::read(text, place));
    return SchemaReader(script, schema).run();
}

Result<QStringList> readKuzuIndexes(const QByteArray &text, const Place &place)
{
    ASSIGN_OR_RETURN(CypherScript script, CypherScript::read(text, place));
    QStringList statements;
    while (!script.isAtEnd()) {
        const CypherToken first = script.take();
        if (first.isSymbol(';'))
            continue;
        const bool isIndex = first.isWord("CALL")
            && (script.token().isWord("CREATE_FTS_INDEX") || script.token().isWord("CREATE_VECTOR_INDEX"));
        if (!isIndex)
            return Error{ErrorKind::UnsafeStatement,
                         QStringLiteral("the statement that begins with \"%1\" makes no index")
                             .arg(first.text.left(40)),
                         QStringLiteral("Nothing was run. Do not trust this export."), script.placeOf(first)};
        qsizetype end = first.end;
        while (!script.isAtEnd() && !script.token().isSymbol(';'))
            end = script.take().end;
        script.takeSymbol(';');
        statements += script.slice(first.begin, end) + QLatin1Char(';');
    }
    return statements;
}

} // namespace galley
