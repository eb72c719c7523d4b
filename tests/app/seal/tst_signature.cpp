// SPDX-License-Identifier: MulanPSL-2.0
#include "signature.h"
#include "testreports.h"

#include <QSet>
#include <QTest>

using namespace nianbao;

namespace {

QByteArray vector(const char *ending)
{
    return test::readFile(QStringLiteral(TEST_DATA_DIR "/seal/approver") + QLatin1String(ending));
}

PublicKey approver()
{
    const auto key = PublicKey::fromFile(QStringLiteral(TEST_DATA_DIR "/seal/approver.key.pub"));
    if (!key)
        qFatal("no public key: %d", int(key.error().code));
    return key->key;
}

/// Of a point of the curve, both coordinates in hex.
PublicKey keyAt(const char *x, const char *y)
{
    const QByteArray head("3059301306072a8648ce3d020106082a811ccf5501822d03420004");
    const auto key = PublicKey::fromDer(QByteArray::fromHex(head + x + y));
    if (!key)
        qFatal("not on the curve");
    return *key;
}

/// A number of less than 128 bytes, with the content as it is.
QByteArray integer(const QByteArray &content) { return QByteArray("\x02") + char(content.size()) + content; }

QByteArray sequence(const QByteArray &content) { return QByteArray("\x30") + char(content.size()) + content; }

struct Pair {
    QByteArray r;
    QByteArray s;
};

/// The two numbers in a short DER signature, as they stand there.
Pair numbersOf(const QByteArray &signature)
{
    const qsizetype rSize = signature[3];
    return {signature.mid(4, rSize), signature.mid(6 + rSize)};
}

} // namespace

class SignatureTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theMessageIsFourLines()
    {
        const QString digest(64, u'a');
        QCOMPARE(signedMessage(digest, QStringLiteral("2026-01-20T08:30:00Z"), QStringLiteral("赵敏")),
            QByteArray("nianbao-seal-1\n") + QByteArray(64, 'a') + "\n2026-01-20T08:30:00Z\n赵敏\n");
        QVERIFY(!signedMessage(digest, QStringLiteral("2026-01-20T08:30:00.250Z"), QStringLiteral("%1 %2 %3"))
                     .isEmpty());
        const QByteArray stored = vector(".message");
        QCOMPARE(signedMessage(QString::fromLatin1(stored.split('\n').value(1)),
                     QStringLiteral("2026-01-20T08:30:00Z"), QStringLiteral("赵敏")),
            stored);
    }

    void whatCouldBeReadOtherwiseIsNoMessage_data()
    {
        QTest::addColumn<QString>("digest");
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("name");
        const QString digest(64, u'0');
        const QString at = QStringLiteral("2026-01-20T08:30:00Z");
        const QString name = QStringLiteral("赵敏");
        const auto with = [](char16_t character) {
            return QStringLiteral("赵") + QChar(character) + QStringLiteral("敏");
        };
        QTest::newRow("a short digest") << digest.chopped(1) << at << name;
        QTest::newRow("a long digest") << digest + u'0' << at << name;
        QTest::newRow("capital digits") << QString(64, u'A') << at << name;
        QTest::newRow("full-width digits") << QString(64, u'０') << at << name;
        QTest::newRow("a line end behind the digest") << digest + u'\n' << at << name;
        QTest::newRow("no digest") << QString() << at << name;
        QTest::newRow("no time") << digest << QString() << name;
        QTest::newRow("a local time") << digest << at.chopped(1) + QStringLiteral("+08:00") << name;
        QTest::newRow("a line end behind the time") << digest << at + u'\n' << name;
        QTest::newRow("Arabic-Indic digits") << digest << QString(at).replace(u'0', QChar(0x0660)) << name;
        QTest::newRow("no name") << digest << at << QString();
        QTest::newRow("a blank name") << digest << at << QStringLiteral(" 　");
        QTest::newRow("a line end in the name") << digest << at << QStringLiteral("赵\n敏");
        QTest::newRow("a line end behind the name") << digest << at << QStringLiteral("赵敏\n");
        QTest::newRow("a carriage return") << digest << at << QStringLiteral("赵\r敏");
        QTest::newRow("a nought") << digest << at << with(0);
        QTest::newRow("NEL") << digest << at << with(0x85);
        QTest::newRow("a line separator") << digest << at << with(0x2028);
        QTest::newRow("a paragraph separator") << digest << at << with(0x2029);
        QTest::newRow("half a character") << digest << at << with(0xD83D);
    }
    void whatCouldBeReadOtherwiseIsNoMessage()
    {
        QFETCH(QString, digest);
        QFETCH(QString, at);
        QFETCH(QString, name);
        QVERIFY(signedMessage(digest, at, name).isEmpty());
    }

    void nothingIsNeitherSignedNorVerified()
    {
        const auto key = PrivateKey::create();
        QVERIFY(key);
        const auto signature = key->sign({});
        QVERIFY(!signature);
        QCOMPARE(signature.error().code, ErrorCode::KeyFailed);
        QVERIFY(!verifies(approver(), {}, vector(".signature")));
    }

    /// GB/T 32918.5-2017, annex A.2: the curve, the id and the message that OpenSSL has to agree with.
    void theExampleOfTheStandardVerifies()
    {
        const PublicKey key = keyAt("09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020",
            "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13");
        const QByteArray r
            = QByteArray::fromHex("00F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3");
        const QByteArray s
            = QByteArray::fromHex("00B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA");
        const QByteArray signature = sequence(integer(r) + integer(s));
        QVERIFY(verifies(key, "message digest", signature));
        QVERIFY(!verifies(key, "message digests", signature));
    }

    void aKeyVerifiesWhatItSigned()
    {
        const auto key = PrivateKey::create();
        const auto other = PrivateKey::create();
        QVERIFY(key && other);
        for (const QByteArray &message : {QByteArray("x"), vector(".message"), QByteArray(1'000'000, '\0')}) {
            const auto one = key->sign(message);
            const auto two = key->sign(message);
            QVERIFY(one && two);
            QVERIFY(*one != *two);
            QVERIFY(verifies(key->publicKey(), message, *one));
            QVERIFY(verifies(key->publicKey(), message, *two));
            QVERIFY(!verifies(other->publicKey(), message, *one));
        }
    }

    /// r and s have leading zeros now and then, and then fewer bytes.
    void everyLengthOfASignatureVerifies()
    {
        const auto key = PrivateKey::create();
        QVERIFY(key);
        const PublicKey publicKey = key->publicKey();
        QSet<qsizetype> lengths;
        for (int i = 0; i < 300; ++i) {
            const auto signature = key->sign("x");
            QVERIFY(signature);
            lengths.insert(signature->size());
            QVERIFY2(verifies(publicKey, "x", *signature), signature->toHex());
        }
        QVERIFY(lengths.size() >= 3); // 70, 71 and 72 in a quarter of cases or more each
    }

    void oneChangedByteBreaksIt()
    {
        const PublicKey key = approver();
        const QByteArray message = vector(".message");
        const QByteArray signature = vector(".signature");
        QVERIFY(verifies(key, message, signature));
        for (qsizetype i = 0; i < message.size(); ++i) {
            QByteArray changed = message;
            changed[i] = char(changed[i] ^ 1);
            QVERIFY2(!verifies(key, changed, signature), qPrintable(QString::number(i)));
        }
        for (qsizetype i = 0; i < signature.size(); ++i) {
            QByteArray changed = signature;
            changed[i] = char(changed[i] ^ 1);
            QVERIFY2(!verifies(key, message, changed), qPrintable(QString::number(i)));
            QVERIFY2(!verifies(key, message, signature.left(i)), qPrintable(QString::number(i)));
        }
        QVERIFY(!verifies(key, message + '\n', signature));
        QVERIFY(!verifies(key, message.chopped(1), signature));
    }

    void hostileBytesAreNoSignature_data()
    {
        QTest::addColumn<QByteArray>("signature");
        const QByteArray good = vector(".signature");
        const auto [r, s] = numbersOf(good);
        const QByteArray order
            = QByteArray::fromHex("00FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123");
        const QByteArray zero(1, '\0');
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a nought") << zero;
        QTest::newRow("an empty sequence") << sequence({});
        QTest::newRow("words") << QByteArray("signature");
        QTest::newRow("its base64") << good.toBase64();
        QTest::newRow("megabytes of noughts") << QByteArray(10'000'000, '\0');
        QTest::newRow("megabytes behind it") << good + QByteArray(10'000'000, 'x');
        QTest::newRow("a byte behind it") << good + zero;
        QTest::newRow("a byte behind the numbers") << sequence(integer(r) + integer(s) + zero);
        QTest::newRow("three numbers") << sequence(integer(r) + integer(s) + integer(zero));
        QTest::newRow("one number") << sequence(integer(r));
        QTest::newRow("r is zero") << sequence(integer(zero) + integer(s));
        QTest::newRow("s is zero") << sequence(integer(r) + integer(zero));
        QTest::newRow("both are zero") << sequence(integer(zero) + integer(zero));
        QTest::newRow("r is the order") << sequence(integer(order) + integer(s));
        QTest::newRow("s is the order") << sequence(integer(r) + integer(order));
        QTest::newRow("r is negative") << sequence(integer("\xFF") + integer(s));
        QTest::newRow("s is negative") << sequence(integer(r) + integer("\xFF"));
        QTest::newRow("r has no bytes") << sequence(integer({}) + integer(s));
        QTest::newRow("the numbers change places") << sequence(integer(s) + integer(r));
        QTest::newRow("a needless nought before r")
            << sequence(integer(QByteArray("\0", 1) + r) + integer(s));
        QTest::newRow("a length in two bytes")
            << QByteArray("\x30\x81") + char(good.size() - 2) + good.mid(2);
        QTest::newRow("no length") << QByteArray("\x30\x80") + good.mid(2) + QByteArray(2, '\0');
        QTest::newRow("a length of gigabytes") << QByteArray("\x30\x84\x7F\xFF\xFF\xFF") + good.mid(2);
        QTest::newRow("numbers as a set") << QByteArray("\x31") + good.mid(1);
        QTest::newRow("sequences in each other") << QByteArray("\x30\x80").repeated(36);
        QTest::newRow("r and s without DER") << r + s;
    }
    void hostileBytesAreNoSignature()
    {
        QFETCH(QByteArray, signature);
        QVERIFY(!verifies(approver(), vector(".message"), signature));
        QVERIFY(verifies(approver(), vector(".message"), vector(".signature"))); // and nothing is left behind
    }
};

QTEST_GUILESS_MAIN(SignatureTest)
#include "tst_signature.moc"
