// One XML part of a spreadsheet as a stream of elements. Names come without their prefix. A DOCTYPE ends the reading
// before anything of it is expanded; depth and number of attributes are limited; nothing outside the part is read.
#pragma once
#include "base/result.h"
#include "sheets/container.h"

#include <optional>
#include <string_view>

namespace frist::sheets {

// Attributes by their local names; of those in a namespace, too.
class Attributes {
public:
    explicit Attributes(const char** at) : at_(at) {}
    // Empty when there is no such attribute.
    [[nodiscard]] std::string_view operator[](std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;

private:
    const char** at_;
};

class XmlPart {
public:
    XmlPart() = default;
    XmlPart(const XmlPart&) = delete;
    XmlPart& operator=(const XmlPart&) = delete;
    virtual ~XmlPart() = default;

    // Errors sheet.form (broken XML), sheet.doctype, and those of Container::read and stop.
    Outcome read(const Container& container, std::string_view part);

protected:
    virtual void opened(std::string_view name, const Attributes& attributes) = 0;
    virtual void closed(std::string_view name) = 0;
    virtual void characters(std::string_view piece) = 0;
    // Nothing more is handed over after these.
    void stop(Error error);
    void enough();
    [[nodiscard]] bool stopped() const { return enough_; }
    [[nodiscard]] int depth() const { return depth_; }  // 1 inside the outermost element

private:
    friend struct Callbacks;
    void start(const char* name, const char** attributes);
    void end(const char* name);

    void* parser_ = nullptr;
    int depth_ = 0;
    bool enough_ = false;
    std::optional<Error> error_;
};

}  // namespace frist::sheets
