#include "bank/xml_stream.h"

#include "base/pch.h"

#include <expat.h>

namespace frist::bank {
namespace {

constexpr int deepest = 100;
constexpr int most_attributes = 100;
constexpr std::size_t most_namespaces = 64;  // open at the same time
constexpr std::string_view again = "Nothing of the file is booked. Ask the bank to send it again.";

bool blank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

struct Binding {
    int depth;
    std::string prefix;
    std::string name_space;
};

class Stream {
public:
    Stream(std::string_view text, XmlListener& listener)
        : text_(text), listener_(listener), parser_(XML_ParserCreate("UTF-8")) {
        FRIST_CHECK(parser_ != nullptr);
        XML_SetUserData(parser_, this);
        XML_SetElementHandler(
            parser_,
            [](void* self, const XML_Char* name, const XML_Char** attributes) {
                static_cast<Stream*>(self)->start(name, attributes);
            },
            [](void* self, const XML_Char*) { static_cast<Stream*>(self)->end(); });
        XML_SetCharacterDataHandler(parser_, [](void* self, const XML_Char* piece, int length) {
            static_cast<Stream*>(self)->piece({piece, static_cast<std::size_t>(length)});
        });
        XML_SetStartDoctypeDeclHandler(parser_, [](void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
            static_cast<Stream*>(self)->stop(
                {"xml.doctype", "", "the file has a DOCTYPE, which no bank's file needs", std::string(again)});
        });
    }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
    ~Stream() { XML_ParserFree(parser_); }

