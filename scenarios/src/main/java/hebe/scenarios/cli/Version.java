package hebe.scenarios.cli;

import java.util.Optional;
import picocli.CommandLine;

/** Which Hebe this is. */
final class Version implements CommandLine.IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {text()};
  }

  /** The version in the jar's manifest; classes that are not in a jar have none. */
  static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }

  static String text() {
    return "hebe " + number() + " on Java " + System.getProperty("java.version");
  }
}
