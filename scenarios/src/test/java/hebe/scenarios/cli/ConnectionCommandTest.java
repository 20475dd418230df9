package hebe.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code hebe connection} says. */
class ConnectionCommandTest {
  @TempDir private Path folder;

  private static Ran connection(String... options) {
    String[] all = new String[options.length + 1];
    all[0] = "connection";
    System.arraycopy(options, 0, all, 1, options.length);
    return Ran.hebe(all);
  }

  @Test
  void noOptions_simulateAnUploadAndComparePolicies() {
    Ran ran = connection();
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    // RTO 0.2 s + 1 ms: retries at 0.201 x (1, 3, 7, 15), so 3.015 s; under P1 0.201 x 16.
    assertThat(ran.out())
        .startsWith("One recovery: upload, linux, ft-tcp-cold, silent\n")
        .containsPattern("connection +survived")
        .containsPattern("P0 silent +yes +3\\.015 s +yes +3\\.0\\d+ s")
        .containsPattern("P1 zero-window +yes +3\\.216 s +yes +3\\.2\\d+ s")
        .containsPattern("P2 logged-zero-window +yes +3\\.0005 s +yes +3\\.0006 s");
  }

  @Test
  void plain_requestAfterTheRestart_isReset() {
    Ran ran = connection("--mode", "plain", "--client", "request-response", "--outage", "1 s");
    // A request each 0.102 s, the first one in the outage at 2.122 s; retries after 0.201 x
    // (1, 3, 7): 3.529 s meets the next machine, whose reset takes half a round trip more.
    assertThat(ran.out())
        .containsPattern("connection +lost at 3\\.53 s: reset")
        .doesNotContain("P0");
  }

  @Test
  void idle_overTwoHours_survives() {
    Ran ran = connection("--client", "idle", "--mode", "plain", "--outage", "2 hours");
    assertThat(ran.out()).containsPattern("connection +survived");
  }

  @Test
  void impatientProgram_givesUpByItself() {
    Ran ran = connection("--patience", "2 s", "--client", "request-response");
    assertThat(ran.out()).containsPattern("connection +lost at 4\\.\\d+ s: application timed out");
  }

  @Test
  void loss_isAFunctionOfTheSeed() {
    String[] options = {"--loss", "20 %", "--seed", "7", "--policy", "P2"};
    assertThat(connection(options)).isEqualTo(connection(options));
    assertThat(connection(options).out()).startsWith("One recovery: upload, linux, ft-tcp-cold, l");
  }

  @Test
  void output_isWrittenWithPicturesAndData() throws IOException {
    Path output = folder.resolve("out");
    Ran ran = connection("--policy", "P2", "--outage", "0.5 s", "-o", output.toString());
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    assertThat(output.resolve("plots"))
        .isDirectoryContaining("glob:**recovery.svg")
        .isDirectoryContaining("glob:**stall-windows.png")
        .isDirectoryContaining("glob:**survival-silent.png")
        .isDirectoryContaining("glob:**survival-logged-zero-window.png");
    List<String> stalls = Files.readAllLines(output.resolve("stall-linux.csv"));
    assertThat(stalls.get(0)).isEqualTo("line,how,outage [s],stall of the client [s]");
    // Outages at 0.13 s x (60 / 0.13)^(i / 8): the fifth is 2.79 s, the retry at 3.015 s.
    assertThat(stalls).anyMatch(line -> line.matches("P0 silent,simulated,2\\.79\\d+,3\\.015\\d*"));
    assertThat(Files.readString(output.resolve("recovery.csv")))
        .contains(",crash,note", ",replay,state", "log 1000 B,log");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--stack | lunix | linux",
        "--client | uplod | upload",
        "--mode | hot-backups | hot-backup",
        "--policy | silence | silent",
        "--mix | uplod=20 % | upload",
      })
  void unknownNames_areRefusedWithTheNearest(String option, String value, String nearest) {
    Ran ran = connection(option, value);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains(option, nearest);
    assertThat(ran.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"--outage, 3", "--outage, -1 s", "--rtt, 0 s", "--loss, 100 %", "--patience, soon"})
  void badNumbers_areRefused(String option, String value) {
    Ran ran = connection(option, value);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains(option + ": expected ");
  }

  @Test
  void mix_thatIsNotTheWhole_isRefused() {
    Ran ran = connection("--mix", "upload=20 %", "--mix", "idle=30.5 %");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .contains("--mix: expected shares with a sum of 100 %, got 50.5 %; write for example");
  }

  @Test
  void mix_withoutItsPicture_isRefused() {
    Ran ran = connection("--mix", "upload=20 %", "--mix", "idle=80 %");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("--mix: expected -o beside it").doesNotContain("100 %");
  }

  @Test
  void listStacks_saysWhenEachGivesUp() {
    // 0.3 s x (2^5 - 1) and x (2^6 - 1).
    assertThat(Ran.hebe("list", "stacks").out())
        .containsPattern("windows +3 +0\\.3 +120 +9\\.3 +18\\.9 +no")
        .contains("linux ", "zephyr ");
  }

  @Test
  void timingConnections_givesCostsAndMemory() {
    Ran ran =
        Ran.hebe("timing", "--connections", "--cpu", "netburst-xeon-2400", "--mode", "xen-pv-32");
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .containsPattern("proxy +driver-domain ")
        .containsPattern("ftp +vmm ")
        .contains("all rests on estimates", "Memory of the log");
  }

  @Test
  void timingConnections_withoutCostsOfPackets_saysSo() {
    Ran ran = Ran.hebe("timing", "--connections", "--cpu", "nehalem", "--mode", "vtx-ept");
    assertThat(ran)
        .isEqualTo(new Ran(1, "", "hebe: no native cost of tx-packet is known on nehalem\n"));
  }
}
