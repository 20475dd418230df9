package hebe.scenarios.connection;

import hebe.models.connection.wrap.DownPolicy;
import java.util.Locale;

/** Words for what a client hears while its server is down. */
public final class PolicyWords {
  private PolicyWords() {}

  /** Its name in options and tables. */
  public static String label(DownPolicy policy) {
    return policy.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Its name with its number in docs/connections.md, P0 to P3. */
  public static String numbered(DownPolicy policy) {
    return number(policy) + " " + label(policy);
  }

  /** The name for a number, P0 to P3; other words as they are. */
  public static String named(String word) {
    for (DownPolicy policy : DownPolicy.values()) {
      if (word.equalsIgnoreCase(number(policy))) {
        return label(policy);
      }
    }
    return word;
  }

  private static String number(DownPolicy policy) {
    return switch (policy) {
      case SILENT -> "P0";
      case ZERO_WINDOW -> "P1";
      case LOGGED_ZERO_WINDOW -> "P2";
      case LOGGED_OPEN -> "P3";
    };
  }
}
