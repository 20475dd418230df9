package hebe.reports.store;

import hebe.sim.result.Cause;
import hebe.sim.result.Outage;
import hebe.sim.study.Measure;
import hebe.sim.study.WorkResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A result as bytes, and back.
 *
 * <p>The fields stand in the order of the records; numbers are big-endian, doubles their 64 bits, a
 * list is its size (32 bits) and its elements, a text is its UTF-8 bytes as a list.
 */
final class ResultBytes {
  private ResultBytes() {}

  /** Writes one value. */
  private interface Writer<T> {
    void write(DataOutputStream out, T value) throws IOException;
  }

  /** Reads one value. */
  private interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  static byte[] of(WorkResult result) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(result.replication());
    list(out, result.values(), ResultBytes::value);
    list(out, result.curves(), ResultBytes::samples);
    list(out, result.outages(), ResultBytes::outage);
    out.writeBoolean(result.random());
    return bytes.toByteArray();
  }

  /** The result in these bytes; {@link IOException} if they hold none, or more. */
  static WorkResult read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    WorkResult result =
        new WorkResult(
            in.readInt(),
            list(in, ResultBytes::value),
            list(in, ResultBytes::samples),
            list(in, ResultBytes::outage),
            in.readBoolean());
    if (in.available() > 0) {
      throw new IOException(in.available() + " bytes too many in a result");
    }
    return result;
  }

  private static void value(DataOutputStream out, Measure.Value value) throws IOException {
    out.writeDouble(value.numerator());
    out.writeDouble(value.denominator());
  }

  private static Measure.Value value(DataInputStream in) throws IOException {
    return new Measure.Value(in.readDouble(), in.readDouble());
  }

  private static void samples(DataOutputStream out, WorkResult.Samples samples) throws IOException {
    list(out, samples.means(), DataOutputStream::writeDouble);
    list(out, samples.ends(), DataOutputStream::writeDouble);
  }

  private static WorkResult.Samples samples(DataInputStream in) throws IOException {
    return new WorkResult.Samples(
        list(in, DataInputStream::readDouble), list(in, DataInputStream::readDouble));
  }

  private static void outage(DataOutputStream out, Outage outage) throws IOException {
    text(out, outage.subject());
    out.writeDouble(outage.startSeconds());
    out.writeDouble(outage.endSeconds());
    text(out, outage.cause().name());
    out.writeBoolean(outage.cause().planned());
    list(out, outage.cause().lost(), ResultBytes::text);
    list(out, outage.lost(), ResultBytes::text);
    out.writeBoolean(outage.lasting());
  }

  private static Outage outage(DataInputStream in) throws IOException {
    return new Outage(
        text(in),
        in.readDouble(),
        in.readDouble(),
        new Cause(text(in), in.readBoolean(), list(in, ResultBytes::text)),
        list(in, ResultBytes::text),
        in.readBoolean());
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  private static <T> void list(DataOutputStream out, List<T> list, Writer<T> writer)
      throws IOException {
    out.writeInt(list.size());
    for (T element : list) {
      writer.write(out, element);
    }
  }

  private static <T> List<T> list(DataInputStream in, Reader<T> reader) throws IOException {
    int size = in.readInt();
    List<T> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(reader.read(in));
    }
    return list;
  }
}
