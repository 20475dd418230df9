package hebe.models.recovery;

/** Who performs a task. */
public sealed interface Actor {
  /** The name in pictures. */
  String label();

  /** A part of the host. */
  record Part(String label) implements Actor {}

  /**
   * A guest.
   *
   * @param number from 0
   */
  record Guest(int number) implements Actor {
    @Override
    public String label() {
      return "guest " + (number + 1);
    }
  }

  /** The machine itself. */
  static Actor hardware() {
    return new Part("hardware");
  }

  /** The VMM. */
  static Actor vmm() {
    return new Part("vmm");
  }

  /** The control domain. */
  static Actor dom0() {
    return new Part("dom0");
  }
}
