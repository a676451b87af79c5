// A zip file in memory, the container of XLSX and ODS. Nothing is inflated before the sizes that the file itself names
// have been looked at, and never more than those.
#pragma once
#include "base/result.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace frist::sheets {

class Container {
public:
    // The bytes must outlive it. Errors sheet.zip, sheet.encrypted, sheet.bomb.
    static Result<Container> open(std::string_view bytes);
    Container(Container&&) noexcept;
    Container& operator=(Container&&) noexcept;
    ~Container();

    [[nodiscard]] bool has(std::string_view part) const;
    // Of all parts, in the order of the file; folders among them end with /.
    [[nodiscard]] std::vector<std::string> parts() const;
    // Inflated; 0 when there is no such part.
    [[nodiscard]] std::size_t size(std::string_view part) const;
    // Hands the part over in pieces until `take` says no. Errors sheet.part (missing), sheet.zip (damaged).
    Outcome read(std::string_view part, const std::function<bool(std::string_view)>& take) const;
    // The first bytes of a small part; empty when there is none.
    [[nodiscard]] std::string begin_of(std::string_view part, std::size_t most) const;

private:
    struct Inside;
    explicit Container(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}  // namespace frist::sheets
