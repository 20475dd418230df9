package hebe.reports.plot;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import javax.imageio.ImageIO;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Draws figures. */
final class Render {
  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final int PIXELS_PER_UNIT = 2;

  private Render() {}

  /**
   * The figure as one {@code svg} element without prologue, for a file or a page. Its ids begin
   * with the figure's name, so that several figures can stand on one page.
   */
  static String svg(Figure figure) throws IOException {
    Document document =
        GenericDOMImplementation.getDOMImplementation().createDocument(SVG, "svg", null);
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment("Hebe");
    context.setPrecision(2);
    context.setIDGenerator(new Ids(figure.name()));
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    graphics.setSVGCanvasSize(new Dimension(figure.width(), figure.height()));
    draw(figure, graphics);
    Element root = graphics.getRoot();
    root.setAttribute("font-family", "sans-serif");
    root.setAttribute("viewBox", "0 0 " + figure.width() + " " + figure.height());
    StringWriter text = new StringWriter();
    graphics.stream(root, text, false, false);
    String file = text.toString().replace("\r\n", "\n");
    return file.substring(file.indexOf("<svg")).strip() + "\n";
  }

  /** The figure as the bytes of a PNG file, two pixels to a unit. */
  static byte[] png(Figure figure) throws IOException {
    BufferedImage image =
        new BufferedImage(
            PIXELS_PER_UNIT * figure.width(),
            PIXELS_PER_UNIT * figure.height(),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(PIXELS_PER_UNIT, PIXELS_PER_UNIT);
    draw(figure, graphics);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", bytes)) {
      throw new IOException("this Java runtime has no writer for PNG images");
    }
    return bytes.toByteArray();
  }

  private static void draw(Figure figure, Graphics2D graphics) {
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    figure.chart().setTextAntiAlias(true);
    figure.chart().draw(graphics, new Rectangle2D.Double(0, 0, figure.width(), figure.height()));
  }

  /** Ids that are unique among figures with different names. */
  private static final class Ids extends SVGIDGenerator {
    private final String figure;

    Ids(String figure) {
      this.figure = figure;
    }

    @Override
    public String generateID(String prefix) {
      return figure + "-" + super.generateID(prefix);
    }
  }
}
