package hebe.models.migration;

import hebe.sim.random.Streams;
import java.util.ArrayList;
import java.util.List;

/**
 * Live migration by post-copy, page by page from the moment at which the guest resumes at the
 * destination.
 *
 * <p>The link sends one page after another, each once: the page that the guest waits for as soon as
 * the request is there, else the next of the push. A touch of a page that was not sent yet asks for
 * it; a touch of one that is under way only waits.
 */
public final class PostCopy {
  private final PostCopyMemory memory;
  private final double halfTripSeconds;
  private final double pageSeconds;
  private final PushOrder order;
  private final double[] arrivalSeconds;
  private final List<Integer> touches;
  private int touched;
  private double guestSeconds;
  private boolean faulting;
  private int faults;
  private int waits;
  private double stallSeconds;

  private PostCopy(PostCopyMemory memory, PostCopyLink link, Push push) {
    this.memory = memory;
    halfTripSeconds = link.roundTripSeconds() / 2;
    pageSeconds = memory.pageBytes() / (link.bitsPerSecond() / Byte.SIZE);
    order = new PushOrder(push, memory.pages());
    arrivalSeconds = new double[memory.pages()];
    touches = touches(memory);
  }

  /** A migration alone on its link. */
  public static PostCopyRun run(PostCopyMemory memory, PostCopyLink link, Push push) {
    return new PostCopy(memory, link, push).run(link);
  }

  private PostCopyRun run(PostCopyLink link) {
    int slot = 0;
    while (!order.isEmpty()) {
      double now = slot * pageSeconds;
      letGuestRun(now);
      int page = isAskedFor(now) ? sendAsked() : order.sendNext();
      slot++;
      arrivalSeconds[page] = slot * pageSeconds + halfTripSeconds;
      if (faulting && page == touches.get(touched)) {
        faulting = false;
        faults++;
        waitFor(page);
      }
    }
    double pushSeconds = slot == 0 ? 0 : slot * pageSeconds + halfTripSeconds;
    letGuestRun(pushSeconds);
    return new PostCopyRun(
        slot,
        memory.workingSetPages(),
        (double) slot * memory.pageBytes() + link.stateBytes(),
        faults,
        waits,
        stallSeconds,
        pushSeconds,
        link.downtimeSeconds());
  }

  /** The guest touches pages until it faults or its clock has come to now. */
  private void letGuestRun(double now) {
    while (!faulting && touched < touches.size() && guestSeconds <= now) {
      int page = touches.get(touched);
      if (!order.isSent(page)) {
        faulting = true;
      } else {
        waits += arrivalSeconds[page] > guestSeconds ? 1 : 0;
        waitFor(page);
      }
    }
  }

  private boolean isAskedFor(double now) {
    return faulting && guestSeconds + halfTripSeconds <= now;
  }

  private int sendAsked() {
    int page = touches.get(touched);
    order.sendAsked(page);
    return page;
  }

  /** The guest gets the page, late or not, and goes on to its next touch. */
  private void waitFor(int page) {
    double arrival = Math.max(guestSeconds, arrivalSeconds[page]);
    stallSeconds += arrival - guestSeconds;
    guestSeconds = arrival + 1 / memory.touchesPerSecond();
    touched++;
  }

  /** The pages in the order of their first touch. */
  private static List<Integer> touches(PostCopyMemory memory) {
    Streams streams = new Streams(memory.seed(), 0, 1);
    streams.open(0, "migration/touches");
    List<Integer> starts = new ArrayList<>();
    for (int start = 0; start < memory.pages(); start += memory.runPages()) {
      starts.add(start);
    }
    for (int i = starts.size() - 1; i > 0; i--) {
      java.util.Collections.swap(starts, i, (int) (streams.nextUniform(0) * (i + 1)));
    }
    List<Integer> touches = new ArrayList<>();
    for (int start : starts) {
      int end = Math.min(start + memory.runPages(), memory.pages());
      for (int page = start; page < end && touches.size() < memory.workingSetPages(); page++) {
        touches.add(page);
      }
    }
    return touches;
  }
}
