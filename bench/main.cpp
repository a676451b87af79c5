// frist_bench PART COUNT [FILE...]: one part of one measurement; bench/run calls them in turn.
#include "measured.h"

#include <cstring>

int main(int count, char** words) {
    using namespace frist::bench;
    const auto all = {interest_parts(), night_parts(),  ledger_parts(),  payment_parts(),
                      letter_parts(),   verify_parts(), register_parts(), wire_parts(), sheet_parts(), server_parts(), scale_parts()};
    if (count >= 3)
        for (const auto& parts : all)
            for (const Part& part : parts)
                if (std::strcmp(part.name, words[1]) == 0) {
                    part.run({std::atoi(words[2]), {words + 3, words + count}});
                    return 0;
                }
    std::fprintf(stderr, "frist_bench PART COUNT [FILE...], PART being\n");
    for (const auto& parts : all)
        for (const Part& part : parts) std::fprintf(stderr, "  %-18s %s\n", part.name, part.says);
    return 2;
}
