// One description of a struct's fields serves JSON out, JSON in and the compact binary snapshot.
//
//   struct CaseResumed { Date on; };
//   template <class Visit> void fields(Visit& visit, CaseResumed& e) { visit("on", e.on); }
//
// JSON reading is additive: a field that is missing keeps its default, an unknown one is skipped, so
// that everything ever written can still be read. Enumerations give their names by
// `constexpr auto names_of(E)` (found by argument), in the order of their values, from 0.
#pragma once
#include "base/date.h"
#include "base/result.h"

#include <boost/json.hpp>

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <array>
#include <type_traits>
#include <vector>

namespace frist {

template <class E>
    requires std::is_enum_v<E>
constexpr std::string_view name_of(E value) {
    return names_of(value)[static_cast<std::size_t>(value)];
}

template <class E>
    requires std::is_enum_v<E>
std::optional<E> enum_of(std::string_view name) {
    const auto names = names_of(E{});
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<E>(i);
    return std::nullopt;
}

// Types with a one-line text form (Date, Money, Rate …) specialise this: to(value), from(text).
template <class T>
struct TextForm;

template <>
struct TextForm<Date> {
    static std::string to(Date date) { return text(date); }
    static Result<Date> from(std::string_view s) { return Date::parse(s); }
};

template <class T>
concept HasTextForm = requires(const T& v) { TextForm<T>::to(v); };
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

class JsonWriter {
public:
    template <class T>
    void operator()(const char* name, const T& value) {
        object_.emplace(name, value_of(value));
    }
    template <class T>
    static boost::json::value value_of(const T& value) {
        if constexpr (std::is_same_v<T, bool>) return value;
        else if constexpr (std::is_integral_v<T>) return static_cast<std::int64_t>(value);
        else if constexpr (std::is_same_v<T, std::string>) return boost::json::string(value);
        else if constexpr (std::is_enum_v<T>) return boost::json::string(name_of(value));
        else if constexpr (HasTextForm<T>) return boost::json::string(TextForm<T>::to(value));
        else if constexpr (IsOptional<T>::value) return value ? value_of(*value) : boost::json::value(nullptr);
        else if constexpr (IsVector<T>::value) {
            boost::json::array array;
            array.reserve(value.size());
            for (const auto& item : value) array.push_back(value_of(static_cast<const typename T::value_type&>(item)));
            return array;
        } else {
            JsonWriter inner;
            fields(inner, const_cast<T&>(value));
            return std::move(inner.object_);
        }
    }
    boost::json::object take() { return std::move(object_); }

private:
    boost::json::object object_;
};

class JsonReader {
public:
    explicit JsonReader(const boost::json::object& object) : object_(object) {}
    template <class T>
    void operator()(const char* name, T& value) {
        if (error) return;
        const boost::json::value* found = object_.if_contains(name);
        if (found != nullptr && !read(*found, value) && !error)
            error = Error{"json.type", name, "the value does not have the wanted form", "The record was damaged or written by a newer version."};
    }
    std::optional<Error> error;

private:
    template <class T>
    bool read(const boost::json::value& from, T& to) {
        if constexpr (std::is_same_v<T, bool>) {
            if (!from.is_bool()) return false;
            to = from.get_bool();
        } else if constexpr (std::is_integral_v<T>) {
            if (!from.is_int64()) return false;
            to = static_cast<T>(from.get_int64());
        } else if constexpr (std::is_same_v<T, std::string>) {
            if (!from.is_string()) return false;
            to.assign(from.get_string().data(), from.get_string().size());
        } else if constexpr (std::is_enum_v<T>) {
            if (!from.is_string()) return false;
            const auto value = enum_of<T>(std::string_view(from.get_string()));
            if (!value) return false;
            to = *value;
        } else if constexpr (HasTextForm<T>) {
            if (!from.is_string()) return false;
            auto value = TextForm<T>::from(std::string_view(from.get_string()));
            if (!value.ok()) return false;
            to = *value;
        } else if constexpr (IsOptional<T>::value) {
            if (from.is_null()) {
                to.reset();
                return true;
            }
            return read(from, to.emplace());
        } else if constexpr (IsVector<T>::value) {
            if (!from.is_array()) return false;
            to.clear();
            for (const auto& item : from.get_array()) {
                typename T::value_type value{};
                if (!read(item, value)) return false;
                to.push_back(std::move(value));
            }
        } else {
            if (!from.is_object()) return false;
            JsonReader inner(from.get_object());
            fields(inner, to);
            if (inner.error) {
                error = inner.error;
                return false;
            }
        }
        return true;
    }
    const boost::json::object& object_;
};

template <class T>
boost::json::object to_json(const T& value) {
    JsonWriter writer;
    fields(writer, const_cast<T&>(value));
    return writer.take();
}

template <class T>
Result<T> from_json(const boost::json::object& object) {
    T value{};
    JsonReader reader(object);
    fields(reader, value);
    if (reader.error) return *reader.error;
    return value;
}

// Compact little-endian snapshot: no names, only for a cache that can be rebuilt. Types with a binary
// form specialise BinaryForm: to(value) and from(int64) for a single integer.
template <class T>
struct BinaryForm;

template <>
struct BinaryForm<Date> {
    static std::int64_t to(Date date) { return date.days_since_1970(); }
    static Date from(std::int64_t n) { return Date::from_days(static_cast<std::int32_t>(n)); }
};

template <class T>
concept HasBinaryForm = requires(const T& v) { BinaryForm<T>::to(v); };

class BinaryWriter {
public:
    template <class T>
    void operator()(const char*, const T& value) { put(value); }
    std::string take() { return std::move(bytes_); }

private:
    void number(std::int64_t value) {
        // Zig-zag and seven bits a byte: most of our numbers are small.
        auto rest = (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
        while (rest >= 0x80) {
            bytes_.push_back(static_cast<char>(rest | 0x80));
            rest >>= 7;
        }
        bytes_.push_back(static_cast<char>(rest));
    }
    template <class T>
    void put(const T& value) {
        if constexpr (std::is_integral_v<T>) number(static_cast<std::int64_t>(value));
        else if constexpr (std::is_enum_v<T>) number(static_cast<std::int64_t>(value));
        else if constexpr (HasBinaryForm<T>) number(BinaryForm<T>::to(value));
        else if constexpr (std::is_same_v<T, std::string>) {
            number(static_cast<std::int64_t>(value.size()));
            bytes_ += value;
        } else if constexpr (IsOptional<T>::value) {
            bytes_.push_back(value ? 1 : 0);
            if (value) put(*value);
        } else if constexpr (IsVector<T>::value) {
            number(static_cast<std::int64_t>(value.size()));
            for (const auto& item : value) put(static_cast<const typename T::value_type&>(item));
        } else {
            fields(*this, const_cast<T&>(value));
        }
    }
    std::string bytes_;
};

class BinaryReader {
public:
    explicit BinaryReader(std::string_view bytes) : rest_(bytes) {}
    template <class T>
    void operator()(const char*, T& value) { get(value); }
    [[nodiscard]] bool good() const { return good_ && rest_.empty(); }

private:
    std::int64_t number() {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            if (rest_.empty()) break;
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7f) << (shift < 64 ? shift : 63);
            if (byte < 0x80) return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
        }
        good_ = false;
        return 0;
    }
    template <class T>
    void get(T& value) {
        if (!good_) return;
        if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) value = static_cast<T>(number());
        else if constexpr (HasBinaryForm<T>) value = BinaryForm<T>::from(number());
        else if constexpr (std::is_same_v<T, std::string>) {
            const auto size = static_cast<std::uint64_t>(number());
            if (size > rest_.size()) {
                good_ = false;
                return;
            }
            value.assign(rest_.substr(0, size));
            rest_.remove_prefix(size);
        } else if constexpr (IsOptional<T>::value) {
            if (rest_.empty()) {
                good_ = false;
                return;
            }
            const bool there = rest_.front() != 0;
            rest_.remove_prefix(1);
            if (there) get(value.emplace());
            else value.reset();
        } else if constexpr (IsVector<T>::value) {
            const auto size = static_cast<std::uint64_t>(number());
            if (size > rest_.size()) {
                good_ = false;
                return;
            }
            value.clear();
            for (std::uint64_t i = 0; i < size && good_; ++i) get(value.emplace_back());
        } else {
            fields(*this, value);
        }
    }
    std::string_view rest_;
    bool good_ = true;
};

