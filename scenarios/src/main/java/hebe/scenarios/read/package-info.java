/**
 * Strict reading of YAML: a file becomes a tree with positions, and declared types bind the tree to
 * values. Whatever is wrong becomes a {@link hebe.scenarios.read.Problem}, all of them at once.
 *
 * <p>The same declarations give the reference page and the JSON Schema. What a scenario contains
 * does not belong here; this package knows YAML, quantities and delay laws only.
 */
package hebe.scenarios.read;
