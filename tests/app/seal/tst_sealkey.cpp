// SPDX-License-Identifier: MulanPSL-2.0
#include "sealkey.h"

#include "fulldisk.h"
#include "ordinaryuser.h"
#include "rounds.h"
#include "signature.h"
#include "testreports.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>
#include <functional>
#include <optional>
#include <sys/stat.h>

using namespace nianbao;

namespace {

const QByteArray kPassphrase = "correct horse 电池"; // of tests/data/seal
const QByteArray kOther = "another horse 电池";
const QString kName = QStringLiteral("柳林镇 赵敏");

QString stored(const char *name) { return QStringLiteral(TEST_DATA_DIR "/seal/") + QLatin1String(name); }
QByteArray storedBytes(const char *name) { return test::readFile(stored(name)); }

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int modeOf(const QString &path)
{
    struct stat status { };
    return stat(QFile::encodeName(path).constData(), &status) == 0 ? int(status.st_mode & 07777) : -1;
}

/// What stands between the marks.
QByteArray derOf(const QByteArray &pem)
{
    QByteArray base64;
    for (const QByteArray &line : pem.split('\n')) {
        if (!line.startsWith('-') && !line.startsWith('#'))
            base64 += line;
    }
    return QByteArray::fromBase64(base64);
}

QByteArray pemOf(const QByteArray &label, const QByteArray &der)
{
    return "-----BEGIN " + label + "-----\n" + der.toBase64() + "\n-----END " + label + "-----\n";
}

/// The stored key with one byte of its DER changed; from the end, if negative.
QByteArray withByteChanged(int at)
{
    QByteArray der = derOf(storedBytes("approver.key"));
    const qsizetype index = at < 0 ? der.size() + at : at;
    der[index] = char(der[index] ^ 1);
    return pemOf("ENCRYPTED PRIVATE KEY", der);
}

/// Processor time, so that what else runs on the machine does not count.
double secondsOf(const std::function<void()> &work)
{
    const std::clock_t before = std::clock();
    work();
    return double(std::clock() - before) / CLOCKS_PER_SEC;
}

} // namespace

class SealKeyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aPublicKeyComesBackFromItsBytes()
    {
        const auto one = PrivateKey::create();
        const auto two = PrivateKey::create();
        QVERIFY(one && two);
        const PublicKey key = one->publicKey();
        QCOMPARE(key.bytes().size(), 91);
        const auto again = PublicKey::fromDer(key.bytes());
        QVERIFY(again);
        QVERIFY(*again == key);
        QVERIFY(!(two->publicKey() == key));
        QCOMPARE(key.fingerprint().size(), 64);
        QCOMPARE(key.shortFingerprint(), key.fingerprint().left(16));
        QVERIFY(two->publicKey().fingerprint() != key.fingerprint());
    }

    void theStoredKeyHasTheFingerprintOfTheReadme()
    {
        const auto named = PublicKey::fromFile(stored("approver.key.pub"));
        QVERIFY(named);
        QCOMPARE(named->name, kName);
        QCOMPARE(named->key.fingerprint(),
            QStringLiteral("dbd999532a70ecc759a230f03294ab50bde916354df2c1b8ac21e319bf38ec9a"));
        QCOMPARE(named->key.toPem(named->name), storedBytes("approver.key.pub"));
    }

    void hostileBytesAreNoPublicKey_data()
    {
        QTest::addColumn<QByteArray>("der");
        const QByteArray good = derOf(storedBytes("approver.key.pub"));
        const auto with = [&good](qsizetype at, const QByteArray &bytes) {
            return QByteArray(good).replace(at, bytes.size(), bytes);
        };
        const QByteArray prime
            = QByteArray::fromHex("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF");
        constexpr qsizetype kX = 27; // where the coordinates begin
        constexpr qsizetype kY = 59;
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("words") << QByteArray("public key");
        QTest::newRow("its PEM") << storedBytes("approver.key.pub");
        QTest::newRow("a byte behind it") << good + '\0';
        QTest::newRow("10 MB behind it") << good + QByteArray(10'000'000, '\0');
        QTest::newRow("10 MB of noughts") << QByteArray(10'000'000, '\0');
        QTest::newRow("a key of P-256") << derOf(storedBytes("foreign/p256.pub"));
        QTest::newRow("a point of another curve") << with(kX, derOf(storedBytes("foreign/p256.pub")).mid(kX));
        QTest::newRow("a key of RSA") << derOf(storedBytes("foreign/rsa.pub"));
        QTest::newRow("a point in short form") << derOf(storedBytes("foreign/compressed.pub"));
        QTest::newRow("a curve by its parameters") << derOf(storedBytes("foreign/explicit.pub"));
        QTest::newRow("a point beside the curve") << with(90, QByteArray(1, char(good.back() ^ 1)));
        QTest::newRow("noughts for a point") << with(kX, QByteArray(64, '\0'));
        QTest::newRow("x is the prime") << with(kX, prime);
        QTest::newRow("y beyond the prime") << with(kY, QByteArray(32, '\xFF'));
        QTest::newRow("the point at infinity") << good.left(kX - 1) + QByteArray(65, '\0');
        QTest::newRow("a length in two bytes") << QByteArray("\x30\x81") + good.mid(1);
        for (qsizetype length = 1; length < good.size(); ++length)
            QTest::addRow("its first %d bytes", int(length)) << good.left(length);
        for (qsizetype at = 0; at < kX; ++at)
            QTest::addRow("byte %d changed", int(at)) << with(at, QByteArray(1, char(good[at] ^ 1)));
    }
    void hostileBytesAreNoPublicKey()
    {
        QFETCH(QByteArray, der);
        const auto key = PublicKey::fromDer(der);
        QVERIFY(!key);
        QCOMPARE(key.error(), Error{ErrorCode::NotAKey});
    }

    void aStrangersPublicKeyFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<std::optional<ErrorCode>>("error");
        QTest::addColumn<QString>("name");
        using Code = std::optional<ErrorCode>;
        const QByteArray file = storedBytes("approver.key.pub");
        const QByteArray pem = file.mid(file.indexOf('\n') + 1);
        const auto taken = [](const char *row, const QByteArray &content, const QString &name) {
            QTest::newRow(row) << content << Code() << name;
        };
        const auto refused = [](const char *row, const QByteArray &content, ErrorCode code) {
            QTest::newRow(row) << content << Code(code) << QString();
        };
        taken("as it was written", file, kName);
        taken("without a name", pem, {});
        taken("with the line ends of Windows", QByteArray(file).replace('\n', "\r\n"), kName);
        taken("with a byte order mark", "\xEF\xBB\xBF" + file, kName);
        taken("without a line end", file.trimmed(), kName);
        taken("with blank lines and more remarks", "# 甲\n\n# 乙\n" + pem + "\n\n", QStringLiteral("甲"));
        taken("in one long line", pemOf("PUBLIC KEY", derOf(file)), {});
        taken("a name with writing from right to left", "# 甲\xE2\x80\xAE乙\n" + pem, QStringLiteral("甲乙"));
        taken("a name that is no UTF-8", "# \xFF\xFE\n" + pem, {});
        taken("a very long name", "# " + QByteArray("甲").repeated(3000) + '\n' + pem,
            QString(kMostKeyName, u'甲'));
        refused("nothing", {}, ErrorCode::NotAKey);
        refused("a name alone", "# 甲\n", ErrorCode::NotAKey);
        refused("words before it", "hello\n" + pem, ErrorCode::NotAKey);
        refused("words behind it", pem + "hello\n", ErrorCode::KeyDamaged);
        refused("two keys", pem + pem, ErrorCode::KeyDamaged);
        refused("half of it", file.left(file.size() / 2), ErrorCode::KeyDamaged);
        refused("letters that are none of base64", QByteArray(file).replace('M', '!'), ErrorCode::KeyDamaged);
        refused("10 MB", QByteArray(10'000'000, '#'), ErrorCode::NotAKey);
        refused("10 MB behind it", file + QByteArray(10'000'000, '\n'), ErrorCode::NotAKey);
        refused("a private key", storedBytes("approver.key"), ErrorCode::NotAKey);
        refused("a key of P-256", storedBytes("foreign/p256.pub"), ErrorCode::NotAKey);
        refused("a key of RSA", storedBytes("foreign/rsa.pub"), ErrorCode::NotAKey);
        refused("a point in short form", storedBytes("foreign/compressed.pub"), ErrorCode::NotAKey);
        refused("a curve by its parameters", storedBytes("foreign/explicit.pub"), ErrorCode::NotAKey);
        refused("its DER", derOf(file), ErrorCode::NotAKey);
    }
    void aStrangersPublicKeyFile()
    {
        QFETCH(QByteArray, content);
        QFETCH(std::optional<ErrorCode>, error);
        QFETCH(QString, name);
        put(path(), content);
        const auto named = PublicKey::fromFile(path());
        QCOMPARE(named.has_value(), !error);
        if (error) {
            QCOMPARE(named.error().code, *error);
            QCOMPARE(named.error().where, path());
            return;
        }
        QCOMPARE(named->name, name);
        QCOMPARE(named->key.bytes(), derOf(storedBytes("approver.key.pub")));
    }

    void aNameAddsNoLine_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("kept");
        const auto with = [](char16_t character) {
            return QStringLiteral("甲") + QChar(character) + QStringLiteral("乙");
        };
        QTest::newRow("a plain name") << kName << kName;
        QTest::newRow("no name") << QString() << QString();
        QTest::newRow("a line end") << with(u'\n') << QStringLiteral("甲 乙");
        QTest::newRow("a carriage return") << with(u'\r') << QStringLiteral("甲 乙");
        QTest::newRow("a line separator") << with(0x2028) << QStringLiteral("甲 乙");
        QTest::newRow("a vertical tab") << with(u'\v') << QStringLiteral("甲 乙");
        QTest::newRow("a nought") << with(0) << QStringLiteral("甲乙");
        QTest::newRow("another key behind it")
            << QStringLiteral("甲\n") + QString::fromUtf8(storedBytes("foreign/p256.pub")) << QString();
        QTest::newRow("blanks around it") << QStringLiteral("  甲　") << QStringLiteral("甲");
        QTest::newRow("a mark of its own") << QStringLiteral("# 甲") << QStringLiteral("# 甲");
        QTest::newRow("300 characters") << QString(300, u'甲') << QString(kMostKeyName, u'甲');
        QTest::newRow("a rare character where it is cut")
            << QString(kMostKeyName - 1, u'甲') + QStringLiteral("𠀀") << QString(kMostKeyName - 1, u'甲');
    }
    void aNameAddsNoLine()
    {
        QFETCH(QString, name);
        QFETCH(QString, kept);
        const auto original = PublicKey::fromFile(stored("approver.key.pub"));
        QVERIFY(original);
        const QByteArray text = original->key.toPem(name);
        QCOMPARE(text.count('\n'), 5);
        QVERIFY(text.startsWith("# "));
        put(path(), text);
        const auto again = PublicKey::fromFile(path());
        QVERIFY(again);
        QVERIFY(again->key == original->key);
        if (!kept.isEmpty() || name.isEmpty())
            QCOMPARE(again->name, kept);
    }

    void aKeyIsWrittenForItsOwnerAlone_data()
    {
        QTest::addColumn<int>("mask");
        QTest::addColumn<int>("publicMode");
        QTest::newRow("where everybody may do everything") << 0 << 0666;
        QTest::newRow("as usual") << 0022 << 0644;
        QTest::newRow("where nobody else may do anything") << 0077 << 0600;
    }
    void aKeyIsWrittenForItsOwnerAlone()
    {
        QFETCH(int, mask);
        QFETCH(int, publicMode);
        const mode_t before = umask(mode_t(mask));
        const auto back = qScopeGuard([before] { umask(before); });
        const auto key = PrivateKey::create();
        QVERIFY(key);
        QVERIFY(key->write(path(), kPassphrase, kName));
        QCOMPARE(modeOf(path()), 0600);
        QCOMPARE(modeOf(publicKeyPath(path())), publicMode);
        QCOMPARE(files(), (QStringList{QStringLiteral("k"), QStringLiteral("k.pub")}));

        const auto again = PrivateKey::read(path(), kPassphrase);
        QVERIFY(again);
        QVERIFY(again->publicKey() == key->publicKey());
        const auto named = PublicKey::fromFile(publicKeyPath(path()));
        QVERIFY(named);
        QVERIFY(named->key == key->publicKey());
        QCOMPARE(named->name, kName);
        const auto signature = again->sign("x");
        QVERIFY(signature);
        QVERIFY(verifies(named->key, "x", *signature));
    }

    void whatIsThereIsNotReplaced_data()
    {
        QTest::addColumn<QString>("stands");
        QTest::addColumn<QString>("kind");
        for (const char *name : {"k", "k.pub"}) {
            for (const char *kind : {"file", "link into nowhere", "folder"})
                QTest::addRow("%s: a %s", name, kind)
                    << QString(QLatin1String(name)) << QString(QLatin1String(kind));
        }
    }
    void whatIsThereIsNotReplaced()
    {
        QFETCH(QString, stands);
        QFETCH(QString, kind);
        const QString there = m_folder->filePath(stands);
        if (kind == u"file")
            put(there, "old");
        else if (kind == u"folder")
            QVERIFY(QDir().mkdir(there));
        else
            QVERIFY(QFile::link(m_folder->filePath(QStringLiteral("nowhere")), there));
        const QStringList before = files();
        const auto key = PrivateKey::create();
        QVERIFY(key);
        const auto written = key->write(path(), kPassphrase, kName);
        QVERIFY(!written);
        QCOMPARE(written.error(), (Error{ErrorCode::KeyExists, there}));
        const auto copied = copyKey(stored("approver.key"), path());
        QVERIFY(!copied);
        QCOMPARE(copied.error(), (Error{ErrorCode::KeyExists, there}));
        QCOMPARE(files(), before);
        if (kind == u"file")
            QCOMPARE(contentOf(there), QByteArray("old"));
    }

    void aNewPassphraseMustBeFit_data()
    {
        QTest::addColumn<QByteArray>("passphrase");
        QTest::addColumn<bool>("isFit");
        QTest::newRow("none") << QByteArray() << false;
        QTest::newRow("seven letters") << QByteArray("1234567") << false;
        QTest::newRow("eight letters") << QByteArray("12345678") << true;
        QTest::newRow("seven hanzi") << QByteArray("一二三四五六七") << false;
        QTest::newRow("eight hanzi") << QByteArray("一二三四五六七八") << true;
        QTest::newRow("200 characters outside the plane") << QByteArray("𠀀").repeated(200) << true;
        QTest::newRow("201 letters") << QByteArray(201, 'x') << false;
        QTest::newRow("a megabyte") << QByteArray(1'000'000, 'x') << false;
        QTest::newRow("a line end behind it") << QByteArray("12345678\n") << false;
        QTest::newRow("a nought in it") << QByteArray("1234\0"
                                                      "5678",
            9) << false;
        QTest::newRow("no UTF-8") << QByteArray("12345678\xFF") << false;
    }
    void aNewPassphraseMustBeFit()
    {
        QFETCH(QByteArray, passphrase);
        QFETCH(bool, isFit);
        const auto key = PrivateKey::create();
        QVERIFY(key);
        const auto written = key->write(path(), passphrase, kName);
        QCOMPARE(written.has_value(), isFit);
        if (isFit) {
            QVERIFY(PrivateKey::read(path(), passphrase));
            return;
        }
        QCOMPARE(written.error(), (Error{ErrorCode::UnfitPassphrase, {}, QStringLiteral("8-200")}));
        QCOMPARE(files(), QStringList());
        const auto changed = PrivateKey::changePassphrase(storedCopy(), kPassphrase, passphrase);
        QVERIFY(!changed);
        QCOMPARE(changed.error().code, ErrorCode::UnfitPassphrase);
        QCOMPARE(contentOf(path()), storedBytes("approver.key"));
    }

    void aWrongPassphraseIsToldAndLosesNothing_data()
    {
        QTest::addColumn<QByteArray>("passphrase");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("another") << kOther;
        QTest::newRow("one letter more") << kPassphrase + 'x';
        QTest::newRow("a line end more") << kPassphrase + '\n';
        QTest::newRow("one letter less") << kPassphrase.chopped(3);
        QTest::newRow("a megabyte") << QByteArray(1'000'000, 'x');
        // what it yields ends like a padding, as one in 256 does: that is no damage of the file
        QTest::newRow("one that passes the padding") << QByteArray("59");
    }
    void aWrongPassphraseIsToldAndLosesNothing()
    {
        QFETCH(QByteArray, passphrase);
        const auto key = PrivateKey::read(storedCopy(), passphrase);
        QVERIFY(!key);
        QCOMPARE(key.error(), (Error{ErrorCode::WrongPassphrase, path()}));
        const auto changed = PrivateKey::changePassphrase(path(), passphrase, kOther);
        QVERIFY(!changed);
        QCOMPARE(changed.error(), (Error{ErrorCode::WrongPassphrase, path()}));
        QCOMPARE(contentOf(path()), storedBytes("approver.key"));
        QVERIFY(PrivateKey::read(path(), kPassphrase));
    }

    void aWrongPassphraseCostsAsMuchAsTheRightOne()
    {
        double right = 1e9; // the least of several: nothing else is in it
        double wrong = 1e9;
        for (int i = 0; i < 3; ++i) {
            right = std::min(
                right, secondsOf([] { QVERIFY(PrivateKey::read(stored("approver.key"), kPassphrase)); }));
            wrong = std::min(
                wrong, secondsOf([] { QVERIFY(!PrivateKey::read(stored("approver.key"), kOther)); }));
        }
        QVERIFY2(right > 0.01, "scrypt cannot be that cheap");
        QVERIFY2(wrong > right / 2, qPrintable(QStringLiteral("%1 s, %2 s").arg(wrong).arg(right)));
    }

    void whatIsNoKeyOrBrokenIsTold_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<bool>("isSeenWithoutPassphrase");
        const QByteArray file = storedBytes("approver.key");
        const QByteArray der = derOf(file);
        const QByteArray label("ENCRYPTED PRIVATE KEY");
        const auto row = [](const char *name, const QByteArray &content, ErrorCode code, bool isSeen = true) {
            QTest::newRow(name) << content << code << isSeen;
        };
        row("nothing", {}, ErrorCode::NotAKey);
        row("words", "key", ErrorCode::NotAKey);
        row("10 MB", QByteArray(10'000'000, '-'), ErrorCode::NotAKey);
        row("a public key", storedBytes("approver.key.pub"), ErrorCode::NotAKey);
        row("a key without a passphrase", storedBytes("foreign/plain.key"), ErrorCode::NotAKey);
        row("under PBKDF2", storedBytes("foreign/pbkdf2.key"), ErrorCode::NotAKey);
        row("under AES-128", storedBytes("foreign/aes128.key"), ErrorCode::NotAKey);
        row("at a cost that takes minutes", storedBytes("foreign/costly.key"), ErrorCode::NotAKey);
        row("of P-256", storedBytes("foreign/p256.key"), ErrorCode::NotAKey, false);
        row("of RSA", storedBytes("foreign/rsa.key"), ErrorCode::NotAKey, false);
        row("words before it", "hello\n" + file, ErrorCode::NotAKey);
        row("half of it", file.left(file.size() / 2), ErrorCode::KeyDamaged);
        row("its last line is lost", file.left(file.indexOf("-----END")), ErrorCode::KeyDamaged);
        row("a line of it is lost", QByteArray(file).remove(100, 65), ErrorCode::KeyDamaged);
        row("a letter is none of base64", QByteArray(file).replace(200, 1, "!"), ErrorCode::KeyDamaged);
        row("words behind it", file + "hello\n", ErrorCode::KeyDamaged);
        row("a byte behind its DER", pemOf(label, der + '\0'), ErrorCode::KeyDamaged);
        row("nothing between the marks", pemOf(label, {}), ErrorCode::KeyDamaged);
        row("no ciphertext",
            pemOf(label, QByteArray(der.left(92)).replace(0, 3, "\x30\x5B") + QByteArray("\x04\0", 2)),
            ErrorCode::KeyDamaged);
        // the passphrase is right here; what is hit tells what can be known
        row("its second block is changed", withByteChanged(95 + 20), ErrorCode::KeyDamaged, false);
        row("the private number is changed", withByteChanged(95 + 50), ErrorCode::KeyDamaged, false);
        row("the public point is changed", withByteChanged(95 + 100), ErrorCode::KeyDamaged, false);
        row("the two parts are no pair", storedBytes("foreign/mismatch.key"), ErrorCode::KeyDamaged, false);
        row("its last byte is changed", withByteChanged(-1), ErrorCode::WrongPassphrase, false);
        row("its salt is changed", withByteChanged(40), ErrorCode::WrongPassphrase, false);
    }
    void whatIsNoKeyOrBrokenIsTold()
    {
        QFETCH(QByteArray, content);
        QFETCH(ErrorCode, code);
        QFETCH(bool, isSeenWithoutPassphrase);
        put(path(), content);
        const auto key = PrivateKey::read(path(), kPassphrase);
        QVERIFY(!key);
        QCOMPARE(key.error().code, code);
        QCOMPARE(key.error().where, path());
        const auto changed = PrivateKey::changePassphrase(path(), kPassphrase, kOther);
        QVERIFY(!changed);
        QCOMPARE(changed.error(), key.error());
        QCOMPARE(contentOf(path()), content);
        QCOMPARE(files(), QStringList(QStringLiteral("k")));
        const auto copied = copyKey(path(), m_folder->filePath(QStringLiteral("copy")));
        QCOMPARE(copied.has_value(), !isSeenWithoutPassphrase);
        if (isSeenWithoutPassphrase)
            QCOMPARE(copied.error(), key.error());
    }

    /// Whatever bit is hit, the key that comes out is the right one, or none.
    void noDamageYieldsAnotherKey()
    {
        const int size = int(derOf(storedBytes("approver.key")).size());
        int refused = 0;
        const int step = test::rounds(17, 40, 1);
        for (int at = 0; at < size; at += step) {
            put(path(), withByteChanged(at));
            const auto key = PrivateKey::read(path(), kPassphrase);
            if (key) // a number of the version, say
                QCOMPARE(key->publicKey().bytes(), derOf(storedBytes("approver.key.pub")));
            refused += key ? 0 : 1;
        }
        QVERIFY(refused >= size / step - 1);
    }

    void aCheaperKeyOfTheOpensslProgramIsRead()
    {
        const QByteArray cheaper = storedBytes("foreign/cheaper.key"); // p=1, a short salt
        put(path(), cheaper);
        const auto key = PrivateKey::read(path(), kPassphrase);
        QVERIFY(key);
        QCOMPARE(key->publicKey().bytes(), derOf(storedBytes("approver.key.pub")));
    }

    void whatIsNoFileIsTold()
    {
        const QString nowhere = m_folder->filePath(QStringLiteral("nowhere"));
        for (const auto &[where, code] :
            {std::pair{nowhere, ErrorCode::FileNotFound}, std::pair{m_folder->path(), ErrorCode::NotAFile},
                std::pair{QStringLiteral("/dev/zero"), ErrorCode::NotAFile}}) {
            const Error expected{code, where};
            QCOMPARE(PrivateKey::read(where, kPassphrase).error(), expected);
            QCOMPARE(PrivateKey::changePassphrase(where, kPassphrase, kOther).error(), expected);
            QCOMPARE(PublicKey::fromFile(where).error(), expected);
            QCOMPARE(copyKey(where, path()).error(), expected);
        }
    }

    void thePassphraseIsChanged()
    {
        put(path(), storedBytes("approver.key")); // from a stick that knows no modes
        put(publicKeyPath(path()), storedBytes("approver.key.pub"));
        QVERIFY(chmod(QFile::encodeName(path()).constData(), 0644) == 0);
        QVERIFY(PrivateKey::changePassphrase(path(), kPassphrase, kOther));
        QCOMPARE(modeOf(path()), 0600);
        QCOMPARE(files(), (QStringList{QStringLiteral("k"), QStringLiteral("k.pub")}));
        QCOMPARE(contentOf(publicKeyPath(path())), storedBytes("approver.key.pub"));
        const auto old = PrivateKey::read(path(), kPassphrase);
        QVERIFY(!old);
        QCOMPARE(old.error().code, ErrorCode::WrongPassphrase);
        const auto key = PrivateKey::read(path(), kOther);
        QVERIFY(key);
        QCOMPARE(key->publicKey().bytes(), derOf(storedBytes("approver.key.pub")));
    }

    void aLinkToTheKeyStaysOne()
    {
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("stick")));
        const QString real = m_folder->filePath(QStringLiteral("stick/real"));
        put(real, storedBytes("approver.key"));
        QVERIFY(QFile::link(QStringLiteral("stick/real"), path()));
        QVERIFY(PrivateKey::changePassphrase(path(), kPassphrase, kOther));
        QVERIFY(QFileInfo(path()).isSymLink());
        QVERIFY(!QFileInfo(real).isSymLink());
        QVERIFY(PrivateKey::read(real, kOther));
    }

    void aFullDiskLosesNothing()
    {
        const auto key = PrivateKey::create();
        QVERIFY(key);
        const QByteArray before = contentOf(storedCopy());
        const QString fresh = m_folder->filePath(QStringLiteral("fresh"));
        for (const qint64 most : {0, 100, 250}) { // 250: KEY.pub fits, KEY does not
            const auto refused = [&](const std::function<Result<>()> &work) {
                const test::FullDisk full(most);
                return work();
            };
            const auto written = refused([&] { return key->write(fresh, kPassphrase, kName); });
            QVERIFY(!written);
            QCOMPARE(written.error().code, ErrorCode::DiskFull);
            const auto copied = refused([&] { return copyKey(stored("approver.key"), fresh); });
            QVERIFY(!copied);
            QCOMPARE(copied.error().code, ErrorCode::DiskFull);
            const auto changed
                = refused([&] { return PrivateKey::changePassphrase(path(), kPassphrase, kOther); });
            QVERIFY(!changed);
            QCOMPARE(changed.error().code, ErrorCode::DiskFull);
            QCOMPARE(changed.error().where, path());
            QCOMPARE(files(), QStringList(QStringLiteral("k")));
            QCOMPARE(contentOf(path()), before);
        }
    }

    void aFolderThatTakesNothingLosesNothing()
    {
        storedCopy();
        const auto key = PrivateKey::create();
        QVERIFY(key);
        QVERIFY(chmod(QFile::encodeName(path()).constData(), 0644) == 0);
        QVERIFY(chmod(QFile::encodeName(m_folder->path()).constData(), 0555) == 0);
        std::optional<Result<>> written;
        std::optional<Result<>> changed;
        {
            const test::AsOrdinaryUser user;
            if (user.canWorkIn(m_folder->path())) {
                written = key->write(m_folder->filePath(QStringLiteral("fresh")), kPassphrase, kName);
                changed = PrivateKey::changePassphrase(path(), kPassphrase, kOther);
            }
        }
        QVERIFY(chmod(QFile::encodeName(m_folder->path()).constData(), 0755) == 0);
        if (!written)
            QSKIP("an ordinary user cannot enter the temporary folder");
        QVERIFY(!*written && !*changed);
        QCOMPARE(written->error().code, ErrorCode::NoPermission);
        QCOMPARE(changed->error().code, ErrorCode::NoPermission);
        QCOMPARE(changed->error().where, path());
        QCOMPARE(contentOf(path()), storedBytes("approver.key"));
    }

    /// Wherever the program dies, the file is whole and opens with the old passphrase or with the new one.
    void aChangeThatIsBrokenOffLosesNoKey()
    {
        QVERIFY(chmod(QFile::encodeName(storedCopy()).constData(), 0600) == 0);
        const QByteArray expected = derOf(storedBytes("approver.key.pub"));
        QByteArray now = kPassphrase;
        QByteArray next = kOther;
        int killed = 0;
        int changes = 0;
        int usual = 0; // milliseconds that a change takes: the first round is left in peace
        const int rounds = test::rounds(5, 2, 300);
        for (int round = 0; round < rounds; ++round) {
            QProcess tool;
            tool.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            QElapsedTimer timer;
            timer.start();
            tool.start(QCoreApplication::applicationDirPath() + QStringLiteral("/sealtool"),
                {QStringLiteral("change"), path(), QString::fromUtf8(now), QString::fromUtf8(next)});
            QVERIFY(tool.waitForStarted());
            if (usual == 0) {
                QVERIFY(tool.waitForFinished(60'000));
                QCOMPARE(tool.exitCode(), 0);
                usual = int(timer.elapsed()) + 1;
            }
            while (tool.state() == QProcess::Running && files().size() == 1)
                tool.waitForFinished(1); // until something stands beside the key
            const int most = round % 2 ? 1 : usual * 3 / 5; // at once, or about when the two change places
            tool.waitForFinished(QRandomGenerator::global()->bounded(most));
            tool.kill();
            tool.waitForFinished();
            const bool isAcknowledged = tool.exitStatus() == QProcess::NormalExit;
            killed += isAcknowledged ? 0 : 1;
            for (const QString &left : files()) {
                QCOMPARE(modeOf(m_folder->filePath(left)), 0600);
                QVERIFY(left == u"k" || QFile::remove(m_folder->filePath(left)));
            }
            auto key = PrivateKey::read(path(), now);
            QVERIFY(!key || !isAcknowledged);
            if (!key) {
                QCOMPARE(key.error().code, ErrorCode::WrongPassphrase);
                key = PrivateKey::read(path(), next);
                std::swap(now, next);
                ++changes;
            }
            QVERIFY(key);
            QCOMPARE(key->publicKey().bytes(), expected);
        }
        qInfo("%d rounds, %d killed, %d changed", rounds, killed, changes);
    }

    void aKeyIsCopied()
    {
        const QString copy = m_folder->filePath(QStringLiteral("backup"));
        const mode_t before = umask(0);
        const auto back = qScopeGuard([before] { umask(before); });
        QVERIFY(copyKey(stored("approver.key"), copy));
        QCOMPARE(modeOf(copy), 0600);
        QCOMPARE(contentOf(copy), storedBytes("approver.key"));
        QCOMPARE(contentOf(publicKeyPath(copy)), storedBytes("approver.key.pub"));
        QCOMPARE(files(), (QStringList{QStringLiteral("backup"), QStringLiteral("backup.pub")}));
    }

    void aKeyWithoutItsPublicFileIsCopiedAlone()
    {
        const QString copy = m_folder->filePath(QStringLiteral("backup"));
        QVERIFY(copyKey(storedCopy(), copy));
        QCOMPARE(files(), (QStringList{QStringLiteral("backup"), QStringLiteral("k")}));
    }

    void aKeyBesideSomethingElseIsNotCopied()
    {
        storedCopy();
        put(publicKeyPath(path()), "words");
        const auto copied = copyKey(path(), m_folder->filePath(QStringLiteral("backup")));
        QVERIFY(!copied);
        QCOMPARE(copied.error(), (Error{ErrorCode::NotAKey, publicKeyPath(path())}));
        QCOMPARE(files(), (QStringList{QStringLiteral("k"), QStringLiteral("k.pub")}));
    }

private:
    QString path() const { return m_folder->filePath(QStringLiteral("k")); }
    QString storedCopy() const
    {
        put(path(), storedBytes("approver.key"));
        return path();
    }
    QStringList files() const
    {
        return QDir(m_folder->path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
    }

    std::unique_ptr<QTemporaryDir> m_folder{};
};

QTEST_GUILESS_MAIN(SealKeyTest)
#include "tst_sealkey.moc"
