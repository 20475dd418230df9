package hebe.models.migration;

import hebe.models.migration.ControlLaw.Live;
import hebe.models.migration.ControlLaw.Next;
import hebe.models.migration.ControlLaw.Progress;
import hebe.models.migration.ControlLaw.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One migration on a shared link. */
final class LinkUser {
  private final SharedLink.Guest guest;
  private final List<Round> rounds = new ArrayList<>();
  private Next next;
  private WindowedPass pass;
  private double pendingBytes;
  private double elapsedSeconds;
  private double sentBytes;
  private Optional<PreCopyRun> result = Optional.empty();

  LinkUser(SharedLink.Guest guest) {
    this.guest = guest;
    pendingBytes = guest.memory().memoryBytes();
    next = guest.law().next(progress());
    pass = pass();
  }

  boolean active() {
    return result.isEmpty();
  }

  double wantedBytesPerSecond() {
    return next.bitsPerSecond() / Byte.SIZE;
  }

  double secondsLeft(double bytesPerSecond) {
    return next instanceof Live
        ? pass.secondsLeft(elapsedSeconds, sentBytes, bytesPerSecond)
        : Math.max(0, pendingBytes - sentBytes) / bytesPerSecond;
  }

  void send(double seconds, double bytesPerSecond) {
    elapsedSeconds += seconds;
    sentBytes += seconds * bytesPerSecond;
  }

  void endPass() {
    if (next instanceof Stop stop) {
      result =
          Optional.of(
              new PreCopyRun(
                  rounds, pendingBytes, elapsedSeconds, stop.reason(), guest.switchOver()));
    } else if (next instanceof Live live) {
      double sent = pass.bytes(elapsedSeconds);
      double dirtied = pass.dirtied(elapsedSeconds);
      Passes.Pass done = new Passes.Pass(sent, pendingBytes - sent, dirtied, elapsedSeconds);
      rounds.add(new Round(done, live.bitsPerSecond(), live.guestSpeed()));
      pendingBytes = dirtied;
      next = guest.law().next(progress());
      elapsedSeconds = 0;
      sentBytes = 0;
      pass = pass();
    }
  }

  PreCopyRun result() {
    return result.orElseThrow();
  }

  private Progress progress() {
    return new Progress(guest.memory().memoryBytes(), rounds, pendingBytes);
  }

  private WindowedPass pass() {
    double speed = next instanceof Live live ? live.guestSpeed() : 1;
    return new WindowedPass(guest.memory(), rounds.isEmpty(), pendingBytes, speed);
  }
}
