// libqpdf is asked in C: its C++ headers cannot be read by clang in C++20.
#include "print/finish.h"

#include "base/pch.h"
#include "print/press.h"

#include <qpdf/qpdf-c.h>

namespace frist::print {
namespace {

// A PDF in memory. Every call says whether libqpdf did it; what it says of a broken file is not for our readers.
class Pdf {
public:
    Pdf() {
        qpdf_silence_errors(pdf_);
        qpdf_set_suppress_warnings(pdf_, QPDF_TRUE);
    }
    Pdf(const Pdf&) = delete;
    Pdf& operator=(const Pdf&) = delete;
    ~Pdf() {
        if (qpdf_has_error(pdf_) == QPDF_TRUE) qpdf_get_error(pdf_);   // else libqpdf prints it
        qpdf_cleanup(&pdf_);
    }

    // The bytes must outlive this.
    bool read(const std::string& bytes) { return good(qpdf_read_memory(pdf_, "letter", bytes.data(), bytes.size(), nullptr)); }
    bool begin() { return good(qpdf_empty_pdf(pdf_)); }

    // How many; a negative number when they cannot be found.
    int pages() { return qpdf_get_num_pages(pdf_); }

    // `source` must live until this is written.
    bool take_page(Pdf& source, int index) { return good(qpdf_add_page(pdf_, source.pdf_, qpdf_get_page_n(source.pdf_, static_cast<std::size_t>(index)), QPDF_FALSE)); }
    bool add_blank() {
        const qpdf_oh page = qpdf_make_indirect_object(pdf_, qpdf_oh_parse(pdf_, "<< /Type /Page /MediaBox [0 0 595.276 841.89] /Resources << >> >>"));
        return good(qpdf_add_page(pdf_, pdf_, page, QPDF_FALSE));
    }

    bool say_language(const std::string& language) {
        const qpdf_oh root = qpdf_get_root(pdf_);
        qpdf_oh_replace_key(pdf_, root, "/Lang", qpdf_oh_new_string(pdf_, language.c_str()));
        const qpdf_oh view = qpdf_oh_new_dictionary(pdf_);
        qpdf_oh_replace_key(pdf_, view, "/DisplayDocTitle", qpdf_oh_new_bool(pdf_, QPDF_TRUE));
        qpdf_oh_replace_key(pdf_, root, "/ViewerPreferences", view);
        return qpdf_has_error(pdf_) == QPDF_FALSE;
    }

    std::optional<std::string> written() {
        if (!good(qpdf_init_write_memory(pdf_))) return std::nullopt;
        qpdf_set_stream_data_mode(pdf_, qpdf_s_preserve);   // Cairo has packed them already
        qpdf_set_object_stream_mode(pdf_, qpdf_o_generate);
        qpdf_set_deterministic_ID(pdf_, QPDF_TRUE);
        if (!good(qpdf_write(pdf_))) return std::nullopt;
        return std::string(reinterpret_cast<const char*>(qpdf_get_buffer(pdf_)), qpdf_get_buffer_length(pdf_));
    }

private:
    static bool good(QPDF_ERROR_CODE code) { return (code & (QPDF_ERRORS)) == 0; }

    qpdf_data pdf_ = qpdf_init();
};

Error not_a_pdf(std::string field) {
    return Error{"print.pdf", std::move(field), "the PDF cannot be read", "Print the letter anew from its case."};
}

}  // namespace

Result<std::string> finished(const std::string& bytes, std::string_view language) {
    Pdf pdf;
    if (!pdf.read(bytes) || !pdf.say_language(std::string(language))) return not_a_pdf("letter");
    std::optional<std::string> whole = pdf.written();
    if (!whole) return not_a_pdf("letter");
    return *std::move(whole);
}

Result<std::string> joined(std::span<const std::string> pdfs, Sides sides) {
    Pdf all;
    if (!all.begin()) return not_a_pdf("letters");
    std::vector<std::unique_ptr<Pdf>> sources;   // kept until the file is written
    for (std::size_t index = 0; index < pdfs.size(); ++index) {
        const std::string field = fmt::format("letters[{}]", index);
        Pdf& source = *sources.emplace_back(std::make_unique<Pdf>());
        if (!source.read(pdfs[index])) return not_a_pdf(field);
        const int pages = source.pages();
        if (pages < 0) return not_a_pdf(field);
        for (int page = 0; page < pages; ++page)
            if (!all.take_page(source, page)) return not_a_pdf(field);
        const bool odd = sides == Sides::two && pages % 2 == 1 && index + 1 < pdfs.size();
        if (odd && !all.add_blank()) return not_a_pdf(field);
    }
    std::optional<std::string> whole = all.written();
    if (!whole) return not_a_pdf("letters");
    return *std::move(whole);
}

Result<int> pages_of(const std::string& bytes) {
    Pdf pdf;
    const int pages = pdf.read(bytes) ? pdf.pages() : -1;
    if (pages < 0) return not_a_pdf("letter");
    return pages;
}

}  // namespace frist::print
