// What lies in the store or in a user's file may be damaged: stored events, strict JSON, courses and scenarios give a
// value or an Error and never stop the program; an event that was read writes itself and is read again as the same.
#include "base/pch.h"
#include "base/strict_json.h"
#include "cases/event.h"
#include "office/course_file.h"
#include "office/scenario.h"
#include "rules/no/norway.h"

namespace {

using namespace frist;

const rules::no::Norway& norway() {
    static const std::unique_ptr<rules::no::Norway> country = [] {
        Result<law::Book> book = law::Book::read("no", embedded::law());
        FRIST_CHECK(book.ok());
        Result<rules::no::NorwegianLaw> law = rules::no::NorwegianLaw::from(*book);
        FRIST_CHECK(law.ok());
        return std::make_unique<rules::no::Norway>(std::move(law).value());
    }();
    return *country;
}

// {"type": "PaymentReceived", …}: the body as it is stored.
void read_event(const boost::json::value& value) {
    if (!value.is_object()) return;
    const boost::json::value* type = value.get_object().if_contains("type");
    if (type == nullptr || !type->is_string()) return;
    const auto event = cases::event_from(std::string_view(type->get_string()), value.get_object());
    if (!event.ok()) return;
    const boost::json::object body = cases::body_of(*event);
    const auto again = cases::event_from(cases::type_of(*event), body);
    FRIST_CHECK(again.ok());
    FRIST_CHECK(boost::json::serialize(cases::body_of(*again)) == boost::json::serialize(body));
    static_cast<void>(cases::day_of(*event));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto value = parse_json(text);
    if (value.ok()) {
        read_event(*value);
        const auto course = office::read_course(*value, "course", norway().currency());
        if (course.ok()) FRIST_CHECK(office::read_course(office::json_of(*course), "course", norway().currency()).ok());
    }
    static_cast<void>(office::read_scenario(text, norway()));
    return 0;
}
