#include "access/notifications.h"

#include "access/acts.h"
#include "access/opening.h"
#include "access/secrets.h"
#include "base/pch.h"

namespace frist::access {
namespace {

constexpr const char* address_name = "address";
constexpr std::size_t longest_said = 200;

Error no_link() {
    return {"access.link", "", "this link works no more", "Log in and change your notifications there."};
}

bool wants(const WishRow& wish, NewsKind kind) {
    switch (kind) {
        case NewsKind::ready: return wish.ready;
        case NewsKind::legal: return wish.legal;
        case NewsKind::held: return wish.held;
    }
    return false;
}

bool same_case(const NewsRow& one, const NewsRow& other) {
    return one.kind == other.kind && one.creditor == other.creditor && one.case_id == other.case_id;
}

bool among(const std::vector<NewsRow>& rows, const NewsRow& row) {
    return std::any_of(rows.begin(), rows.end(),
                       [&](const NewsRow& one) { return same_case(one, row) && one.what == row.what; });
}

bool among(const std::vector<Id>& ids, Id id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// What was told and is over may be told again when it comes again; what stands in a mail on its way stays as it is.
// Gives what is left.
Result<std::vector<NewsRow>> without_over(const Porter& porter, Id person, const std::vector<MailRow>& open, const Due& due) {
    FRIST_TRY(const std::vector<NewsRow> told, porter.store.news_of_person(person));
    std::vector<NewsRow> left;
    for (const NewsRow& row : told) {
        const bool on_its_way =
            std::any_of(open.begin(), open.end(), [&](const MailRow& mail) { return mail.id == row.mail; });
        if (on_its_way || !among(due.creditors, row.creditor) || among(due.news, row))
            left.push_back(row);
        else
            FRIST_TRY_DONE(porter.store.drop_news(person, row));
    }
    return left;
}

bool told_already(const std::vector<NewsRow>& told, const NewsRow& row) {
    return std::any_of(told.begin(), told.end(), [&](const NewsRow& one) { return same_case(one, row); });
}

std::vector<NewsRow> fresh_for(const Who& who, const WishRow& wish, const std::vector<NewsRow>& told, const Due& due) {
    std::vector<NewsRow> fresh;
    for (const NewsRow& row : due.news)
        if (wants(wish, row.kind) && !told_already(told, row) && !told_already(fresh, row) &&
            may(who, Right::read_cases, row.creditor).ok())
            fresh.push_back(row);
    return fresh;
}

// Of the creditors the news is from, the first with a mail server; 0: none.
Id door_of(const std::vector<NewsRow>& news, const Due& due) {
    for (const NewsRow& row : news)
        if (among(due.doors, row.creditor)) return row.creditor;
    return 0;
}

Outcome keep_mail(const Porter& porter, MailRow mail, const std::vector<NewsRow>& news) {
    FRIST_TRY(const Id id, porter.store.add_mail(mail));
    for (NewsRow row : news) {
        row.mail = id;
        FRIST_TRY_DONE(porter.store.add_news(mail.person, row));
    }
    return done;
}

Outcome mail_for(const Porter& porter, const PersonRow& person, const WishRow& wish, const std::vector<MailRow>& open,
                 const Due& due, MailRow mail, MadeMails& made) {
    FRIST_TRY(const std::vector<NewsRow> told, without_over(porter, person.id, open, due));
    FRIST_TRY(const Who who, who_of(porter, person));
    const std::vector<NewsRow> fresh = fresh_for(who, wish, told, due);
    if (fresh.empty()) return done;
    mail.person = person.id;
    mail.creditor = door_of(fresh, due);
    if (mail.creditor == 0) {
        ++made.without_door;
        return done;
    }
    ++made.mails;
    return keep_mail(porter, mail, fresh);
}

// "https://host" or "https://host:port"; plain HTTP reaches this machine alone.
bool is_address(std::string_view address) {
    const std::size_t scheme = address.starts_with("https://") ? 8 : address.starts_with("http://127.0.0.1:") || address.starts_with("http://localhost:") ? 7 : 0;
    if (scheme == 0 || address.size() == scheme || address.size() > 200) return false;
    return std::all_of(address.begin() + static_cast<std::ptrdiff_t>(scheme), address.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
               c == ':' || c == '[' || c == ']';
    });
}

}  // namespace

Result<WishRow> my_wishes(const Porter& porter, const Who& who) {
    FRIST_TRY_DONE(only_a_person(who));
    FRIST_TRY(const std::optional<WishRow> row, porter.store.wish(who.person));
    WishRow none;
    none.person = who.person;
    return row.value_or(none);
}

Outcome set_my_wishes(const Porter& porter, const Who& who, WishRow wishes, Instant now) {
    FRIST_TRY_DONE(only_a_person(who));
    wishes.person = who.person;
    return porter.store.change([&]() -> Outcome {
        FRIST_TRY_DONE(porter.store.put_wish(wishes));
        return write_act(porter, who, {"notifications-change", std::nullopt, fmt::format("person {}", who.person)},
                         now);
    });
}

Result<std::string> site_address(Store& store) {
    return store.site(address_name);
}

Outcome set_site_address(Store& store, std::string address) {
    if (address.ends_with('/')) address.pop_back();
    if (!address.empty() && !is_address(address))
        return Error{"site.address", "--address", "is not the address of a site",
                     "Write it as https://frist.firma.example, without a path."};
    return store.change([&] { return store.put_site(address_name, address); });
}

std::string unsubscribe_token(const SealKey& seal, Id person) {
    return fmt::format("{}-{}", person, keyed_mark(seal, fmt::format("unsubscribe {}", person)));
}

Result<PersonRow> person_of_unsubscribe(const Porter& porter, std::string_view token) {
    Id person = 0;
    const auto [end, wrong] = std::from_chars(token.data(), token.data() + token.size(), person);
    if (wrong != std::errc{} || end == token.data() || !same(unsubscribe_token(porter.seal, person), token))
        return no_link();
    FRIST_TRY(std::optional<PersonRow> row, porter.store.person(person));
    if (!row || row->removed) return no_link();
    return std::move(*row);
}

Outcome unsubscribe(const Porter& porter, std::string_view token, Instant now) {
    return porter.store.change([&]() -> Outcome {
        FRIST_TRY(const PersonRow person, person_of_unsubscribe(porter, token));
        FRIST_TRY(std::optional<WishRow> wish, porter.store.wish(person.id));
        if (!wish || !wish->any()) return done;
        wish->ready = wish->legal = wish->held = false;
        FRIST_TRY_DONE(porter.store.put_wish(*wish));
        // Whoever holds the link: nobody has logged in.
        return write_act(porter, Who{}, {"notifications-end", std::nullopt, fmt::format("person {}", person.id)}, now);
    });
}

Result<MadeMails> make_mails(const Porter& porter, const Due& due, Date day, bool digests, Instant now) {
    return kept(porter.store, [&]() -> Result<MadeMails> {
        MadeMails made;
        FRIST_TRY(const std::vector<PersonRow> people, porter.store.people());
        FRIST_TRY(const std::vector<MailRow> open, porter.store.open_mails());
        for (const PersonRow& person : people) {
            if (person.removed) continue;
            FRIST_TRY(const std::optional<WishRow> wish, porter.store.wish(person.id));
            if (!wish || !wish->any()) continue;
            if (wish->pace == Pace::daily) {
                if (!digests) continue;
                FRIST_TRY(const std::vector<MailRow> today, porter.store.mails_of_day(person.id, day));
                if (!today.empty()) continue;
            }
            MailRow mail;
            mail.day = day;
            mail.made = now;
            FRIST_TRY_DONE(mail_for(porter, person, *wish, open, due, mail, made));
        }
        return made;
    });
}

Result<bool> somebody_wants_at_once(const Porter& porter) {
    FRIST_TRY(const std::vector<PersonRow> people, porter.store.people());
    for (const PersonRow& person : people) {
        if (person.removed) continue;
        FRIST_TRY(const std::optional<WishRow> wish, porter.store.wish(person.id));
        if (wish && wish->any() && wish->pace == Pace::at_once) return true;
    }
    return false;
}

Result<std::vector<Outgoing>> outgoing_mails(const Porter& porter, Instant now) {
    return kept(porter.store, [&]() -> Result<std::vector<Outgoing>> {
        std::vector<Outgoing> all;
        FRIST_TRY(const std::vector<MailRow> open, porter.store.open_mails());
        for (const MailRow& mail : open) {
            FRIST_TRY(std::optional<PersonRow> person, porter.store.person(mail.person));
            FRIST_TRY(const std::optional<WishRow> wish, porter.store.wish(mail.person));
            const bool unwanted = !person || person->removed || !wish || !wish->any();
            if (unwanted || mail.made + mail_life < now) {
                FRIST_TRY_DONE(end_mail(porter, mail, MailState::failed, unwanted ? "not wanted any more" : "too old"));
                continue;
            }
            FRIST_TRY(std::vector<NewsRow> news, porter.store.news_of_mail(mail.id));
            all.push_back({mail, std::move(*person), std::move(news)});
        }
        return all;
    });
}

Result<bool> begin_mail(const Porter& porter, const MailRow& mail, std::string_view at) {
    return kept(porter.store, [&]() -> Result<bool> {
        FRIST_TRY(const std::vector<MailRow> open, porter.store.open_mails());
        const auto now = std::find_if(open.begin(), open.end(), [&](const MailRow& one) { return one.id == mail.id; });
        if (now == open.end() || now->state != mail.state || now->begun != mail.begun || now->tries != mail.tries)
            return false;
        MailRow row = mail;
        row.state = MailState::begun;
        row.begun = at;
        ++row.tries;
        FRIST_TRY_DONE(porter.store.set_mail(row));
        return true;
    });
}

Outcome end_mail(const Porter& porter, MailRow mail, MailState state, std::string_view said) {
    mail.state = state;
    mail.said = said.substr(0, longest_said);
    return porter.store.change([&] { return porter.store.set_mail(mail); });
}

}  // namespace frist::access
