#include "http/start_json.h"

#include "base/pch.h"
#include "http/problem.h"

namespace frist::http {

namespace json = boost::json;

json::object start_json(const std::vector<office::StartRow>& started) {
    int count = 0;
    json::array rows;
    for (const office::StartRow& row : started) {
        count += row.case_id != 0 && !row.reason;   // with a reason: it was in that case before
        rows.push_back(json::object{{"invoice", row.invoice}, {"case", row.case_id}, {"joined", row.joined}, {"reason", row.reason ? json::value(reason_json(*row.reason)) : json::value(nullptr)},
                                    {"warning", row.warning ? json::value(reason_json(*row.warning)) : json::value(nullptr)}});
    }
    return {{"started", count}, {"rows", std::move(rows)}};
}

}  // namespace frist::http
