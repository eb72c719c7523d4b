// SPDX-License-Identifier: MulanPSL-2.0
#include "database.h"
#include "storefixtures.h"

using namespace nianbao;
using namespace nianbao::test;

namespace {
std::unique_ptr<Database> make(const QString &path)
{
    auto database = Database::open(path, Database::Access::Create, path);
    if (!database || !(*database)->run(QStringLiteral("CREATE TABLE t (a INTEGER, b TEXT) STRICT")))
        qFatal("cannot make a database");
    return std::move(*database);
}
} // namespace

class DatabaseTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void valuesComeBackAsTheyWere()
    {
        const Folder folder;
        const auto db = make(folder.file());
        QVERIFY(db->run(
            QStringLiteral("INSERT INTO t VALUES (?, ?)"), {999999999999LL, QStringLiteral("汉字 '\"")}));
        QVERIFY(db->run(QStringLiteral("INSERT INTO t VALUES (?, ?)"),
            {QVariant(QMetaType(QMetaType::LongLong)), QStringLiteral("")}));
        const auto rows = db->rows(QStringLiteral("SELECT a, b FROM t ORDER BY rowid"));
        QVERIFY(rows);
        QCOMPARE(rows->size(), 2);
        QCOMPARE(rows->at(0)[0].toLongLong(), 999999999999LL);
        QCOMPARE(rows->at(0)[1].toString(), QStringLiteral("汉字 '\""));
        QVERIFY(rows->at(1)[0].isNull());
        QVERIFY(!rows->at(1)[1].isNull());
    }

    void openingForWritingMakesNoFile()
    {
        const Folder folder;
        for (const auto access : {Database::Access::Read, Database::Access::Write}) {
            const auto db = Database::open(folder.file(), access, folder.file());
            QVERIFY(!db);
            QVERIFY(db.error().code == ErrorCode::NoPermission);
        }
        QVERIFY(folder.names().isEmpty());
    }

    void namesThatLookLikeAnAddressAreNames()
    {
        const Folder folder;
        const QString name = QStringLiteral("50%25 ?mode=ro#年报.nianbao");
        make(folder.file(name)).reset();
        QCOMPARE(folder.names(), QStringList{name});
    }

    void aReaderCannotWrite()
    {
        const Folder folder;
        make(folder.file()).reset();
        const auto db = Database::open(folder.file(), Database::Access::Read, folder.file());
        QVERIFY(db);
        const auto done = (*db)->run(QStringLiteral("INSERT INTO t VALUES (1, 'x')"));
        QVERIFY(!done);
        QVERIFY(done.error().code == ErrorCode::NoPermission);
    }

    void aTransactionIsRolledBackUnlessCommitted()
    {
        const Folder folder;
        const auto db = make(folder.file());
        const auto insert
            = [&] { return db->run(QStringLiteral("INSERT INTO t VALUES (1, 'x')")).has_value(); };
        {
            const auto transaction = Transaction::begin(*db);
            QVERIFY(transaction && insert());
        }
        QCOMPARE(db->value(QStringLiteral("SELECT count(*) FROM t"))->toInt(), 0);
        {
            auto transaction = Transaction::begin(*db);
            QVERIFY(transaction && insert() && transaction->commit());
        }
        QCOMPARE(db->value(QStringLiteral("SELECT count(*) FROM t"))->toInt(), 1);
        QCOMPARE(folder.names(), QStringList{QStringLiteral("a.nianbao")});
    }

    void aSecondWriterIsTold()
    {
        const Folder folder;
        const auto first = make(folder.file());
        const auto other = Database::open(folder.file(), Database::Access::Write, folder.file());
        QVERIFY(other);
        const auto held = Transaction::begin(*first);
        QVERIFY(held);
        const auto refused = Transaction::begin(**other);
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::InUse);
        QCOMPARE(refused.error().where, folder.file());
    }

    void strictTablesRefuseTheWrongType()
    {
        const Folder folder;
        const auto db = make(folder.file());
        QVERIFY(!db->run(QStringLiteral("INSERT INTO t VALUES ('many', 'x')")));
        QVERIFY(db->run(QStringLiteral("INSERT INTO t VALUES (1, 'x')")));
    }

    void aMissingTableIsDamage()
    {
        const Folder folder;
        const auto missing = make(folder.file())->rows(QStringLiteral("SELECT * FROM cell"));
        QVERIFY(!missing);
        QVERIFY(missing.error().code == ErrorCode::Damaged);
    }
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
