package hebe.models.client;

import hebe.models.client.Protection.FtTcp;
import java.util.ArrayList;
import java.util.List;

/**
 * What outages of some lengths mean for a kind of connection that they meet at once.
 *
 * @param server what happens at the server
 * @param connection what the connection does
 * @param fates for each of the lengths
 */
public record OutageMeaning(String server, String connection, List<Fate> fates) {
  public OutageMeaning {
    fates = List.copyOf(fates);
  }

  /**
   * What becomes of it.
   *
   * @param lost share of the connections that are lost
   * @param waitSeconds mean time that its client waits in vain
   */
  public record Fate(double lost, double waitSeconds) {}

  /** The meanings of these lengths, in seconds, by what may happen under a protection. */
  public static List<OutageMeaning> of(
      Population population, Protection protection, List<Double> outageSeconds) {
    Outlook outlook = new Outlook(population, protection);
    List<OutageMeaning> meanings = new ArrayList<>();
    for (Treatment treatment : treatments(protection)) {
      for (Share share : outlook.shares(treatment)) {
        List<Fate> fates = outageSeconds.stream().map(share::fate).toList();
        meanings.add(new OutageMeaning(words(treatment), share.label(), fates));
      }
    }
    return meanings;
  }

  private static List<Treatment> treatments(Protection protection) {
    if (!(protection instanceof FtTcp wrap)) {
      return List.of(Treatment.KEPT, Treatment.TOLD, Treatment.FORGOTTEN);
    }
    return wrap.log().place() == Protection.Place.OTHER_HOST
        ? List.of(Treatment.RESTORED, Treatment.RESTORED_IN_SILENCE)
        : List.of(Treatment.RESTORED);
  }

  private static String words(Treatment treatment) {
    return switch (treatment) {
      case KEPT -> "guest keeps its memory";
      case TOLD -> "orderly end, or service alone fails";
      case FORGOTTEN -> "guest or host crashes";
      case RESTORED -> "FT-TCP restores it";
      case RESTORED_IN_SILENCE -> "FT-TCP restores it after the host failed";
    };
  }
}
