// XML from outside, made safe before it is parsed: no DOCTYPE, no deep nesting, a known encoding. Elements are found by
// namespace and name; prefixes mean nothing.
#pragma once
#include "base/result.h"

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace frist::invoices {

inline constexpr std::size_t xml_bytes_limit = 200'000'000;
inline constexpr int xml_depth_limit = 100;
inline constexpr int xml_attribute_limit = 100;

// The document as UTF-8 without a byte order mark, by its mark or declaration. Errors invoice.size, invoice.encoding.
Result<std::string> xml_as_utf8(std::string_view bytes);

// Looks through the tags without building anything. Errors invoice.doctype, invoice.depth, invoice.attributes,
// invoice.xml with the line.
Outcome scan_xml(std::string_view utf8);

// One element with the path that led to it.
class Element {
public:
    Element() = default;
    Element(pugi::xml_node node, std::string path) : node_(node), path_(std::move(path)) {}

    explicit operator bool() const { return static_cast<bool>(node_); }
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::string_view name() const;  // without its prefix
    [[nodiscard]] std::string_view name_space() const;
    [[nodiscard]] std::string text() const;  // without blanks at its ends; empty when there is none
    [[nodiscard]] std::string attribute(const char* name) const;
    // The first child of that name, or an element that is false and still knows its path.
    [[nodiscard]] Element child(std::string_view space, std::string_view name) const;
    // Every child of that name; the second and later ones have their number in the path, from 1.
    [[nodiscard]] std::vector<Element> children(std::string_view space, std::string_view name) const;
    // All elements below, whatever their name.
    [[nodiscard]] std::vector<Element> elements() const;

private:
    pugi::xml_node node_;
    std::string path_;
};

}  // namespace frist::invoices
