/**
 * From a scenario file to what is run: the declared keys of a scenario, the checks across the file,
 * and the models, studies and explanations made from it.
 */
package hebe.scenarios.build;
