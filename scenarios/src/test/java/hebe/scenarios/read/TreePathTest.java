package hebe.scenarios.read;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.scenarios.read.Node.Kind;
import hebe.scenarios.read.Node.MapNode;
import hebe.scenarios.read.Node.ScalarNode;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreePathTest {
  private static final String TEXT =
      """
      hosts:
        - {name: xen-3.0.0, memory: 1}
        - {name: xen-3, memory: 2, cpu: 5}
      branches: [{mean: 3}, {mean: 4}]
      """;
  private static final ScalarNode NEW = new ScalarNode(Place.of("sweep"), "9", Kind.NUMBER);

  private static MapNode tree() {
    Problems problems = new Problems();
    MapNode tree = YamlTree.parse(new SourceFile("x", TEXT), problems).orElseThrow();
    assertThat(problems.list()).isEmpty();
    return tree;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hosts.xen-3.0.0.memory | 9 2 5 3 4
          hosts.xen-3.memory     | 1 9 5 3 4
          hosts.*.memory         | 9 9 5 3 4
          hosts.*.cpu            | 1 2 9 3 4
          branches.1.mean        | 1 2 5 3 9
          branches.*.mean        | 1 2 5 9 9
          """)
  void replaced_valuesThatThePathLeadsTo_areTheNewOne(String path, String values) {
    String json = JsonSchema.json(new TreePath(path).replaced(tree(), NEW)).toString();

    assertThat(json.replaceAll("\"xen[^\"]*\"", "").replaceAll("[^0-9]+", " ").strip())
        .isEqualTo(values);
  }

  @Test
  void elements_ofAList_areThoseThePathGoesThrough() {
    assertThat(new TreePath("hosts.*.cpu").elements(tree(), "hosts")).contains(Set.of(1));
    assertThat(new TreePath("hosts.*.memory").elements(tree(), "hosts")).contains(Set.of(0, 1));
    assertThat(new TreePath("branches.0.mean").elements(tree(), "hosts")).isEmpty();
  }
}
