package hebe.models.migration;

/**
 * The mean behaviour of a memory known page by page: a predictor of migrations over it without
 * chance.
 *
 * <p>Of m(i) pending pages of group i with w(i) writes per second a share exp(-w(i) s) is still
 * clean when the pass has sent for s seconds. So time grows with the share x of the visited pages
 * as ds/dx = page / rate x sum m(i) exp(-w(i) s), integrated by Runge and Kutta's method of fourth
 * order; dirty afterwards are n(i) (1 - exp(-w(i) t)) of n(i) pages. Error against the mean of the
 * page-level run: of the order of a page.
 *
 * @param pages the memory
 */
public record MeanPages(Pages pages) implements DirtyModel {
  @Override
  public double memoryBytes() {
    return pages.memoryBytes();
  }

  @Override
  public Passes begin() {
    return new MeanPagePasses(pages);
  }
}
