package hebe.models.recovery;

import hebe.models.catalog.Profile;
import java.util.Set;

/** For what a technique that replaces the VMM under its guests is made. */
public enum InPlaceUse {
  /** The old VMM runs and hands over what it knows of its guests. */
  BY_PLAN,
  /** The old VMM has failed and has stopped its guests; a copy of it boots. */
  AFTER_CRASH;

  /** ReHype and its like. Source: docs/sources.md#in-place. */
  private static final Set<String> RECOVERING = Set.of("rehype-2011");

  /** The use of a technique of the catalog, or of one that is based on it. */
  public static InPlaceUse of(Profile technique) {
    return RECOVERING.contains(technique.name()) ? AFTER_CRASH : BY_PLAN;
  }
}
