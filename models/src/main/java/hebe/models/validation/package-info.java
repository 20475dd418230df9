/**
 * Predictions of published figures by Hebe's models, with the parameters frozen in the catalog.
 *
 * <p>No figure with the role {@code target} is an input of any prediction; what is printed beside
 * it is what came out.
 */
package hebe.models.validation;
