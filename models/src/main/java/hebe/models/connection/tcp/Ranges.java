package hebe.models.connection.tcp;

import java.util.ArrayList;
import java.util.List;

/** A growing set of numbers, kept as disjoint ranges in ascending order. */
public final class Ranges {
  private final List<Range> ranges = new ArrayList<>();

  /** Adds the numbers from {@code from} to {@code to}, the last excluded. */
  public void add(long from, long to) {
    if (from >= to) {
      return;
    }
    int at = 0;
    while (at < ranges.size() && ranges.get(at).to < from) {
      at++;
    }
    long low = from;
    long high = to;
    while (at < ranges.size() && ranges.get(at).from <= to) {
      Range joined = ranges.remove(at);
      low = Math.min(low, joined.from);
      high = Math.max(high, joined.to);
    }
    ranges.add(at, new Range(low, high));
  }

  /** Whether all numbers from {@code from} to {@code to}, the last excluded, are in it. */
  public boolean covers(long from, long to) {
    return from >= to || ranges.stream().anyMatch(range -> range.from <= from && to <= range.to);
  }

  /** Takes out all numbers from here on. */
  public void cut(long from) {
    ranges.removeIf(range -> range.from >= from);
    int last = ranges.size() - 1;
    if (last >= 0 && ranges.get(last).to > from) {
      ranges.set(last, new Range(ranges.get(last).from, from));
    }
  }

  /** How many numbers are in it. */
  public long size() {
    long size = 0;
    for (Range range : ranges) {
      size += range.to - range.from;
    }
    return size;
  }

  /** How many of these numbers, the last excluded, are not in it. */
  public long missing(long from, long to) {
    long there = 0;
    for (Range range : ranges) {
      there += Math.max(0, Math.min(to, range.to) - Math.max(from, range.from));
    }
    return to - from - there;
  }

  /** The first number from here on that is missing. */
  public long firstMissing(long from) {
    for (Range range : ranges) {
      if (range.from <= from && from < range.to) {
        return range.to;
      }
    }
    return from;
  }

  private record Range(long from, long to) {}
}
