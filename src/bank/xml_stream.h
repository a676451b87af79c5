// Reads XML as a stream into a small tree, of which the listener drops what it has taken: a statement with a million
// entries needs the memory of one. Nothing outside the text is ever read: a DOCTYPE ends the reading before anything
// of it is expanded, and depth and number of attributes are limited.
#pragma once
#include "base/result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frist::bank {

class XmlTree;

// One element, or none: asking a missing element for a child or its text gives nothing, so that a path can be walked
// without asking at each step.
class Element {
public:
    Element() = default;
    Element(const XmlTree* tree, std::uint32_t index) : tree_(tree), index_(index) {}

    explicit operator bool() const { return tree_ != nullptr; }
    Element operator[](std::string_view name) const;  // the first child of that name
    [[nodiscard]] Element next() const;               // the next sibling of the same name
    [[nodiscard]] Element first() const;              // the first child
    [[nodiscard]] std::string_view name() const;
    [[nodiscard]] std::string_view text() const;  // without blanks at its ends
    [[nodiscard]] std::string_view exact_text() const;
    [[nodiscard]] std::string_view currency() const;  // the attribute Ccy
    [[nodiscard]] std::string_view source() const;    // from < to >, as it stands in the file

private:
    const XmlTree* tree_ = nullptr;
    std::uint32_t index_ = 0;
};

class XmlTree {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    struct Node {
        std::string_view name;  // the local name; empty when the namespace is another one
        std::string_view source;
        std::uint32_t parent = none;
        std::uint32_t previous = none;
        std::uint32_t next = none;
        std::uint32_t first_child = none;
        std::uint32_t last_child = none;
        std::size_t text_from = 0;
        std::size_t text_to = 0;
        std::array<char, 8> currency{};
    };

    void open(std::string_view name, std::string_view currency);
    void add_text(std::string_view piece) { text_ += piece; }
    Element close(std::string_view source);  // the innermost open element
    void drop_last();                        // the element just closed, with all below it

    [[nodiscard]] const Node& node(std::uint32_t index) const { return nodes_[index]; }
    [[nodiscard]] std::string_view text(const Node& node) const {
        return std::string_view(text_).substr(node.text_from, node.text_to - node.text_from);
    }

private:
    std::vector<Node> nodes_;
    std::string text_;
    std::uint32_t open_ = none;
    std::uint32_t closed_ = none;
};

// Names of elements are local ones; those of another namespace than the document's are empty.
class XmlListener {
public:
    XmlListener() = default;
    XmlListener(const XmlListener&) = delete;
    XmlListener& operator=(const XmlListener&) = delete;
    virtual ~XmlListener() = default;
    // The outermost element with its namespace. An Error ends the reading.
    virtual std::optional<Error> document(std::string_view name, std::string_view name_space) = 0;
    // `depth` is 1 for the outermost element.
    virtual std::optional<Error> opened(std::string_view name, int depth) = 0;
    // True: the element has been taken and goes.
    virtual bool closed(Element element, int depth) = 0;
};

// `utf8` must outlive the listener's elements. Errors xml.doctype, xml.depth, xml.attributes, xml.form with the line.
Outcome read_xml(std::string_view utf8, XmlListener& listener);

}  // namespace frist::bank
