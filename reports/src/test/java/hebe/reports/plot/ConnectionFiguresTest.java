package hebe.reports.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.reports.connection.Curves;
import hebe.reports.connection.Ladder;
import hebe.reports.summary.ConnectionCsv;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionFiguresTest {
  private static final Ladder LADDER =
      new Ladder(
          "What passes?",
          "a sample",
          List.of("client", "server"),
          List.of(0.5, 0.51, 2.0),
          List.of(
              new Ladder.Arrow(0, 0, 1, 1, "data 1+10", Ladder.Look.DATA),
              new Ladder.Arrow(1, 2, 0, 2, "RST", Ladder.Look.LOST)),
          List.of(new Ladder.Note(1, 1, "crash", true)),
          List.of(new Ladder.Span(1, 1, 2, true)),
          List.of(new Ladder.Omission(2, 7)));

  private static Curves curves(boolean logarithmic) {
    return new Curves(
        "stall",
        "How long?",
        "a sample",
        "Lines and points.",
        new Curves.Axis("outage [s]", true),
        new Curves.Axis("stall [s]", logarithmic),
        List.of(
            new Curves.Line(
                "P0",
                List.of(new Curves.Point(1, 3), new Curves.Point(10, 30)),
                List.of(new Curves.Point(2, 3)),
                true)));
  }

  @Test
  void ladder_isDrawnWithItsTexts() throws IOException {
    Figure figure = LadderFigure.of(LADDER);
    assertThat(figure.width()).isEqualTo(1000);
    assertThat(Plots.svg(figure))
        .contains(">client</text", ">data 1+10</text", ">crash</text", ">… 7 more</text")
        .contains(">0.5000 s</text", ">2.0000 s</text");
  }

  @Test
  void curves_areDrawnWithLegendAndMarks() throws IOException {
    assertThat(Plots.svg(CurvesFigure.of(curves(true))))
        .contains(">P0</text", ">simulated</text", ">lost beyond</text", ">10</text");
    assertThat(Plots.svg(CurvesFigure.of(curves(false)))).contains(">30</text", ">outage [s]<");
  }

  @Test
  void csv_holdsEveryPointAndArrow() {
    assertThat(ConnectionCsv.write(curves(true)))
        .isEqualTo(
            """
            line,how,outage [s],stall [s]
            P0,closed form,1,3
            P0,closed form,10,30
            P0,simulated,2,3
            """
                .replace("\n", "\r\n"));
    assertThat(ConnectionCsv.write(LADDER))
        .isEqualTo(
            """
            from,at [s],to,until [s],what,look
            client,0.5,server,0.51,data 1+10,data
            server,2,client,2,RST,lost
            server,0.51,server,,crash,note
            server,0.51,server,2,down,state
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void rowsOutOfOrder_areRefused() {
    assertThatThrownBy(
            () ->
                new Ladder(
                    "",
                    "",
                    List.of("a", "b"),
                    List.of(2.0, 1.0),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of()))
        .hasMessage("row 1 is before the one above it");
  }
}
