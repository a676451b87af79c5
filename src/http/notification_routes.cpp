#include "access/mail_words.h"
#include "access/notifications.h"
#include "base/pch.h"
#include "http/problem.h"
#include "http/reading.h"

namespace frist::http {
namespace {

namespace json = boost::json;

// Whether a mail could leave at all: the address of the application, and a mail server of a creditor that is seen.
Result<json::value> hindrance(const Call& call) {
    FRIST_TRY(const std::string address, access::site_address(call.porter.store));
    if (address.empty()) return json::value(reason_json(Error{"notify.address", "site", "the mails cannot say where the application is, nor how to end them", "Ask who runs this installation: frist site set --address."}));
    FRIST_TRY(const auto rows, call.rooms.office->creditors());
    for (const office::CreditorRow& row : rows) {
        if (!access::covers(call.who.reach, row.id)) continue;
        FRIST_TRY(const office::CreditorRecord record, office::creditor_record(row.record));
        if (!record.doors.mail.server.empty()) return json::value(nullptr);
    }
    return json::value(reason_json(Error{"notify.no_door", "channel", "none of your creditors has a mail server", "Set one up with frist channel set email."}));
}

Result<Response> shown(Call& call) {
    FRIST_TRY(const access::WishRow wish, access::my_wishes(call.porter, call.who));
    FRIST_TRY(json::value hindered, hindrance(call));
    return json_response(json::object{{"ready", wish.ready}, {"legal", wish.legal}, {"held", wish.held}, {"pace", name_of(wish.pace)}, {"hindrance", std::move(hindered)}});
}

Result<Response> change(Call& call) {
    json::value keep;
    FRIST_TRY(JsonObject body, body_of(call, keep));
    FRIST_TRY(access::WishRow wish, access::my_wishes(call.porter, call.who));
    FRIST_TRY(wish.ready, body.truth_or("ready", wish.ready));
    FRIST_TRY(wish.legal, body.truth_or("legal", wish.legal));
    FRIST_TRY(wish.held, body.truth_or("held", wish.held));
    FRIST_TRY(const auto pace, choice_or_none<access::Pace>(body, "pace"));
    FRIST_TRY_DONE(body.finish());
    wish.pace = pace.value_or(wish.pace);
    FRIST_TRY_DONE(access::set_my_wishes(call.porter, call.who, wish, call.now));
    return shown(call);
}

// A page without script, for who has no session: looking at a link does nothing, mail programs do that by themselves.
Response page(std::string_view language, std::string_view words, std::string_view button, int status) {
    const auto said = [&](std::string_view key) { return access::mail_word(language, key); };
    const std::string form = button.empty() ? "" : fmt::format("<form method=\"post\"><button type=\"submit\">{}</button></form>", said(button));
    Response response{status, {}, fmt::format("<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Frist: {}</title></head>"
                                              "<body><main><h1>{}</h1><p>{}</p>{}</main></body></html>\n",
                                              language, said("page_title"), said("page_title"), said(words), form)};
    response.with("Content-Type", "text/html; charset=utf-8")
        .with("Content-Security-Policy", "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
        .with("Referrer-Policy", "no-referrer");
    return response;
}

Result<Response> ask_to_end(Call& call) {
    const auto person = access::person_of_unsubscribe(call.porter, call.at("token"));
    if (!person.ok() && person.error().code != "access.link") return person.error();
    return person.ok() ? page(person->language, "page_question", "page_button", 200) : page("nb", "page_wrong", "", 404);
}

// The button of the page, and what mail programs send by themselves when their own button is pressed (RFC 8058).
Result<Response> end(Call& call) {
    const auto person = access::person_of_unsubscribe(call.porter, call.at("token"));
    if (!person.ok() && person.error().code != "access.link") return person.error();
    if (!person.ok()) return page("nb", "page_wrong", "", 404);
    FRIST_TRY_DONE(access::unsubscribe(call.porter, call.at("token"), call.now));
    return page(person->language, "page_done", "", 200);
}

}  // namespace

void add_notification_routes(std::vector<Route>& table) {
    table.push_back({"GET", "/me/notifications", Gate::person, {}, Brings::nothing, shown});
    table.push_back({"PUT", "/me/notifications", Gate::person, {}, Brings::json, change});
    table.push_back({"GET", "/unsubscribe/{token}", Gate::open, {}, Brings::nothing, ask_to_end});
    table.push_back({"POST", "/unsubscribe/{token}", Gate::open, {}, Brings::nothing, end});
}

}  // namespace frist::http
