package hebe.scenarios.cli;

import hebe.models.catalog.Published;
import hebe.models.connection.tcp.RetrySchedule;
import hebe.models.connection.tcp.Stack;
import hebe.models.connection.tcp.Stacks;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import hebe.scenarios.connection.ConnectionRequest;
import hebe.sim.result.Sourced;
import java.util.ArrayList;
import java.util.List;

/** The TCP stacks that ship with Hebe. */
final class StackTable {
  private static final int DIGITS = 5;
  private static final double ROUND_TRIP_SECONDS = 0.001;

  private StackTable() {}

  static DataTable of() {
    Stacks stacks = Stacks.load(Published.ftTcp());
    List<List<String>> rows = new ArrayList<>();
    for (String name : stacks.names()) {
      Stack stack = stacks.stack(name);
      double least = ConnectionRequest.settledRto(stack.rto(), ROUND_TRIP_SECONDS);
      RetrySchedule retries = RetrySchedule.silent(stack, least);
      boolean verified = stacks.values(name).values().stream().allMatch(Sourced::verified);
      rows.add(
          List.of(
              name,
              number(stack.rto().initialSeconds()),
              number(least),
              number(stack.rto().capSeconds()),
              number(retries.lastTrySeconds()),
              number(retries.abortSeconds()),
              verified ? "yes" : "no"));
    }
    return new DataTable(
        "TCP stacks; on a path of 1 ms there and back; last try and end count from the first transmission",
        List.of(
            "name",
            "first RTO [s]",
            "RTO [s]",
            "longest RTO [s]",
            "last try [s]",
            "gives up [s]",
            "all verified"),
        rows);
  }

  private static String number(double value) {
    return Numbers.significant(value, DIGITS);
  }
}
