// Playback sessions of one gateway process: who watches what, on which device, with which content key.
#include "session_cache.h"

#include <algorithm>

namespace playback {

using ReadLock = std::shared_lock<std::shared_mutex>;
using WriteLock = std::unique_lock<std::shared_mutex>;

std::optional<Ticket> SessionCache::start(const Caller& caller, std::string_view title) {
  const auto same_account = [&](const Session& one) { return one.account == caller.account; };
  {
    ReadLock lock(mutex_);
    const auto screens = std::count_if(order_.begin(), order_.end(), same_account);
    if (screens >= caller.screens_allowed) return std::nullopt;
  }
  // The key service answers within 80 ms; nobody else waits for it.
  ContentKey key = keys_->issue(caller.account, title);

  WriteLock lock(mutex_);
  if (order_.size() >= capacity_) evict_oldest();
  std::string id = gateway_ + "-" + std::to_string(next_id_++);
  order_.push_front({std::move(id), caller.account, caller.device, std::string(title), key});
  Session& session = order_.front();
  by_id_[session.id] = order_.begin();
  by_device_[caller.device] = &session;
  return ticket(session);
}

// After a short loss of connection the device goes on where it was.
std::optional<Ticket> SessionCache::resume(const Caller& caller) {
  ReadLock lock(mutex_);
  const auto found = by_device_.find(caller.device);
  if (found == by_device_.end()) return std::nullopt;
  resumed_.fetch_add(1, std::memory_order_relaxed);
  return ticket(*found->second);
}

// "Continue on this screen": the session moves to the device that asks for it.
std::optional<Ticket> SessionCache::move_here(const Caller& caller, std::string_view id) {
  WriteLock lock(mutex_);
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return std::nullopt;
  Session& session = *found->second;
  by_device_.erase(session.device);
  session.device = caller.device;
  by_device_[session.device] = &session;
  return ticket(session);
}

bool SessionCache::stop(const Caller& caller, std::string_view id) {
  WriteLock lock(mutex_);
  const auto found = by_id_.find(id);
  if (found == by_id_.end() || found->second->account != caller.account) return false;
  const auto node = found->second;
  by_device_.erase(node->device);
  by_id_.erase(found);
  order_.erase(node);
  return true;
}

void SessionCache::evict_oldest() {
  by_id_.erase(order_.back().id);
  order_.pop_back();
}

Ticket SessionCache::ticket(const Session& session) {
  return {session.id, session.account, session.title, session.key};
}

}  // namespace playback
