// A belt between threads: one puts items on, several work on them, one takes them off in the order in which they were
// put on. Bounded by the weight of what lies on it, so that a fast reader cannot fill the memory.
#pragma once

#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <utility>

namespace izde::indexer {

template <class Item>
class Conveyor {
 public:
  /// `capacity` in the unit of the weights given to put(); one item may always be put on an empty belt.
  explicit Conveyor(std::size_t capacity) : capacity_(capacity) {}

  /// Waits for room. False once the belt was cancelled: stop producing.
  bool put(Item item, std::size_t weight) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return cancelled_ || belt_.empty() || weight_ + weight <= capacity_; });
    if (cancelled_) return false;
    weight_ += weight;
    belt_.push_back({std::move(item), weight, false, nullptr});
    work_.notify_one();
    return true;
  }

  /// No more will be put on. With an exception, take() throws it after what lies on the belt.
  void close(std::exception_ptr failure = nullptr) {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
    failure_ = std::move(failure);
    work_.notify_all();
    done_.notify_all();
  }

  /// Ends put() and work() at once; for the taker that cannot go on.
  void cancel() {
    const std::scoped_lock lock(mutex_);
    cancelled_ = true;
    work_.notify_all();
    room_.notify_all();
  }

  /// Runs on each working thread until the belt is closed and worked through. Where much lies on the belt, several
  /// items are taken and told done together: waking the taker costs as much as working on a small one.
  template <class Step>
  void work(Step step) {
    {
      const std::scoped_lock lock(mutex_);
      ++workers_;
    }
    for (;;) {
      std::unique_lock lock(mutex_);
      work_.wait(lock, [&] { return cancelled_ || next_ < belt_.size() || closed_; });
      if (cancelled_ || next_ >= belt_.size()) return;
      std::array<Place*, kAtOnce> places{};  // references into a deque outlive changes at its ends
      const std::size_t count = share_of_one();
      for (std::size_t i = 0; i < count; ++i) places[i] = &belt_[next_++];
      lock.unlock();
      for (std::size_t i = 0; i < count; ++i) {
        try {
          step(places[i]->item);
        } catch (...) {
          places[i]->failure = std::current_exception();
        }
      }
      lock.lock();
      for (std::size_t i = 0; i < count; ++i) places[i]->done = true;
      done_.notify_all();
    }
  }

  /// The oldest item once it is worked on; nothing at the end. Throws what its work threw.
  std::optional<Item> take() {
    std::unique_lock lock(mutex_);
    done_.wait(lock, [&] { return (!belt_.empty() && belt_.front().done) || (belt_.empty() && closed_); });
    if (belt_.empty()) {
      if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
      return std::nullopt;
    }
    Place place = std::move(belt_.front());
    belt_.pop_front();
    --next_;
    weight_ -= place.weight;
    if (weight_ <= capacity_ / 2 || belt_.empty()) room_.notify_all();  // so that it wakes to more than one put
    if (place.failure) std::rethrow_exception(place.failure);
    return std::move(place.item);
  }

 private:
  struct Place {
    Item item;
    std::size_t weight;
    bool done;
    std::exception_ptr failure;
  };

  static constexpr std::size_t kAtOnce = 16;

  /// Items for one thread to take, so that the others find work too and none waits long for its neighbours.
  std::size_t share_of_one() const {
    const std::size_t most = std::clamp<std::size_t>((belt_.size() - next_) / (2 * workers_), 1, kAtOnce);
    std::size_t weight = belt_[next_].weight;
    std::size_t count = 1;
    while (count < most && (weight += belt_[next_ + count].weight) <= capacity_ / 64) ++count;
    return count;
  }

  std::mutex mutex_;
  std::condition_variable room_, work_, done_;
  std::deque<Place> belt_;
  std::size_t next_ = 0;  // first place nobody works on yet
  std::size_t weight_ = 0;
  std::size_t workers_ = 0;
  const std::size_t capacity_;
  bool closed_ = false;
  bool cancelled_ = false;
  std::exception_ptr failure_;
};

}  // namespace izde::indexer
