package hebe.sim.exact;

import java.util.function.ObjDoubleConsumer;

/** A model, or a formula, with rows in analytic-models.csv. */
interface PublishedModel {
  /** Tells every value that it computes, by the id of its row. */
  void tell(ObjDoubleConsumer<String> row) throws UnsolvableException;
}
