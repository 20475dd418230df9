package hebe.sim.model;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.law.Deterministic;
import hebe.sim.law.Exponential;
import org.junit.jupiter.api.Test;

class GraphvizTest {

  @Test
  void model_isOneGraphWithABoxForEachComponentShape() {
    ModelBuilder model = new ModelBuilder();
    Counter crew = model.root().counter("crew", 0, 1, 1);
    model
        .root()
        .replicate(
            "host",
            2,
            host -> {
              Component run = host.component("run", "up", "down");
              run.transition("fail").from("up").to("down").after(new Exponential(86400));
              run.transition("repair")
                  .from("down")
                  .when(crew.atLeast(1))
                  .to("up")
                  .after(new Deterministic(60));
            });
    assertThat(Graphviz.dot(model.build()))
        .isEqualTo(
            """
            digraph model {
              node [shape=box, style=rounded];
              subgraph cluster_1 {
                label="host-1/run";
                "v1=start" [shape=point];
                "v1=0" [label="up"];
                "v1=1" [label="down"];
                "v1=start" -> "v1=0";
                "v1=0" -> "v1=1" [label="fail (exponential, mean 24 h)"];
                "v1=1" -> "v1=0" [label="repair (always 60 s) [crew >= 1]"];
              }
            }
            """);
  }

  @Test
  void quotes_andBackslashes_areEscaped() {
    assertThat(Graphviz.quoted("a \"b\" \\ c\nd")).isEqualTo("\"a \\\"b\\\" \\\\ c\\nd\"");
  }
}
