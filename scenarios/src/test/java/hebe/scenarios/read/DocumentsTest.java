package hebe.scenarios.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(JsonSchema.of("Example", Example.file()), InputFormat.JSON);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: a, mode: native, guests: [{name: b}]}",
        "{name: a, mode: {based-on: xen-pv}, guests: [{name: b, count: 3, memory: 1.5 GiB}]}",
        "{name: a, mode: native, guests: [{name: b, repair: 3 h}], limits: {x: 95%}}",
        "{name: a, mode: native, guests: [{name: b, repair: {exponential: {rate: 2 /year}}}]}",
        "{name: a, mode: native, guests: [{name: b, repair: {weibull: {shape: 2, mean: 1e3 s}}}]}",
        "{name: a, mode: native, guests: [{name: b}], shape: 9.5, traced: true, title: x}"
      })
  void schema_acceptsWhatTheReaderAccepts(String yaml) {
    assertThat(problems(yaml)).isEmpty();
    assertThat(SCHEMA.validate(yaml, InputFormat.YAML)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{mode: native, guests: [{name: b}]}",
        "{name: 7, mode: native, guests: [{name: b}]}",
        "{name: a, mode: hvm, guests: [{name: b}]}",
        "{name: a, mode: native, guests: []}",
        "{name: a, mode: native, guests: [{name: b, colour: red}]}",
        "{name: a, mode: native, guests: [{name: b, memory: 9000}]}",
        "{name: a, mode: native, guests: [{name: b, memory: 3 GHz}]}",
        "{name: a, mode: native, guests: [{name: b, count: 1.5}]}",
        "{name: a, mode: native, guests: [{name: b, repair: {exponential: {}}}]}",
        "{name: a, mode: native, guests: [{name: b, repair: {exponential: {mean: 1 h, rate: 1 /h}}}]}",
        "{name: a, mode: native, guests: [{name: b, repair: {exponentail: {mean: 1 h}}}]}",
        "{name: a, mode: native, guests: [{name: b}], shape: 10}",
        "{name: a, mode: native, guests: [{name: b}], limits: {a b: 3 %}}"
      })
  void schema_refusesWhatTheReaderRefuses(String yaml) {
    assertThat(problems(yaml)).isNotEmpty();
    assertThat(SCHEMA.validate(yaml, InputFormat.YAML)).isNotEmpty();
  }

  @Test
  void schema_ofTheSameDeclarations_isTheSameText() {
    assertThat(JsonSchema.of("Example", Example.file()))
        .isEqualTo(JsonSchema.of("Example", Example.file()))
        .startsWith(
            """
            {
              "$schema" : "https://json-schema.org/draft/2020-12/schema",
              "title" : "Example",
              "$ref" : "#/$defs/example",
              "$defs" : {
                "example" : {
                  "description" : "An example.",
                  "type" : "object",
            """)
        .contains(
            """
                  "default" : {
                        "exponential" : {
                          "mean" : "1 h"
            """
                .strip())
        .doesNotContain("\r")
        .endsWith("}\n");
  }

  @Test
  void twoTypes_ofOneName_areABug() {
    Mapping<String> one = Mapping.of("example", "Another.", v -> "", Example.NAME);
    Key<String> inner = Key.required("inner", "Another example.", one);
    Mapping<String> outer = Mapping.of("example", "Outer.", v -> v.get(inner), inner);

    assertThatThrownBy(() -> JsonSchema.of("x", outer))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("two types are named example");
    assertThatThrownBy(() -> ReferenceDoc.of(outer))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("two types are named example");
  }

  @Test
  void reference_listsEveryKeyWithTypeDefaultAndMeaning() {
    assertThat(ReferenceDoc.of(Example.file()))
        .startsWith(
            """
            ## example

            An example.

            | key | value | if left out | meaning |
            | --- | --- | --- | --- |
            | `name` | name | required | Its name. |
            | `mode` | `xen-pv` or `native` or [changed mode](#changed-mode) | required | How guests run. |
            | `guests` | list of [guest](#guest), not empty | required | The guests. |
            | `limits` | names of your choice, each with: [share](#units) from 0 % to 100 % | default `{}` | Least availability by service. |
            | `shape` | number above 0 and below 10 | optional | A number. |
            | `traced` | `true` or `false` | default `false` | Whether it is traced. |
            | `title` | text | optional | What it shows. |

            """)
        .contains(
            """
            ## guest

            A virtual machine.

            At `guests[]`.

            | key | value | if left out | meaning |
            | --- | --- | --- | --- |
            | `name` | name | required | Its name. |
            | `count` | whole number from 1 to 1000 | default `1` | How many of them. |
            | `memory` | [amount of memory](#units) above 0 | that of the host | Memory of each. |
            | `service` | name | optional | The service on it. |
            | `repair` | [delay law](#delay-law) or [duration](#units) at least 0 | default `{exponential: {mean: 1 h}}` | Time to repair. |

            ## delay law

            How long something takes. One of:

            At `guests[].repair`.

            """)
        .contains("| `mean` | [duration](#units) above 0 | one of mean or rate | Mean. |")
        .contains("| share | `%` | `95 %` |");
  }

  private static String problems(String yaml) {
    Problems problems = new Problems();
    YamlTree.parse(new SourceFile("x.yaml", yaml), problems)
        .ifPresent(node -> Example.file().bind(node, problems));
    return problems.toString();
  }
}
