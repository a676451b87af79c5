// TLS of the server, 1.2 and 1.3: its certificate and key as files, and what every connection shares. OpenSSL works on
// the sockets themselves and gives its buffers back between two requests (docs/adr/0021-security.md).
#pragma once
#include "base/result.h"

#include <memory>
#include <string>

struct ssl_ctx_st;   // OpenSSL's; its headers stay out of ours

namespace frist::http {

struct TlsFiles {
    std::string certificate;   // PEM: the server's own first, then those that vouch for it
    std::string key;           // PEM, without a password
    bool operator==(const TlsFiles&) const = default;
};

using TlsContext = std::shared_ptr<ssl_ctx_st>;

// What connections are opened with from now on. Errors serve.certificate and serve.tls_key: the file is not there or may
// not be read, is no PEM, or the two do not belong together; the field is the option that names the file.
Result<TlsContext> tls_context(const TlsFiles& files);

}  // namespace frist::http
