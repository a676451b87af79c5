#include "registers/enhetsregisteret.h"

#include "base/pch.h"
#include "base/strict_json.h"

#include <curl/curl.h>

namespace frist::registers {
namespace {

namespace json = boost::json;

constexpr std::size_t largest_answer = 1 << 20;

struct Body {
    std::string bytes;
    bool too_large = false;
};

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* into) {
    auto& body = *static_cast<Body*>(into);
    if (body.bytes.size() + size * count > largest_answer) {
        body.too_large = true;
        return 0;
    }
    body.bytes.append(bytes, size * count);
    return size * count;
}

struct EasyEnd {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};

std::string word(const json::object& object, const char* name) {
    const json::value* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

bool truth(const json::object& object, const char* name) {
    const json::value* value = object.if_contains(name);
    return value != nullptr && value->is_bool() && value->as_bool();
}

std::optional<Date> day(const json::object& object, const char* name) {
    const std::string written = word(object, name);
    if (written.empty()) return std::nullopt;
    const Result<Date> date = Date::parse(written);
    return date.ok() ? std::optional<Date>(*date) : std::nullopt;
}

office::PostalAddress address(const json::object& firm, const char* name) {
    office::PostalAddress address;
    const json::value* value = firm.if_contains(name);
    if (value == nullptr || !value->is_object()) return address;
    const json::object& told = value->as_object();
    std::vector<std::string> lines;
    if (const json::value* written = told.if_contains("adresse"); written != nullptr && written->is_array())
        for (const json::value& line : written->as_array())
            if (line.is_string() && !line.as_string().empty()) lines.emplace_back(line.as_string());
    // c/o stands first; what the letter needs most is the street, which stands last.
    if (!lines.empty()) {
        address.street = lines.back();
        lines.pop_back();
        if (!lines.empty()) {
            address.street2 = address.street;
            address.street = fmt::format("{}", fmt::join(lines, ", "));
        }
    }
    address.postal_code = word(told, "postnummer");
    address.place = word(told, "poststed");
    const std::string country = word(told, "landkode");
    if (!country.empty()) address.country = country;
    return address;
}

Error unreachable(const std::string& said) {
    return Error{"register.unreachable", "Enhetsregisteret", said, "Try again later, or look the firm up at brreg.no and change the address by hand."};
}

class Enhetsregisteret final : public office::BusinessRegister {
public:
    Enhetsregisteret(std::string url, Patience patience) : url_(std::move(url)), patience_(patience) {}

    Result<std::optional<office::RegisteredFirm>> firm(const std::string& org_number) override {
        static const CURLcode begun = curl_global_init(CURL_GLOBAL_DEFAULT);
        if (begun != CURLE_OK) return unreachable("the network library does not start");
        const std::unique_ptr<CURL, EasyEnd> easy(curl_easy_init());
        FRIST_CHECK(easy != nullptr);
        CURL* c = easy.get();
        const std::string url = url_ + "/enheter/" + org_number;
        Body body;
        curl_easy_setopt(c, CURLOPT_URL, url.c_str());
        curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, patience_.connect_seconds);
        curl_easy_setopt(c, CURLOPT_TIMEOUT, patience_.whole_seconds);
        curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(c, CURLOPT_USERAGENT, "frist");
        curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, take);
        curl_easy_setopt(c, CURLOPT_WRITEDATA, &body);
        const CURLcode code = curl_easy_perform(c);
        if (body.too_large) return Error{"register.answer", "Enhetsregisteret", "the answer is larger than any firm's", "Look whether FRIST_BRREG names the register."};
        if (code != CURLE_OK) return unreachable(curl_easy_strerror(code));
        long status = 0;
        curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &status);
        if (status == 404) return std::optional<office::RegisteredFirm>{};
        // 410: removed for reasons of law; what is left says so.
        if (status != 200 && status != 410) return unreachable(fmt::format("it answered {}", status));
        FRIST_TRY(office::RegisteredFirm firm, read_firm(body.bytes));
        if (firm.org_number != org_number) return Error{"register.answer", "Enhetsregisteret", "it answered about another firm", "Look whether FRIST_BRREG names the register."};
        return std::optional<office::RegisteredFirm>(std::move(firm));
    }

private:
    std::string url_;
    Patience patience_;
};

}  // namespace

Result<office::RegisteredFirm> read_firm(std::string_view bytes) {
    const Error wrong{"register.answer", "Enhetsregisteret", "its answer cannot be understood", "Look whether FRIST_BRREG names the register."};
    const Result<json::value> value = parse_json(bytes);
    if (!value.ok() || !value->is_object()) return wrong;
    const json::object& told = value->as_object();
    office::RegisteredFirm firm;
    firm.org_number = word(told, "organisasjonsnummer");
    firm.name = word(told, "navn");
    if (firm.org_number.empty()) return wrong;
    if (const json::value* form = told.if_contains("organisasjonsform"); form != nullptr && form->is_object()) firm.form = word(form->as_object(), "kode");
    firm.business = address(told, "forretningsadresse");
    firm.postal = address(told, "postadresse");
    if (const json::value* at = told.if_contains("forretningsadresse"); at != nullptr && at->is_object()) firm.municipality = word(at->as_object(), "kommunenummer");
    firm.bankrupt = truth(told, "konkurs");
    firm.bankrupt_on = day(told, "konkursdato");
    firm.winding_up = truth(told, "underAvvikling");
    firm.forced_winding_up = truth(told, "underTvangsavviklingEllerTvangsopplosning");
    firm.deleted_on = day(told, "slettedato");
    return firm;
}

std::string address_of(std::string_view told) {
    std::string url(told.empty() || told == "brreg" ? std::string_view(enhetsregisteret_url) : told);
    while (url.ends_with('/')) url.pop_back();
    return url;
}

std::unique_ptr<office::BusinessRegister> enhetsregisteret(const std::string& url, Patience patience) { return std::make_unique<Enhetsregisteret>(url, patience); }

}  // namespace frist::registers
