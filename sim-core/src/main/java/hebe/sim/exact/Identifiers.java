package hebe.sim.exact;

import java.util.HashSet;
import java.util.Set;

/** Names made into identifiers of PRISM: letters, digits and _, no keyword, each once. */
final class Identifiers {
  private static final Set<String> KEYWORDS =
      Set.of(
          ("A bool clock const ctmc C double dtmc E endinit endinvariant endmodule endobservables"
                  + " endrewards endsystem false formula filter func F global G init invariant I int"
                  + " label max mdp min module X nondeterministic observable observables of Pmax Pmin"
                  + " P pomdp popta probabilistic prob pta rate rewards Rmax Rmin R S stochastic"
                  + " system true U W deadlock")
              .split(" "));

  private final Set<String> given = new HashSet<>();

  /** The identifier for a name; what came before keeps its own. */
  String of(String name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (i == 0 && digit) {
        text.append('_');
      }
      text.append(digit || letter ? c : '_');
    }
    String base = text.isEmpty() || KEYWORDS.contains(text.toString()) ? text + "_" : "" + text;
    String free = base;
    for (int number = 2; !given.add(free); number++) {
      free = base + "_" + number;
    }
    return free;
  }
}
