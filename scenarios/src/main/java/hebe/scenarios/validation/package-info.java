/**
 * The page on validation: published figures beside predictions, misses included, one section for
 * each modelled system.
 */
package hebe.scenarios.validation;
