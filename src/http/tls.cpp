#include "http/tls.h"

#include "base/pch.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <cerrno>
#include <cstdio>

namespace frist::http {
namespace {

constexpr const char* ciphers_of_1_2 = "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256";

template <class T, auto free>
struct Freed {
    void operator()(T* what) const { free(what); }
};
using Bio = std::unique_ptr<BIO, Freed<BIO, BIO_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509, X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY, EVP_PKEY_free>>;

Result<Bio> opened(const std::string& file, const char* code, const char* option) {
    errno = 0;
    Bio bio(BIO_new_file(file.c_str(), "r"));
    const int wrong = errno;
    ERR_clear_error();
    if (bio) return bio;
    return Error{code, option, fmt::format("\"{}\" cannot be read: {}", file, std::strerror(wrong)), "Look at the name of the file, and whether the user that the server runs as may read it."};
}

// A key with a password is no key for a server that starts without a person beside it.
int no_password(char* /*buffer*/, int /*size*/, int /*writing*/, void* asked) {
    *static_cast<bool*>(asked) = true;
    return -1;
}

Outcome take_certificates(SSL_CTX* context, const std::string& file) {
    FRIST_TRY(const Bio bio, opened(file, "serve.certificate", "--tls-cert"));
    const Certificate own(PEM_read_bio_X509_AUX(bio.get(), nullptr, nullptr, nullptr));
    const Error no_pem{"serve.certificate", "--tls-cert", fmt::format("\"{}\" holds no certificate as PEM", file), "Name the file that begins with -----BEGIN CERTIFICATE-----, with the server's own certificate first."};
    if (!own || SSL_CTX_use_certificate(context, own.get()) != 1) return no_pem;
    while (X509* next = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr))
        if (SSL_CTX_add0_chain_cert(context, next) != 1) {
            X509_free(next);
            return no_pem;
        }
    return done;
}

Outcome take_key(SSL_CTX* context, const TlsFiles& files) {
    FRIST_TRY(const Bio bio, opened(files.key, "serve.tls_key", "--tls-key"));
    bool sealed = false;
    const Key key(PEM_read_bio_PrivateKey(bio.get(), nullptr, no_password, &sealed));
    if (sealed) return Error{"serve.tls_key", "--tls-key", fmt::format("\"{}\" is sealed with a password", files.key), "Take the password off (openssl pkey) and let only the server's user read the file."};
    if (!key) return Error{"serve.tls_key", "--tls-key", fmt::format("\"{}\" holds no private key as PEM", files.key), "Name the file that begins with -----BEGIN PRIVATE KEY-----."};
    if (SSL_CTX_use_PrivateKey(context, key.get()) == 1 && SSL_CTX_check_private_key(context) == 1) return done;
    return Error{"serve.tls_key", "--tls-key", "the key is not the one of the certificate", fmt::format("Name the key that \"{}\" was made with.", files.certificate)};
}

// HTTP/1.1 is all that is spoken; who offers other protocols only is told so while shaking hands.
int choose_protocol(SSL* /*connection*/, const unsigned char** chosen, unsigned char* length, const unsigned char* offered, unsigned int size, void* /*nothing*/) {
    static constexpr unsigned char ours[] = "\x08http/1.1";
    unsigned char* found = nullptr;
    if (SSL_select_next_proto(&found, length, ours, sizeof(ours) - 1, offered, size) != OPENSSL_NPN_NEGOTIATED) return SSL_TLSEXT_ERR_ALERT_FATAL;
    *chosen = found;
    return SSL_TLSEXT_ERR_OK;
}

void set_rules(SSL_CTX* context) {
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_cipher_list(context, ciphers_of_1_2);
    SSL_CTX_set1_groups_list(context, "X25519:P-256:P-384");
    SSL_CTX_set_options(context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA | SSL_OP_IGNORE_UNEXPECTED_EOF);
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);   // who comes again brings a ticket
    SSL_CTX_set_num_tickets(context, 1);
    SSL_CTX_set_alpn_select_cb(context, choose_protocol, nullptr);
}

}  // namespace

Result<TlsContext> tls_context(const TlsFiles& files) {
    TlsContext context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    FRIST_CHECK(context != nullptr);
    set_rules(context.get());
    const auto taken = [&]() -> Outcome {
        FRIST_TRY_DONE(take_certificates(context.get(), files.certificate));
        return take_key(context.get(), files);
    }();
    ERR_clear_error();
    if (!taken.ok()) return taken.error();
    return context;
}

}  // namespace frist::http
