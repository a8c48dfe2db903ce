#include "schema/packing.hpp"

#include "schema/bytes.hpp"
#include "schema_dictionaries.hpp"

#include <array>
#include <memory>
#include <new>

#include <zstd.h>

namespace izde::schema {
namespace {

constexpr int kLevel = 3;                       // higher ones save a hundredth and take four times as long
constexpr std::uint64_t kLargest = 1ULL << 28;  // bytes of one text; more is damage

struct Free {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
  void operator()(ZSTD_CDict* dictionary) const { ZSTD_freeCDict(dictionary); }
  void operator()(ZSTD_DDict* dictionary) const { ZSTD_freeDDict(dictionary); }
};

// Made when they are first used, and shared by all threads.
struct Dictionaries {
  std::array<std::unique_ptr<ZSTD_CDict, Free>, 4> packing;
  std::array<std::unique_ptr<ZSTD_DDict, Free>, 4> unpacking;

  static const Dictionaries& instance() {
    static const Dictionaries all;
    return all;
  }

 private:
  Dictionaries() {
    using analysis::Language;
    const auto take = [this](Language language, std::string_view bytes) {
      const auto i = static_cast<std::size_t>(language);
      packing[i].reset(ZSTD_createCDict(bytes.data(), bytes.size(), kLevel));
      unpacking[i].reset(ZSTD_createDDict(bytes.data(), bytes.size()));
      if (packing[i] == nullptr || unpacking[i] == nullptr) throw std::bad_alloc();
    };
    take(Language::vi, dictionaries::text_vi);
    take(Language::kk, dictionaries::text_kk);
    take(Language::ru, dictionaries::text_ru);
    take(Language::other, dictionaries::text_vi);  // mostly Latin letters
  }
};

ZSTD_CCtx* new_packer() {
  ZSTD_CCtx* const context = ZSTD_createCCtx();
  if (context == nullptr) throw std::bad_alloc();
  // What the record says itself is not said again.
  ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, kLevel);
  ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0);
  ZSTD_CCtx_setParameter(context, ZSTD_c_dictIDFlag, 0);
  return context;
}

}  // namespace

std::string pack(std::string_view text, analysis::Language language) {
  thread_local const std::unique_ptr<ZSTD_CCtx, Free> context(new_packer());
  const auto row = static_cast<std::size_t>(language);
  ZSTD_CCtx_refCDict(context.get(), Dictionaries::instance().packing[row].get());
  std::string out;
  append_number(out, text.size());
  out.push_back(static_cast<char>(row));
  const std::size_t head = out.size();
  out.resize(head + ZSTD_compressBound(text.size()));
  const std::size_t size =
      ZSTD_compress2(context.get(), out.data() + head, out.size() - head, text.data(), text.size());
  if (ZSTD_isError(size) != 0) throw std::bad_alloc();  // all that can go wrong with this much room
  out.resize(head + size);
  return out;
}

std::string unpack(std::string_view bytes) {
  thread_local const std::unique_ptr<ZSTD_DCtx, Free> context(ZSTD_createDCtx());
  BytesReader in(bytes);
  const std::uint64_t size = in.number();
  const auto row = static_cast<unsigned char>(in.take(1)[0]);
  if (size > kLargest || row >= Dictionaries::instance().unpacking.size()) throw BytesError();
  const std::string_view packed = in.take(in.left());
  std::string text(size, '\0');
  const std::size_t got = ZSTD_decompress_usingDDict(context.get(), text.data(), text.size(), packed.data(),
                                                     packed.size(), Dictionaries::instance().unpacking[row].get());
  if (got != size) throw BytesError();
  return text;
}

}  // namespace izde::schema
