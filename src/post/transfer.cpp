#include "post/transfer.h"

#include "base/pch.h"

#include <curl/curl.h>
#include <memory>
#include <sstream>

namespace frist::post {
namespace {

struct EasyEnd {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using Easy = std::unique_ptr<CURL, EasyEnd>;
struct ListEnd {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, ListEnd>;

// Once for the process, before any other thread.
void begin() {
    static const CURLcode begun = curl_global_init(CURL_GLOBAL_DEFAULT);
    FRIST_CHECK(begun == CURLE_OK);
}

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* into) {
    static_cast<std::string*>(into)->append(bytes, size * count);
    return size * count;
}

struct Source {
    std::string_view rest;
    bool read = false;
};
std::size_t give(char* buffer, std::size_t size, std::size_t count, void* from) {
    auto& source = *static_cast<Source*>(from);
    source.read = true;
    const std::size_t n = std::min(size * count, source.rest.size());
    std::memcpy(buffer, source.rest.data(), n);
    source.rest.remove_prefix(n);
    return n;
}

void append(List& list, const std::string& word) {
    curl_slist* longer = curl_slist_append(list.get(), word.c_str());
    FRIST_CHECK(longer != nullptr);
    if (!list) list.reset(longer);
}

bool here(const std::string& url) {
    return url.find("://127.0.0.1") != std::string::npos || url.find("://localhost") != std::string::npos || url.find("://[::1]") != std::string::npos;
}

Easy open(const Host& host, const std::string& url) {
    begin();
    Easy easy(curl_easy_init());
    FRIST_CHECK(easy != nullptr);
    CURL* c = easy.get();
    curl_easy_setopt(c, CURLOPT_URL, url.c_str());
    curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, 20L);
    curl_easy_setopt(c, CURLOPT_TIMEOUT, 120L);
    curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "smtp,smtps,imap,imaps,sftp");
    curl_easy_setopt(c, CURLOPT_PROXY, "");
    if (!host.user.empty()) curl_easy_setopt(c, CURLOPT_USERNAME, host.user.c_str());
    if (!host.secret.empty()) curl_easy_setopt(c, host.key_file.empty() ? CURLOPT_PASSWORD : CURLOPT_KEYPASSWD, host.secret.c_str());
    if (!host.ca_file.empty()) curl_easy_setopt(c, CURLOPT_CAINFO, host.ca_file.c_str());
    curl_easy_setopt(c, CURLOPT_USE_SSL, static_cast<long>(here(host.url) && host.ca_file.empty() ? CURLUSESSL_TRY : CURLUSESSL_ALL));
    if (!host.key_file.empty()) {
        curl_easy_setopt(c, CURLOPT_SSH_AUTH_TYPES, static_cast<long>(CURLSSH_AUTH_PUBLICKEY));
        curl_easy_setopt(c, CURLOPT_SSH_PRIVATE_KEYFILE, host.key_file.c_str());
    }
    if (!host.known_hosts.empty()) curl_easy_setopt(c, CURLOPT_SSH_KNOWNHOSTS, host.known_hosts.c_str());
    return easy;
}

// Without what the server said: an answer may repeat an address.
Error wire_error(CURLcode code, const std::string& kind, const Host& host) {
    const bool denied = code == CURLE_LOGIN_DENIED || code == CURLE_REMOTE_ACCESS_DENIED;
    const bool missing = code == CURLE_REMOTE_FILE_NOT_FOUND;
    const std::string name = denied ? ".denied" : missing ? ".missing" : ".unreachable";
    return Error{kind + name, host.url, curl_easy_strerror(code), denied ? "Look at the user and the secret of this door." : missing ? "Look at the folder of this door." : "Look whether the server runs and is reached from here, then dispatch again."};
}

Result<std::string> ask(CURL* c, const std::string& kind, const Host& host) {
    std::string answer;
    curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(c, CURLOPT_WRITEDATA, &answer);
    const CURLcode code = curl_easy_perform(c);
    if (code != CURLE_OK) return wire_error(code, kind, host);
    return answer;
}

// A command of SFTP that is no transfer: it runs before the listing of the folder that `url` names.
Outcome command(const Host& host, const std::string& folder, const std::string& words) {
    const Easy easy = open(host, host.url + folder);
    List commands;
    append(commands, words);
    curl_easy_setopt(easy.get(), CURLOPT_QUOTE, commands.get());
    curl_easy_setopt(easy.get(), CURLOPT_NOBODY, 1L);
    const Result<std::string> answer = ask(easy.get(), "sftp", host);
    if (!answer.ok()) return answer.error();
    return done;
}

std::string in_quotes(const std::string& path) { return "\"" + path + "\""; }

}  // namespace

