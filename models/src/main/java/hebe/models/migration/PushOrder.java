package hebe.models.migration;

import java.util.BitSet;

/** What the source of a post-copy has not sent yet. */
final class PushOrder {
  private final Push push;
  private final BitSet unsent = new BitSet();
  private int right;
  private int left = -1;
  private boolean rightIsNext = true;

  PushOrder(Push push, int pages) {
    this.push = push;
    unsent.set(0, pages);
  }

  boolean isEmpty() {
    return unsent.isEmpty();
  }

  boolean isSent(int page) {
    return !unsent.get(page);
  }

  /** Sends the page that the guest asked for. */
  void sendAsked(int page) {
    unsent.clear(page);
    if (push == Push.AROUND_LAST_FAULT) {
      right = page + 1;
      left = page - 1;
      rightIsNext = true;
    }
  }

  /** Sends a page that nobody asked for and says which; there must be one. */
  int sendNext() {
    right = unsent.nextSetBit(right) < 0 ? unsent.length() : unsent.nextSetBit(right);
    left = left < 0 ? -1 : unsent.previousSetBit(left);
    boolean toTheRight = left < 0 || (rightIsNext && right < unsent.length());
    int page = toTheRight ? right : left;
    rightIsNext = !toTheRight;
    unsent.clear(page);
    return page;
  }
}
