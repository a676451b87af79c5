// site: what the installation is told of itself: its address, and a login that somebody else runs. terms: the terms of use.
#include "access/notifications.h"
#include "access/second_factor.h"
#include "access/terms.h"
#include "base/pch.h"
#include "base/strict_json.h"
#include "identity/provider.h"
#include "main/people.h"

#include <sys/stat.h>

#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

constexpr const char* provider_name = "oidc";
constexpr auto provider_fields = std::to_array<const char*>({"issuer", "client", "secret_file", "name", "ca_file"});

struct SiteWish {
    std::string address, factor;
    std::map<std::string, std::string> provider;   // by the names of provider_fields
};

Result<json::object> provider_of(access::Store& store) {
    FRIST_TRY(const std::string text, store.site(provider_name));
    if (text.empty()) return json::object{};
    FRIST_TRY(const json::value value, parse_json(text));
    return value.as_object();
}

Result<int> show(const Program& program) {
    FRIST_TRY(const store::Rooms rooms, store::open_rooms(program.database, store::Open::existing, program.wait_seconds * 1000));
    FRIST_TRY(const std::string address, access::site_address(*rooms.access));
    FRIST_TRY(const json::object provider, provider_of(*rooms.access));
    FRIST_TRY(const bool factor, access::factor_required(*rooms.access));
    const char* wanted = factor ? "required" : "optional";
    if (program.json) {
        print_json(json::object{{"address", address}, {"second_factor", wanted}, {"oidc", provider.empty() ? json::value(nullptr) : json::value(provider)}});
        return exit_done;
    }
    std::cout << fmt::format("address        {}\nsecond factor  {}\noidc           {}\n", address.empty() ? "none" : address, wanted, provider.empty() ? "none" : word(provider, "issuer"));
    for (const auto& [name, value] : provider)
        if (name != "issuer") std::cout << fmt::format("               {} {}\n", std::string_view(name), std::string_view(value.as_string()));
    return exit_done;
}

Outcome change_provider(access::Store& store, const SiteWish& wish) {
    FRIST_TRY(json::object provider, provider_of(store));
    for (const auto& [name, value] : wish.provider) {
        if (value == "none") provider.erase(name);
        else if (!value.empty()) provider[name] = value;
    }
    if (word(provider, "issuer").empty()) return store.put_site(provider_name, "");
    if (!identity::is_safe_address(word(provider, "issuer"))) return Error{"site.issuer", "--oidc-issuer", "is not the address of a provider", "Write it as the provider does: https://login.firma.example"};
    if (word(provider, "client").empty()) return Error{"site.client", "--oidc-client", "what we are called at the provider is missing", "Register Frist there, and name the client id with --oidc-client."};
    return store.put_site(provider_name, json::serialize(provider));
}

Result<int> set(const Program& program, const SiteWish& wish) {
    FRIST_TRY(const store::Rooms rooms, store::open_rooms(program.database, store::Open::existing, program.wait_seconds * 1000));
    FRIST_TRY_DONE(rooms.access->change([&]() -> Outcome {
        if (!wish.address.empty()) FRIST_TRY_DONE(access::set_site_address(*rooms.access, wish.address == "none" ? "" : wish.address));
        if (!wish.factor.empty()) FRIST_TRY_DONE(access::require_factor(*rooms.access, wish.factor == "required"));
        return change_provider(*rooms.access, wish);
    }));
    return show(program);
}

struct TermsWish {
    std::string from, title, file;
};

Result<int> list_terms(const Program& program) {
    FRIST_TRY(const store::Rooms rooms, store::open_rooms(program.database, store::Open::existing, program.wait_seconds * 1000));
    FRIST_TRY(const auto all, access::all_terms(*rooms.access));
    json::array list;
    for (const access::TermsRow& row : all) {
        list.push_back(json::object{{"version", row.version}, {"from", text(row.starts)}, {"title", row.title}});
        if (!program.json) std::cout << fmt::format("{:>3}  from {}  {}\n", row.version, text(row.starts), row.title);
    }
    if (program.json) print_json(json::object{{"terms", list}});
    else if (all.empty()) std::cout << "No terms are published; nobody is asked.\n";
    return exit_done;
}

