#include "sheets/xml_part.h"

#include "base/pch.h"

#include <expat.h>

namespace frist::sheets {
namespace {

constexpr int deepest = 100;
constexpr int most_attributes = 200;

std::string_view local(const char* name) {
    const char* const colon = std::strchr(name, ':');
    return colon == nullptr ? name : colon + 1;
}

}  // namespace

std::string_view Attributes::operator[](std::string_view name) const {
    for (const char** at = at_; *at != nullptr; at += 2)
        if (local(at[0]) == name) return at[1];
    return {};
}

bool Attributes::has(std::string_view name) const {
    for (const char** at = at_; *at != nullptr; at += 2)
        if (local(at[0]) == name) return true;
    return false;
}

struct Callbacks {
    static void start(void* self, const XML_Char* name, const XML_Char** attributes) {
        static_cast<XmlPart*>(self)->start(name, attributes);
    }
    static void end(void* self, const XML_Char* name) { static_cast<XmlPart*>(self)->end(name); }
    static void text(void* self, const XML_Char* piece, int size) {
        auto* const part = static_cast<XmlPart*>(self);
        if (!part->enough_) part->characters({piece, static_cast<std::size_t>(size)});
    }
    static void doctype(void* self, const XML_Char* /*name*/, const XML_Char* /*system*/, const XML_Char* /*open*/,
                        int /*internal*/) {
        static_cast<XmlPart*>(self)->stop({"sheet.doctype", "", "the spreadsheet has a DOCTYPE, which none needs",
                                           "Save it again as XLSX or CSV in the program that made it."});
    }
};

void XmlPart::stop(Error error) {
    if (!error_) error_ = std::move(error);
    enough();
}

void XmlPart::enough() {
    if (enough_) return;
    enough_ = true;
    XML_StopParser(static_cast<XML_Parser>(parser_), XML_FALSE);
}

void XmlPart::start(const char* name, const char** attributes) {
    if (enough_) return;
    ++depth_;
    int count = 0;
    for (const char** at = attributes; *at != nullptr; at += 2) ++count;
    if (depth_ > deepest || count > most_attributes)
        return stop({"sheet.form", "", "the spreadsheet is built deeper than any that a program writes",
                     "Save it again as XLSX or CSV in the program that made it."});
    opened(local(name), Attributes(attributes));
}

void XmlPart::end(const char* name) {
    if (enough_) return;
    closed(local(name));
    --depth_;
}

Outcome XmlPart::read(const Container& container, std::string_view part) {
    struct Free {
        void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
    };
    const std::unique_ptr<XML_ParserStruct, Free> parser(XML_ParserCreate(nullptr));
    FRIST_CHECK(parser != nullptr);
    parser_ = parser.get();
    depth_ = 0;
    enough_ = false;
    error_.reset();
    XML_SetUserData(parser.get(), this);
    XML_SetElementHandler(parser.get(), Callbacks::start, Callbacks::end);
    XML_SetCharacterDataHandler(parser.get(), Callbacks::text);
    XML_SetStartDoctypeDeclHandler(parser.get(), Callbacks::doctype);
    bool good = true;
    FRIST_TRY_DONE(container.read(part, [&](std::string_view piece) {
        good = XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), XML_FALSE) == XML_STATUS_OK;
        return good && !enough_;
    }));
    if (good && !enough_) good = XML_Parse(parser.get(), "", 0, XML_TRUE) == XML_STATUS_OK;
    if (error_) return *error_;
    if (good || enough_) return done;
    return Error{
        "sheet.form",
        fmt::format("{} line {}", part, static_cast<std::int64_t>(XML_GetCurrentLineNumber(parser.get()))),
        fmt::format("the spreadsheet is broken or cut off here: {}", XML_ErrorString(XML_GetErrorCode(parser.get()))),
        "Save it again as XLSX or CSV in the program that made it."};
}

}  // namespace frist::sheets
