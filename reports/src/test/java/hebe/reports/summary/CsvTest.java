package hebe.reports.summary;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.reports.Samples;
import org.junit.jupiter.api.Test;

class CsvTest {

  private static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n";
  }

  @Test
  void metrics_everyKindOfEstimate_isOneLineEach() {
    assertThat(MetricsCsv.write(Samples.tiny()))
        .isEqualTo(
            lines(
                "policy,point,replications,metric,subject,cause,unit,mean,low,high,interval,n,exact,hosts[0].guests.count [1]",
                "warm,hosts[0].guests.count=11,40,availability,web,,1,0.99993,0.99992,0.99994,student,40,0.999931,11",
                "warm,hosts[0].guests.count=11,40,downtime-per-year,web,vmm-crash,s/year,41.6,41.6,41.6,deterministic,40,,11",
                "warm,hosts[0].guests.count=11,40,outages-per-year,web,,1/year,0.333333333333,,,none,1,,11",
                "warm,hosts[0].guests.count=11,40,mean-outage,web,,s,,,,none,0,,11"));
  }

  @Test
  void curves_bin_hasItsMeanAndItsEnd() {
    assertThat(CurvesCsv.write(Samples.tiny()))
        .isEqualTo(
            lines(
                "policy,point,metric,subject,unit,from [s],to [s],mean,low,high,interval,n,"
                    + "end,end low,end high,end interval,end n",
                "warm,hosts[0].guests.count=11,availability,web,1,0,86400,"
                    + "0.99993,0.99992,0.99994,student,40,1,,,none,1"));
  }

  @Test
  void outages_fieldWithComma_isQuoted() {
    // 1,000,041.5 - 1,000,000 = 41.5
    assertThat(OutagesCsv.write(Samples.tiny()))
        .isEqualTo(
            lines(
                "policy,point,subject,start [s],end [s],length [s],cause,planned,lost,lasting",
                "warm,hosts[0].guests.count=11,host/web-1,1000000,1000041.5,41.5,vmm-crash,false,"
                    + "\"a, b; c\",true"));
  }

  @Test
  void scaling_publishedPoint_followsThePredictions() {
    String[] lines = ScalingCsv.write(Samples.main()).split("\r\n", -1);
    // a header, 3 series of 11 points, 4 published points, and nothing behind the last line end
    assertThat(lines).hasSize(1 + 33 + 4 + 1);
    // 42 - 0.1 x 2
    assertThat(lines[2])
        .isEqualTo(
            "Downtime of one VMM rejuvenation,predicted,warm,guests of 1 GiB,2,service downtime [s],"
                + "41.8,,,,");
    assertThat(lines[34])
        .isEqualTo(
            "Downtime of one VMM rejuvenation,published,warm,guests of 1 GiB,11,service downtime [s],"
                + "42,39,45,warm-11,false");
  }

  @Test
  void field_quoteOrLineBreak_isQuotedAndDoubled() {
    CsvTable table = new CsvTable("a \"b\"", "c\nd");
    assertThat(table.text()).isEqualTo("\"a \"\"b\"\"\",\"c\nd\"\r\n");
  }
}
