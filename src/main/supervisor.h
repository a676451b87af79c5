// What started this process and waits to hear that it is ready: systemd, by sd_notify(3).
#pragma once
#include <string_view>

namespace frist::program {

// One datagram, like "READY=1", to the socket that NOTIFY_SOCKET names. Nobody waits: nothing is done. One that cannot be
// reached ends nothing either; it will say itself that it has heard nothing.
void tell_supervisor(std::string_view words);

}  // namespace frist::program
