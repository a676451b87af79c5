#include "print/finish.h"

#include "base/pch.h"
#include "print/press.h"

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/JSON.hh>   // QPDF.hh wants it whole
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace frist::print {
namespace {

std::string written(QPDF& pdf) {
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setStreamDataMode(qpdf_s_preserve);   // Cairo has packed them already
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setDeterministicID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

Error not_a_pdf(std::string field) {
    return Error{"print.pdf", std::move(field), "the PDF cannot be read", "Print the letter anew from its case."};
}

}  // namespace

Result<std::string> finished(const std::string& bytes, std::string_view language) {
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("letter", bytes.data(), bytes.size());
        QPDFObjectHandle root = pdf.getRoot();
        root.replaceKey("/Lang", QPDFObjectHandle::newString(std::string(language)));
        QPDFObjectHandle view = QPDFObjectHandle::newDictionary();
        view.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
        root.replaceKey("/ViewerPreferences", view);
        return written(pdf);
    } catch (const std::exception&) {   // libqpdf reports by exception
        return not_a_pdf("letter");
    }
}

Result<std::string> joined(std::span<const std::string> pdfs, Sides sides) {
    std::size_t index = 0;
    try {
        QPDF all;
        all.emptyPDF();
        QPDFPageDocumentHelper pages(all);
        std::vector<std::unique_ptr<QPDF>> sources;   // kept until the file is written
        for (; index < pdfs.size(); ++index) {
            sources.push_back(std::make_unique<QPDF>());
            sources.back()->setSuppressWarnings(true);
            sources.back()->processMemoryFile("letter", pdfs[index].data(), pdfs[index].size());
            const auto own = QPDFPageDocumentHelper(*sources.back()).getAllPages();
            for (const QPDFPageObjectHelper& page : own) pages.addPage(page, false);
            if (sides == Sides::two && own.size() % 2 == 1 && index + 1 < pdfs.size()) {
                QPDFObjectHandle blank = QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 595.276 841.89] /Resources << >> >>");
                pages.addPage(QPDFPageObjectHelper(all.makeIndirectObject(blank)), false);
            }
        }
        return written(all);
    } catch (const std::exception&) {
        return not_a_pdf(fmt::format("letters[{}]", index));
    }
}

Result<int> pages_of(const std::string& bytes) {
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("letter", bytes.data(), bytes.size());
        return static_cast<int>(QPDFPageDocumentHelper(pdf).getAllPages().size());
    } catch (const std::exception&) {
        return not_a_pdf("letter");
    }
}

}  // namespace frist::print
