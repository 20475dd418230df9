package hebe.models.migration;

/** Passes over a windowed memory at constant rates. */
final class WindowedPasses implements Passes {
  private final Windowed memory;
  private boolean first = true;
  private double pendingBytes;

  WindowedPasses(Windowed memory) {
    this.memory = memory;
    pendingBytes = memory.memoryBytes();
  }

  @Override
  public double pendingBytes() {
    return pendingBytes;
  }

  @Override
  public Pass copy(double bytesPerSecond, double guestSpeed) {
    WindowedPass pass = new WindowedPass(memory, first, pendingBytes, guestSpeed);
    double seconds = pass.secondsLeft(0, 0, bytesPerSecond);
    double sent = pass.bytes(seconds);
    double skipped = pendingBytes - sent;
    pendingBytes = pass.dirtied(seconds);
    first = false;
    return new Pass(sent, skipped, pendingBytes, seconds);
  }
}
