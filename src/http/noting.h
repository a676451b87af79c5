// What a call changes and the line of the log that says who did it: both, or neither.
#pragma once
#include "access/acts.h"
#include "http/router.h"

namespace frist::http {

// `what` is a word of the log ("case-pause"), `on` a noun and ids ("case 17"). Errors are those of `work`, and store.*.
template <class T>
Result<T> noted(const Call& call, std::string what, std::string on, const std::function<Result<T>()>& work) {
    std::optional<Result<T>> made;
    const Outcome kept = call.porter.store.change([&]() -> Outcome {
        made = work();
        if (!made->ok()) return made->error();
        return access::write_act(call.porter, call.who, {std::move(what), call.creditor == 0 ? std::optional<access::Id>{} : call.creditor, std::move(on)}, call.now + call.world.later);
    });
    if (!kept.ok()) return kept.error();
    return std::move(*made);
}

}  // namespace frist::http
