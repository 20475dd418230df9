package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.law.Erlang;
import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.ModelBuilder;
import org.junit.jupiter.api.Test;

class ChainDiagramTest {

  @Test
  void smallChain_showsStatesByNameAndRates() throws UnsolvableException {
    ModelBuilder model = new ModelBuilder();
    model.root().counter("constant", 0, 5, 3);
    Component run = model.root().component("run", "up", "down");
    run.transition("fail").from("up").to("down").after(Exponential.ofRate(1.0 / 3));
    run.transition("repair").from("down").to("up").after(new Erlang(2, 4));
    assertThat(ChainDiagram.dot(StateSpace.explore(model.build(), 9)).orElseThrow())
        .isEqualTo(
            """
            digraph chain {
              node [shape=box, style=rounded];
              s0 [label="run up\\nrun/repair/phase 0", peripheries=2];
              s1 [label="run down\\nrun/repair/phase 1"];
              s2 [label="run down\\nrun/repair/phase 2"];
              s0 -> s1 [label="0.3333 /s"];
              s1 -> s2 [label="0.5 /s"];
              s2 -> s0 [label="0.5 /s"];
            }
            """);
  }

  @Test
  void chain_tooLargeToRead_isNotDrawn() throws UnsolvableException {
    ModelBuilder model = new ModelBuilder();
    Counter queue = model.root().counter("queue", 0, 60, 0);
    Component line = model.root().component("line", "-");
    line.transition("arrive").when(queue.below(60)).also(queue.plus(1)).after(new Exponential(1));
    StateSpace space = StateSpace.explore(model.build(), 61);
    assertThat(space.size()).isEqualTo(ChainDiagram.MOST_STATES + 1);
    assertThat(ChainDiagram.dot(space)).isEmpty();
  }
}