// The names of all fields in their order, inner ones too: what a snapshot's bytes mean.
class ShapeWriter {
public:
    template <class T>
    void operator()(const char* name, const T&) {
        words_ += name;
        words_ += ' ';
        of<T>();
    }
    [[nodiscard]] const std::string& words() const { return words_; }

private:
    template <class T>
    void of() {
        if constexpr (IsOptional<T>::value) {
            words_ += "? ";
            of<typename T::value_type>();
        } else if constexpr (IsVector<T>::value) {
            words_ += "* ";
            of<typename T::value_type>();
        } else if constexpr (!std::is_integral_v<T> && !std::is_enum_v<T> && !HasBinaryForm<T> && !std::is_same_v<T, std::string>) {
            T inner{};
            fields(*this, inner);
        }
    }
    std::string words_;
};

// Four bytes that change when a field is added, taken away or moved (FNV-1a of the shape).
template <class T>
const std::string& shape_of() {
    static const std::string shape = [] {
        ShapeWriter writer;
        T value{};
        fields(writer, value);
        std::uint32_t hash = 2166136261U;
        for (const char c : writer.words()) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
        std::string bytes;
        for (int shift = 0; shift < 32; shift += 8) bytes.push_back(static_cast<char>(hash >> shift & 0xff));
        return bytes;
    }();
    return shape;
}

template <class T>
std::string to_binary(const T& value) {
    BinaryWriter writer;
    fields(writer, const_cast<T&>(value));
    return shape_of<T>() + writer.take();
}

// Whether the bytes were written by a program that has the same fields; else they are made anew from the events.
template <class T>
bool has_shape(std::string_view bytes) {
    return bytes.starts_with(shape_of<T>());
}

template <class T>
Result<T> from_binary(std::string_view bytes) {
    T value{};
    const bool same = has_shape<T>(bytes);
    BinaryReader reader(same ? bytes.substr(shape_of<T>().size()) : bytes);
    if (same) fields(reader, value);
    if (!same || !reader.good()) return Error{"snapshot.damaged", "", "the stored snapshot cannot be read", "Restore the latest backup that verifies."};
    return value;
}

}  // namespace frist
