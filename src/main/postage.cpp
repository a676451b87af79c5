// postage: what one letter costs the creditor by each service, from a day on.
#include "base/pch.h"
#include "main/program.h"
#include "office/postage.h"

#include <iostream>

namespace frist::program {
namespace {

namespace json = boost::json;

struct Wish {
    std::string service, price, from, source;
};

json::object json_of(const office::PostagePrice& price) {
    return {{"service", name_of(price.service)}, {"from", text(price.from)}, {"price", text(price.price)}, {"source", price.source}};
}

int show(const Program& program, const office::CreditorRecord& creditor) {
    json::array all;
    for (const office::PostagePrice& price : creditor.postage) {
        all.push_back(json_of(price));
        if (!program.json) std::cout << fmt::format("{:<16} from {} {:>8}{}\n", name_of(price.service), text(price.from), text(price.price), price.source.empty() ? "" : "  " + price.source);
    }
    if (program.json) print_json(all);
    else if (creditor.postage.empty()) std::cout << "No price is told. Tell what a letter costs: frist postage set paper PRICE --from DAY.\n";
    return exit_done;
}

Result<int> list(const Program& program) {
    FRIST_TRY(const Session session, open_session(program));
    return show(program, session.record);
}

Result<int> change(const Program& program, const std::function<Outcome(Session&)>& how) {
    FRIST_TRY(Session session, open_session(program));
    FRIST_TRY_DONE(how(session));
    FRIST_TRY_DONE(keep_creditor(session));
    return show(program, session.record);
}

Outcome set(Session& session, const Wish& wish) {
    office::PostagePrice price;
    price.service = enum_of<office::Channel>(wish.service).value_or(office::Channel::paper);
    FRIST_TRY(price.from, day_of(wish.from, "--from", session.today));
    FRIST_TRY(price.price, money_of(wish.price, "PRICE", session.country->currency()));
    price.source = wish.source;
    return office::set_price(session.record, std::move(price));
}

Outcome drop(Session& session, const Wish& wish) {
    FRIST_TRY(const Date from, day_of(wish.from, "--from", session.today));
    return office::drop_price(session.record, enum_of<office::Channel>(wish.service).value_or(office::Channel::paper), from);
}

}  // namespace

void add_postage(CLI::App& app, Program& program) {
    CLI::App* one = app.add_subcommand("postage", "What a letter costs the creditor to send; it is never a part of the debt");
    one->require_subcommand(1);
    auto wish = std::make_shared<Wish>();
    const auto names = names_of(office::Channel{});
    const std::vector<std::string> services(names.begin(), names.end());
    one->add_subcommand("list", "The prices with the days they came into force")->callback([&program] { run(program, [&program] { return list(program); }); });
    CLI::App* told = one->add_subcommand("set", "The price of one letter from a day on");
    CLI::App* dropped = one->add_subcommand("drop", "Forget a price");
    for (CLI::App* sub : {told, dropped}) sub->add_option("SERVICE", wish->service, fmt::format("{}", fmt::join(services, ", ")))->required()->check(CLI::IsMember(services));
    told->add_option("PRICE", wish->price, "kroner, like 25.00")->required();
    told->add_option("--from", wish->from, "the first day it holds (today when left out)");
    told->add_option("--source", wish->source, "where you read it");
    told->callback([&program, wish] { run(program, [&program, wish] { return change(program, [wish](Session& session) { return set(session, *wish); }); }); });
    dropped->add_option("--from", wish->from, "the day it came into force")->required();
    dropped->callback([&program, wish] { run(program, [&program, wish] { return change(program, [wish](Session& session) { return drop(session, *wish); }); }); });
}

}  // namespace frist::program
