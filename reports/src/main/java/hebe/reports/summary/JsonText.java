package hebe.reports.summary;

import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;

/** JSON as Hebe writes it: two spaces of indentation, line feeds, {@code "key": value}. */
public final class JsonText {
  private JsonText() {}

  /** A generator that writes to {@code text}; closing it completes the document. */
  public static JsonGenerator generator(Writer text) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(separators).withArrayIndenter(lines).withObjectIndenter(lines);
    return JsonMapper.shared().writer().with(printer).createGenerator(text);
  }
}