Reply send_mail(const Host& host, const std::string& sender, const std::vector<std::string>& recipients, const std::string& bytes) {
    const Easy easy = open(host, host.url);
    CURL* c = easy.get();
    List to;
    for (const std::string& recipient : recipients) append(to, "<" + recipient + ">");
    Source source{bytes};
    std::string ignored;
    curl_easy_setopt(c, CURLOPT_MAIL_FROM, ("<" + sender + ">").c_str());
    curl_easy_setopt(c, CURLOPT_MAIL_RCPT, to.get());
    curl_easy_setopt(c, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(c, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(c, CURLOPT_READDATA, &source);
    curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(c, CURLOPT_WRITEDATA, &ignored);
    const CURLcode code = curl_easy_perform(c);
    Reply reply;
    curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &reply.code);
    // A refused recipient looks like a broken connection; the truth stands in the response code.
    reply.reached = reply.code != 0;
    reply.after_data = source.read && code != CURLE_OK && reply.code < 400;
    if (code != CURLE_OK) reply.said = code == CURLE_LOGIN_DENIED ? "the server does not accept the user and the secret" : curl_easy_strerror(code);
    if (code == CURLE_OK && reply.code == 0) reply.code = 250;
    return reply;
}

Result<std::vector<std::string>> find_mails(const Host& host, const std::string& folder, const std::string& search) {
    const Easy easy = open(host, host.url + "/" + folder);
    curl_easy_setopt(easy.get(), CURLOPT_CUSTOMREQUEST, ("UID SEARCH " + search).c_str());
    FRIST_TRY(const std::string answer, ask(easy.get(), "imap", host));
    std::vector<std::string> numbers;
    const std::size_t at = answer.find("SEARCH");
    std::istringstream words(at == std::string::npos ? std::string() : answer.substr(at + 6, answer.find('\r', at) - at - 6));
    for (std::string word; words >> word;) numbers.push_back(word);
    return numbers;
}

Result<std::string> read_mail(const Host& host, const std::string& folder, const std::string& number) {
    const Easy easy = open(host, host.url + "/" + folder + "/;UID=" + number);
    return ask(easy.get(), "imap", host);
}

Result<std::vector<std::string>> list_files(const Host& host, const std::string& folder) {
    const Easy easy = open(host, host.url + folder + "/");
    curl_easy_setopt(easy.get(), CURLOPT_DIRLISTONLY, 1L);
    FRIST_TRY(const std::string answer, ask(easy.get(), "sftp", host));
    std::vector<std::string> names;
    std::istringstream lines(answer);
    for (std::string line; std::getline(lines, line);) {
        if (line.ends_with('\r')) line.pop_back();
        if (!line.empty() && line != "." && line != "..") names.push_back(line);
    }
    return names;
}

Result<std::string> read_file(const Host& host, const std::string& path) {
    const Easy easy = open(host, host.url + path);
    return ask(easy.get(), "sftp", host);
}

Outcome put_file(const Host& host, const std::string& path, const std::string& bytes) {
    const Easy easy = open(host, host.url + path);
    Source source{bytes};
    curl_easy_setopt(easy.get(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(easy.get(), CURLOPT_READFUNCTION, give);
    curl_easy_setopt(easy.get(), CURLOPT_READDATA, &source);
    curl_easy_setopt(easy.get(), CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(bytes.size()));
    const CURLcode code = curl_easy_perform(easy.get());
    if (code != CURLE_OK) return wire_error(code, "sftp", host);
    return done;
}

Outcome make_folder(const Host& host, const std::string& path) { return command(host, path.substr(0, path.rfind('/')) + "/", "mkdir " + in_quotes(path)); }

Outcome rename_file(const Host& host, const std::string& from, const std::string& to) {
    return command(host, from.substr(0, from.rfind('/')) + "/", "rename " + in_quotes(from) + " " + in_quotes(to));
}

}  // namespace frist::post