    Outcome run() {
        if (text_.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
            return Error{"xml.size", "the file", "the file is larger than 2 GB", std::string(again)};
        const bool good = XML_Parse(parser_, text_.data(), static_cast<int>(text_.size()), XML_TRUE) == XML_STATUS_OK;
        if (stopped_) return std::move(*stopped_);
        if (good) return done;
        return Error{"xml.form", fmt::format("line {}", static_cast<std::int64_t>(XML_GetCurrentLineNumber(parser_))),
                     fmt::format("the XML is broken or cut off here: {}", XML_ErrorString(XML_GetErrorCode(parser_))),
                     std::string(again)};
    }

private:
    void stop(Error error) {
        if (stopped_) return;
        if (error.field.empty())
            error.field = fmt::format("line {}", static_cast<std::int64_t>(XML_GetCurrentLineNumber(parser_)));
        stopped_ = std::move(error);
        XML_StopParser(parser_, XML_FALSE);
    }

    void start(std::string_view full_name, const XML_Char** attributes) {
        if (stopped_) return;
        ++depth_;
        if (depth_ > deepest)
            return stop({"xml.depth", "", fmt::format("elements stand more than {} deep in one another", deepest),
                         std::string(again)});
        std::string_view currency;
        int count = 0;
        for (const XML_Char** at = attributes; *at != nullptr; at += 2) {
            const std::string_view name = at[0];
            const std::string_view value = at[1];
            ++count;
            if (name == "Ccy") currency = value;
            if (name == "xmlns") bind("", value);
            if (name.starts_with("xmlns:")) bind(name.substr(6), value);
        }
        if (count > most_attributes || bindings_.size() > most_namespaces)
            return stop({"xml.attributes", "", "an element has more attributes or namespaces than any bank's file",
                         std::string(again)});
        const auto from = static_cast<std::size_t>(XML_GetCurrentByteIndex(parser_));
        const auto colon = full_name.find(':');
        const std::string_view prefix =
            colon == std::string_view::npos ? std::string_view() : full_name.substr(0, colon);
        const std::string_view name_space = bound(prefix);
        // The name as it stands in the text: it lives as long as the tree needs it.
        std::string_view name = text_.substr(from + 1, full_name.size());
        if (colon != std::string_view::npos) name.remove_prefix(colon + 1);
        if (depth_ == 1) {
            document_space_ = name_space;
            if (auto error = listener_.document(name, name_space)) return stop(std::move(*error));
        } else if (name_space != document_space_) {
            name = "";
        }
        starts_.push_back(from);
        tree_.open(name, currency);
        if (auto error = listener_.opened(name, depth_)) stop(std::move(*error));
    }

    void end() {
        if (stopped_) return;
        const auto from = starts_.back();
        const auto to = static_cast<std::size_t>(XML_GetCurrentByteIndex(parser_) + XML_GetCurrentByteCount(parser_));
        starts_.pop_back();
        if (listener_.closed(tree_.close(text_.substr(from, to - from)), depth_)) tree_.drop_last();
        while (!bindings_.empty() && bindings_.back().depth == depth_) bindings_.pop_back();
        --depth_;
    }

    void piece(std::string_view text) {
        if (!stopped_) tree_.add_text(text);
    }

    void bind(std::string_view prefix, std::string_view name_space) {
        bindings_.push_back({depth_, std::string(prefix), std::string(name_space)});
    }

    std::string_view bound(std::string_view prefix) const {
        for (auto binding = bindings_.rbegin(); binding != bindings_.rend(); ++binding)
            if (binding->prefix == prefix) return binding->name_space;
        return "";
    }

    std::string_view text_;
    XmlListener& listener_;
    XML_Parser parser_;
    XmlTree tree_;
    std::vector<std::size_t> starts_;
    std::vector<Binding> bindings_;
    std::string document_space_;
    std::optional<Error> stopped_;
    int depth_ = 0;
};

}  // namespace

void XmlTree::open(std::string_view name, std::string_view currency) {
    const auto index = static_cast<std::uint32_t>(nodes_.size());
    Node node;
    node.name = name;
    node.parent = open_;
    node.text_from = text_.size();
    // A longer one cannot be a currency; cut to eight signs it stays wrong.
    std::copy_n(currency.begin(), std::min(currency.size(), node.currency.size()), node.currency.begin());
    if (open_ != none) {
        Node& parent = nodes_[open_];
        node.previous = parent.last_child;
        (parent.last_child == none ? parent.first_child : nodes_[parent.last_child].next) = index;
        parent.last_child = index;
    }
    nodes_.push_back(node);
    open_ = index;
}

Element XmlTree::close(std::string_view source) {
    closed_ = open_;
    Node& node = nodes_[closed_];
    node.text_to = text_.size();
    node.source = source;
    open_ = node.parent;
    return {this, closed_};
}

void XmlTree::drop_last() {
    const Node node = nodes_[closed_];
    if (node.parent != none) {
        Node& parent = nodes_[node.parent];
        parent.last_child = node.previous;
        (node.previous == none ? parent.first_child : nodes_[node.previous].next) = none;
    }
    text_.resize(node.text_from);
    nodes_.resize(closed_);
}

Element Element::operator[](std::string_view name) const {
    for (Element child = first(); child;) {
        const XmlTree::Node& node = tree_->node(child.index_);
        if (node.name == name) return child;
        child = node.next == XmlTree::none ? Element() : Element(tree_, node.next);
    }
    return {};
}

Element Element::first() const {
    if (tree_ == nullptr) return {};
    const std::uint32_t child = tree_->node(index_).first_child;
    return child == XmlTree::none ? Element() : Element(tree_, child);
}

Element Element::next() const {
    if (tree_ == nullptr) return {};
    const std::string_view wanted = name();
    for (std::uint32_t at = tree_->node(index_).next; at != XmlTree::none; at = tree_->node(at).next)
        if (tree_->node(at).name == wanted) return {tree_, at};
    return {};
}

std::string_view Element::name() const {
    return tree_ == nullptr ? std::string_view() : tree_->node(index_).name;
}

std::string_view Element::exact_text() const {
    return tree_ == nullptr ? std::string_view() : tree_->text(tree_->node(index_));
}

std::string_view Element::text() const {
    std::string_view text = exact_text();
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return text;
}

std::string_view Element::currency() const {
    if (tree_ == nullptr) return {};
    const auto& signs = tree_->node(index_).currency;
    return {signs.data(), static_cast<std::size_t>(std::find(signs.begin(), signs.end(), '\0') - signs.begin())};
}

std::string_view Element::source() const {
    return tree_ == nullptr ? std::string_view() : tree_->node(index_).source;
}

Outcome read_xml(std::string_view utf8, XmlListener& listener) {
    return Stream(utf8, listener).run();
}

}  // namespace frist::bank
