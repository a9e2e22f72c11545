// SPDX-License-Identifier: MIT
#include "workers/jobs/samplerows.h"

#include <QDateTime>
#include <QTimeZone>

#include <zlib.h>

#include <array>

namespace galley {

namespace {

struct Region
{
    const char *country;
    const char *cities;
    const char *given;
    const char *family;
};

/// Names as people there write them: one list each, parted by `|`.
constexpr std::array<Region, 12> kPlaces{{
    {"Germany", "Berlin|München|Köln|Lübeck", "Jürgen|Käthe|Björn|Anneliese|Lukas|Mia",
     "Müller|Weiß|Schröder|Vogel|Krüger"},
    {"France", "Paris|Lyon|Besançon|Nîmes", "Zoé|François|Hélène|Théo|Manon|Noël",
     "Lefèvre|Moreau|Garçon|Dubois|Château"},
    {"Iceland", "Reykjavík|Akureyri|Ísafjörður", "Guðrún|Þór|Sigríður|Björk|Ólafur",
     "Jónsson|Þórsdóttir|Sæmundsson"},
    {"Poland", "Łódź|Kraków|Gdańsk|Wrocław", "Łukasz|Małgorzata|Zofia|Stanisław",
     "Wójcik|Zieliński|Kowalczyk|Dąbrowska"},
    {"Brazil", "São Paulo|Salvador|Brasília|Belém", "João|Conceição|Beatriz|Thiago|Inês",
     "Gonçalves|Araújo|Silva|Assunção"},
    {"United Kingdom", "London|Leeds|Bath|Glasgow", "Oliver|Amelia|Isla|George|Freya",
     "O'Neill|Smith|Wright|St. John|Hughes"},
    {"United States", "New York|Austin|Portland|Chicago", "Emma|Liam|Ava|Noah|Grace",
     "Johnson|Garcia|Nguyen|Miller|O'Brien"},
    {"Greece", "Αθήνα|Θεσσαλονίκη|Πάτρα", "Ελένη|Γιώργος|Μαρία|Νίκος", "Παπαδόπουλος|Νικολάου|Γεωργίου"},
    {"Ukraine", "Київ|Львів|Одеса", "Оксана|Андрій|Юлія|Тарас", "Шевченко|Бойко|Коваленко"},
    {"Türkiye", "İstanbul|İzmir|Ankara", "Ayşe|Çağlar|Gülşen|Oğuz", "Yılmaz|Öztürk|Şahin"},
    {"Sweden", "Malmö|Göteborg|Umeå", "Åsa|Björn|Maja|Nils", "Ångström|Sjöberg|Lindqvist"},
    {"India", "Mumbai|Bengaluru|Chennai", "Aarav|Priya|Arjun|Ananya", "Sharma|Iyer|Patel|Reddy"},
}};

struct Goods
{
    const char *kind;
    int category;
    int cents; ///< about
    int grams; ///< about
};

constexpr std::array<Goods, 20> kGoods{{
    {"Teapot", 4, 3490, 900},        {"Mug", 4, 1190, 340},         {"Chopping board", 5, 2490, 1200},
    {"Chef's knife", 5, 6900, 260},  {"Notebook", 6, 890, 220},     {"Fountain pen", 6, 4200, 30},
    {"Desk lamp", 7, 5990, 1600},    {"Wall clock", 7, 3990, 800},  {"Rucksack", 8, 8900, 1100},
    {"Tent", 8, 21900, 3200},        {"Trowel", 9, 1290, 310},      {"Watering can", 9, 2790, 1400},
    {"Jigsaw", 10, 1990, 650},       {"Chess set", 10, 4990, 1500}, {"Green tea", 11, 990, 120},
    {"Crème caramel", 12, 450, 200}, {"Olive oil", 12, 1390, 950},  {"Coffee beans", 11, 1590, 520},
    {"Sketchbook", 6, 1290, 400},    {"Lantern", 8, 2990, 560},
}};

constexpr std::array<const char *, 8> kAdjectives{"Classic", "Nordic",   "Élan",     "Compact",
                                                  "Travel",  "Heritage", "Midnight", "Sunrise"};

QString pick(SampleRandom &random, const char *list)
{
    const QStringList words = QString::fromUtf8(list).split(QLatin1Char('|'));
    return words[random.below(static_cast<int>(words.size()))];
}

void appendBigEndian(QByteArray &out, quint32 value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        out.append(static_cast<char>((value >> shift) & 0xff));
}

void appendChunk(QByteArray &png, const char *type, const QByteArray &data)
{
    appendBigEndian(png, static_cast<quint32>(data.size()));
    const QByteArray body = QByteArray(type, 4) + data;
    png += body;
    appendBigEndian(png,
                    static_cast<quint32>(crc32(0, reinterpret_cast<const Bytef *>(body.constData()),
                                               static_cast<uInt>(body.size()))));
}

/// One stored block, not a compressed one: the same bytes whatever zlib is installed.
QByteArray stored(const QByteArray &raw)
{
    QByteArray out("\x78\x01\x01", 3);
    const auto size = static_cast<quint16>(raw.size());
    for (const int part : {size & 0xff, size >> 8, ~size & 0xff, (~size >> 8) & 0xff})
        out.append(static_cast<char>(part));
    out += raw;
    appendBigEndian(out,
                    static_cast<quint32>(adler32(1, reinterpret_cast<const Bytef *>(raw.constData()),
                                                 static_cast<uInt>(raw.size()))));
    return out;
}

} // namespace

quint64 SampleRandom::next()
{
    m_state += 0x9e3779b97f4a7c15u;
    quint64 z = m_state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

std::vector<SampleCategory> sampleCategories()
{
    const auto text = [](const char *name) { return QString::fromUtf8(name); };
    return {{text("Home"), 0},      {text("Leisure"), 0},      {text("Food & drink"), 0},
            {text("Tableware"), 1}, {text("Kitchen"), 1},      {text("Stationery"), 2},
            {text("Décor"), 1},     {text("Outdoor"), 2},      {text("Garden"), 1},
            {text("Games"), 2},     {text("Tea & coffee"), 3}, {text("Delicatessen"), 3}};
}

std::vector<SampleProduct> sampleProducts(SampleRandom &random)
{
    std::vector<SampleProduct> products;
    for (const char *adjective : kAdjectives) {
        for (const Goods &goods : kGoods) {
            const QString kind = QString::fromUtf8(goods.kind);
            const int cents = goods.cents * (70 + random.below(70)) / 1000 * 10 + 9;
            const double weight = static_cast<double>(goods.grams * (90 + random.below(21)) / 100) / 1000.0;
            QString description;
            if (random.chance(70))
                description = QStringLiteral("%1 from the %2 range.\nMade to last, easy to repair, packed "
                                             "without plastic.")
                                  .arg(kind, QString::fromUtf8(adjective));
            products.push_back({QString::fromUtf8(adjective) + QLatin1Char(' ') + kind, goods.category, cents,
                                weight, description});
        }
    }
    return products;
}

SamplePerson samplePerson(SampleRandom &random, int number)
{
    const Region &place = kPlaces[static_cast<size_t>(random.below(static_cast<int>(kPlaces.size())))];
    const QString given = pick(random, place.given);
    const QString family = pick(random, place.family);
    const bool familyFirst = qstrcmp(place.country, "Japan") == 0;
    SamplePerson person;
    person.name = familyFirst ? family + QLatin1Char(' ') + given : given + QLatin1Char(' ') + family;
    person.email = QStringLiteral("customer%1@example.%2")
                       .arg(number)
                       .arg(QLatin1String(random.chance(60) ? "com" : "org"));
    person.city = pick(random, place.cities);
    person.country = QString::fromUtf8(place.country);
    return person;
}

QByteArray samplePicture(quint64 seed)
{
    SampleRandom random(seed);
    QByteArray png("\x89PNG\r\n\x1a\n", 8);
    appendChunk(png, "IHDR", QByteArray("\0\0\0\x20\0\0\0\x20\x04\x03\0\0\0", 13));
    const quint64 tint = random.next();
    QByteArray colors("\xf4\xf1\xea", 3);
    for (int i = 0; i < 3; ++i)
        colors.append(static_cast<char>(48 + ((tint >> (8 * i)) & 0x7f)));
    for (int i = 0; i < 3; ++i)
        colors.append(static_cast<char>(96 + ((tint >> (8 * i + 24)) & 0x7f)));
    appendChunk(png, "PLTE", colors);
    // Four by eight blocks, mirrored: like the little pictures of accounts without a photograph.
    std::array<std::array<int, 8>, 8> blocks{};
    for (auto &line : blocks) {
        for (size_t x = 0; x < 4; ++x)
            line[x] = line[7 - x] = std::max(0, random.below(5) - 2);
    }
    QByteArray raw;
    for (size_t y = 0; y < 32; ++y) {
        raw.append('\0');
        for (size_t x = 0; x < 32; x += 2) {
            const int color = blocks[y / 4][x / 4];
            raw.append(static_cast<char>(color << 4 | color));
        }
    }
    appendChunk(png, "IDAT", stored(raw));
    appendChunk(png, "IEND", {});
    return png;
}

QString sampleDateTime(qint64 minutes)
{
    static const QDateTime begin(QDate(2022, 1, 1), QTime(0, 0), QTimeZone::utc());
    return begin.addSecs(minutes * 60).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString sampleDate(qint64 minutes)
{
    return sampleDateTime(minutes).left(10);
}

} // namespace galley