Result<int> add_version(const Program& program, const TermsWish& wish) {
    FRIST_TRY(const Date today, program.today());
    access::TermsRow terms;
    FRIST_TRY(terms.starts, day_of(wish.from, "--from", today));
    terms.title = wish.title;
    FRIST_TRY(terms.text, bytes_of(wish.file));
    terms.made = instant_now();
    FRIST_TRY(const store::Rooms rooms, store::open_rooms(program.database, store::Open::existing, program.wait_seconds * 1000));
    FRIST_TRY([[maybe_unused]] const std::int64_t version, access::publish_terms(*rooms.access, terms));
    return list_terms(program);
}

}  // namespace

Result<std::optional<identity::Settings>> provider_settings(access::Store& store) {
    FRIST_TRY(const json::object told, provider_of(store));
    if (told.empty()) return std::optional<identity::Settings>{};
    FRIST_TRY(const std::string address, access::site_address(store));
    if (address.empty()) return Error{"site.address", "--address", "the provider cannot send people back: the address of the application is not known", "Tell it once: frist site set --address https://…"};
    identity::Settings settings;
    settings.issuer = word(told, "issuer");
    settings.client = word(told, "client");
    settings.ca_file = word(told, "ca_file");
    settings.name = told.contains("name") ? word(told, "name") : settings.issuer.substr(settings.issuer.find("://") + 3);
    settings.redirect = address + "/api/session/oidc/callback";
    FRIST_TRY(settings.secret, secret_of(word(told, "secret_file")));
    return std::optional<identity::Settings>(std::move(settings));
}

void add_site(CLI::App& app, Program& program) {
    CLI::App* site = app.add_subcommand("site", "What this installation is told of itself");
    site->require_subcommand(1);
    site->add_subcommand("show", "What it knows")->callback([&program] { run(program, [&program] { return show(program); }); });
    auto wish = std::make_shared<SiteWish>();
    for (const char* field : provider_fields) wish->provider[field] = "";
    CLI::App* change = site->add_subcommand("set", "Tell it; the word none takes a setting away; a server reads it when it starts");
    change->add_option("--address", wish->address, "where people reach the application: https://frist.firma.example");
    change->add_option("--second-factor", wish->factor, "required: whoever has none can do nothing but set one up; optional")->check(CLI::IsMember({"required", "optional"}));
    change->add_option("--oidc-issuer", wish->provider["issuer"], "a login of your own (OpenID Connect): the provider's address, exactly as it says it");
    change->add_option("--oidc-client", wish->provider["client"], "what Frist is called there");
    change->add_option("--oidc-secret-file", wish->provider["secret_file"], "the file with the secret of that client; only you may read it");
    change->add_option("--oidc-name", wish->provider["name"], "what stands on the button");
    change->add_option("--oidc-ca-file", wish->provider["ca_file"], "certificates of the provider that this machine does not know");
    change->callback([&program, wish] { run(program, [&program, wish] { return set(program, *wish); }); });

    CLI::App* terms = app.add_subcommand("terms", "Terms of use: versions with their days; a new one asks everybody for a yes");
    terms->require_subcommand(1);
    terms->add_subcommand("list", "All versions")->callback([&program] { run(program, [&program] { return list_terms(program); }); });
    auto version = std::make_shared<TermsWish>();
    CLI::App* add = terms->add_subcommand("add", "Publish a version");
    add->add_option("--from", version->from, "the day from which it holds (today when left out)");
    add->add_option("--title", version->title, "what it is called")->required();
    add->add_option("--file", version->file, "the text, plain")->required();
    add->callback([&program, version] { run(program, [&program, version] { return add_version(program, *version); }); });
}

}  // namespace frist::program
