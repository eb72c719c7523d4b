// SPDX-License-Identifier: MulanPSL-2.0
#include "pdfwriter.h"

#include "cleantext.h"
#include "pdfcontent.h"
#include "pdfpicture.h"
#include "pdfstructure.h"
#include "writewhole.h"

#include <QColorSpace>

namespace nianbao {

namespace {

struct WrittenPages {
    std::vector<int> objects{};
    std::vector<std::vector<int>> marked{}; // elements by number of marked content
};

QByteArray putFonts(PdfFile &pdf, const PageDocument &document, const FontUses &uses)
{
    if (uses.empty())
        return {};
    QByteArray entries = "/Font<<";
    for (const auto &[index, use] : uses)
        entries += "/F" + QByteArray::number(index) + ' '
            + pdf::reference(putFont(pdf, document.fonts->face(index), use));
    return entries + ">>";
}

QByteArray putPictures(PdfFile &pdf, const PageDocument &document)
{
    if (document.pictures.empty())
        return {};
    QByteArray entries = "/XObject<<";
    std::map<QByteArray, int> known; // the same picture stands in the file once
    for (size_t i = 0; i < document.pictures.size(); ++i) {
        const Picture &picture = document.pictures[i];
        auto object = known.find(picture.bytes);
        if (object == known.end())
            object = known.emplace(picture.bytes, putPicture(pdf, picture)).first;
        entries += "/Im" + QByteArray::number(qint64(i)) + ' ' + pdf::reference(object->second);
    }
    return entries + ">>";
}

Result<WrittenPages> putPages(
    PdfFile &pdf, const PageDocument &document, const FontUses &uses, int tree, const PdfOptions &options)
{
    PageContent content(document, uses);
    const int resources = pdf.reserve();
    WrittenPages written;
    QByteArray kids;
    const auto all = int(document.pages.size());
    for (int i = 0; i < all; ++i) {
        const int object = pdf.reserve(), stream = pdf.reserve();
        pdf.put(object,
            "<</Type/Page/Parent " + pdf::reference(tree) + "/Contents " + pdf::reference(stream)
                + "/Resources " + pdf::reference(resources) + "/Tabs/S/StructParents " + QByteArray::number(i)
                + ">>"); // each its own entry: ISO 19005-2 6.2.2
        pdf.putStream(stream, content.content(document.pages[size_t(i)]));
        written.objects.push_back(object);
        written.marked.push_back(content.marked());
        kids += pdf::reference(object) + ' ';
        if (options.progress && !options.progress(i + 1, all))
            return Error{ErrorCode::Cancelled};
    }
    pdf.put(tree,
        "<</Type/Pages/Count " + QByteArray::number(all) + "/Kids[" + kids + "]/MediaBox[0 0 "
            + pdf::number(pdf::points(document.width)) + ' ' + pdf::number(pdf::points(document.height))
            + "]>>");
    const QByteArray entries = putFonts(pdf, document, uses) + putPictures(pdf, document);
    pdf.put(resources, "<<" + entries + ">>");
    return written;
}

/// XMP says the same as the Info dictionary, and which standard the file follows.
QByteArray metadata(const PageDocument &document, const PdfOptions &options)
{
    const auto text
        = [](const QString &words) { return cleanText(words, Lines::One).toHtmlEscaped().toUtf8(); };
    QByteArray xmp = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                     "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                     "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                     "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                     " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                     " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:nianbao=\""
        + QByteArray(kOriginNamespace)
        + "\">"
          "<pdf:Producer>Nianbao</pdf:Producer>"
          "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">"
        + text(document.title) + "</rdf:li></rdf:Alt></dc:title>";
    if (!options.author.isEmpty())
        xmp += "<dc:creator><rdf:Seq><rdf:li>" + text(options.author) + "</rdf:li></rdf:Seq></dc:creator>";
    if (options.marksArchival)
        xmp += "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>";
    if (options.origin)
        xmp += xmpProperties(*options.origin);
    xmp += "</rdf:Description>";
    if (options.origin)
        xmp += xmpExtension();
    return xmp + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

QByteArray putOutputIntent(PdfFile &pdf)
{
    const int profile = pdf.reserve();
    pdf.putStream(profile, QColorSpace(QColorSpace::SRgb).iccProfile(), "/N 3");
    return "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)"
           "/DestOutputProfile "
        + pdf::reference(profile) + ">>]";
}

QByteArray pageLabels(const PageDocument &document)
{
    const bool hasCover = !document.pages.empty() && document.pages.front().number == 0;
    return hasCover ? "/PageLabels<</Nums[0<</P" + pdf::textString(QStringLiteral("封面")) + ">>1<</S/D>>]>>"
                    : QByteArray("/PageLabels<</Nums[0<</S/D>>]>>");
}

} // namespace

bool canBeArchived(const PageDocument &document) { return missingCharacters(document).isEmpty(); }

Result<> writePdf(const PageDocument &document, QIODevice &device, const PdfOptions &asked)
{
    if (document.pages.empty())
        return Error{ErrorCode::FontMissing}; // without fonts nothing was laid out: no file is better
    PdfOptions options = asked;
    options.marksArchival = asked.marksArchival && canBeArchived(document);
    if (options.origin)
        options.origin->fonts = fontDigests(document);
    FontUses uses = collectGlyphs(document);
    if (!uses.empty() && !document.fonts)
        return Error{ErrorCode::FontMissing};
    if (const Result<> done = uses.empty() ? Result<>() : subsetFonts(uses, *document.fonts); !done)
        return done;
    PdfFile pdf(device);
    const int catalog = pdf.reserve(), tree = pdf.reserve(), info = pdf.reserve(), xmp = pdf.reserve();
    const auto pages = putPages(pdf, document, uses, tree, options);
    if (!pages)
        return pages.error();
    const int outline = putOutline(pdf, document, pages->objects);
    const int structure = putStructure(pdf, document, pages->objects, pages->marked);
    QByteArray root = "<</Type/Catalog/Pages " + pdf::reference(tree)
        + "/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true>>/Metadata " + pdf::reference(xmp)
        + pageLabels(document);
    if (outline)
        root += "/Outlines " + pdf::reference(outline) + "/PageMode/UseOutlines";
    if (structure)
        root += "/MarkInfo<</Marked true>>/StructTreeRoot " + pdf::reference(structure);
    if (options.marksArchival)
        root += putOutputIntent(pdf);
    pdf.put(catalog, root + ">>");
    const QByteArray about = metadata(document, options);
    pdf.put(xmp,
        "<</Type/Metadata/Subtype/XML/Length " + QByteArray::number(about.size()) + ">>stream\n" + about
            + "\nendstream");
    const QByteArray author
        = options.author.isEmpty() ? QByteArray() : "/Author" + pdf::textString(options.author);
    pdf.put(info, "<</Title" + pdf::textString(document.title) + author + "/Producer(Nianbao)>>");
    return pdf.finish(catalog, info);
}

Result<> writePdf(const PageDocument &document, const QString &path, const PdfOptions &options)
{
    return writeWhole(path, [&](QIODevice &device) -> Result<> {
        const auto done = writePdf(document, device, options);
        if (!done && done.error().code == ErrorCode::Cancelled)
            return Error{ErrorCode::Cancelled, path};
        return done;
    });
}

} // namespace nianbao
