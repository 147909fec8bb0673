#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "key_issuer.h"  // KeyIssuer, ContentKey

namespace playback {

// What the edge has proven: the account by its token, the device by its certificate.
struct Caller {
  std::string account, device;
  int screens_allowed;
};

struct Ticket {
  std::string id, account, title;
  ContentKey key;
};

class SessionCache {
 public:
  SessionCache(std::string gateway, std::size_t capacity, std::unique_ptr<KeyIssuer> keys)
      : gateway_(std::move(gateway)), capacity_(capacity), keys_(std::move(keys)) {}

  std::optional<Ticket> start(const Caller& caller, std::string_view title);
  std::optional<Ticket> resume(const Caller& caller);
  std::optional<Ticket> move_here(const Caller& caller, std::string_view id);
  bool stop(const Caller& caller, std::string_view id);

 private:
  struct Session {
    std::string id, account, device, title;
    ContentKey key;
  };

  void evict_oldest();  // The caller holds the lock for writing.
  static Ticket ticket(const Session& session);

  const std::string gateway_;
  const std::size_t capacity_;
  const std::unique_ptr<KeyIssuer> keys_;
  mutable std::shared_mutex mutex_;
  std::uint64_t next_id_ = 1;
  std::atomic<std::uint64_t> resumed_{0};
  std::list<Session> order_;  // newest first
  std::unordered_map<std::string_view, std::list<Session>::iterator> by_id_;
  std::unordered_map<std::string, Session*> by_device_;
};

}  // namespace playback
