#include "invoices/xml.h"

#include "base/pch.h"

namespace frist::invoices {
namespace {

// Walks over the document's marks, tag by tag.
class Scan {
public:
    explicit Scan(std::string_view text) : text_(text) {}

    Outcome run() {
        while ((at_ = text_.find('<', at_)) != std::string_view::npos) {
            const std::string_view rest = text_.substr(at_);
            if (rest.starts_with("<!--"))
                FRIST_TRY_DONE(skip("<!--", "-->"));
            else if (rest.starts_with("<![CDATA["))
                FRIST_TRY_DONE(skip("<![CDATA[", "]]>"));
            else if (rest.starts_with("<?"))
                FRIST_TRY_DONE(skip("<?", "?>"));
            else if (rest.starts_with("<!"))
                return wrong("invoice.doctype", "has a document type definition, which an invoice never needs");
            else
                FRIST_TRY_DONE(tag());
        }
        return done;
    }

private:
    Outcome skip(std::string_view begin, std::string_view end) {
        const std::size_t found = text_.find(end, at_ + begin.size());
        if (found == std::string_view::npos) return wrong("invoice.xml", "a mark is opened and never closed");
        at_ = found + end.size();
        return done;
    }

    Outcome tag() {
        const std::size_t begin = at_;
        const bool closing = text_.substr(at_).starts_with("</");
        int attributes = 0;
        char quote = 0;
        for (++at_; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (quote != 0) {
                if (c == quote) quote = 0;
            } else if (c == '"' || c == '\'') {
                quote = c;
                if (++attributes > xml_attribute_limit)
                    return wrong("invoice.attributes", "an element has too many attributes");
            } else if (c == '<') {
                break;
            } else if (c == '>') {
                const bool empty = text_[at_ - 1] == '/';
                ++at_;
                if (closing)
                    --depth_;
                else if (!empty)
                    ++depth_;
                if (depth_ > xml_depth_limit) return wrong("invoice.depth", "its elements are nested too deep");
                return done;
            }
        }
        at_ = begin;
        return wrong("invoice.xml", "a tag is opened and never closed");
    }

    [[nodiscard]] Error wrong(const char* code, std::string message) const {
        const auto upto = static_cast<std::ptrdiff_t>(std::min(at_, text_.size()));
        const auto line = 1 + std::count(text_.begin(), text_.begin() + upto, '\n');
        return {code, fmt::format("line {}", line), std::move(message), "Ask the sender for a plain UBL document."};
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

std::string_view local(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

Outcome scan_xml(std::string_view utf8) {
    return Scan(utf8).run();
}

std::string_view Element::name() const {
    return local(node_.name());
}

std::string_view Element::name_space() const {
    const std::string_view name = node_.name();
    const std::size_t colon = name.find(':');
    std::string wanted = "xmlns";
    if (colon != std::string_view::npos) (wanted += ':') += name.substr(0, colon);
    for (pugi::xml_node node = node_; node; node = node.parent())
        if (const pugi::xml_attribute found = node.attribute(wanted.c_str())) return found.value();
    return "";
}

std::string Element::text() const {
    std::string all;
    for (const pugi::xml_node part : node_.children())
        if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) all += part.value();
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = all.find_first_not_of(blanks);
    if (begin == std::string::npos) return "";
    return all.substr(begin, all.find_last_not_of(blanks) - begin + 1);
}

std::string Element::attribute(const char* name) const {
    return node_.attribute(name).value();
}

Element Element::child(std::string_view space, std::string_view name) const {
    std::string path = fmt::format("{}/{}", path_, name);
    for (const pugi::xml_node node : node_.children()) {
        if (node.type() != pugi::node_element || local(node.name()) != name) continue;
        if (Element found(node, path); found.name_space() == space) return found;
    }
    return {pugi::xml_node(), std::move(path)};
}

std::vector<Element> Element::children(std::string_view space, std::string_view name) const {
    std::vector<Element> all;
    for (const pugi::xml_node node : node_.children()) {
        if (node.type() != pugi::node_element || local(node.name()) != name) continue;
        Element found(node, all.empty() ? fmt::format("{}/{}", path_, name)
                                        : fmt::format("{}/{}[{}]", path_, name, all.size() + 1));
        if (found.name_space() == space) all.push_back(std::move(found));
    }
    return all;
}

std::vector<Element> Element::elements() const {
    std::vector<Element> all;
    for (const pugi::xml_node node : node_.children())
        if (node.type() == pugi::node_element) all.emplace_back(node, fmt::format("{}/{}", path_, local(node.name())));
    return all;
}

}  // namespace frist::invoices
