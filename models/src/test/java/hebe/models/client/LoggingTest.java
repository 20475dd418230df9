package hebe.models.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.models.connection.cost.LogPlacement;
import hebe.models.connection.cost.ServiceLoads;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoggingTest {
  private static final Logging COMPUTED =
      new Logging.Computed(
          Map.of("web", ServiceLoads.load().service("proxy")), 1, LogPlacement.VMM);

  @Test
  void computedCost_withoutAnExecution_isRefused() {
    assertThatThrownBy(() -> COMPUTED.share("web", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("logging of web: expected how they run");
  }

  @Test
  void groupWithoutALoad_costsNothing() {
    assertThat(COMPUTED.share("ftp", Optional.empty())).isZero();
  }
}
