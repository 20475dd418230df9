/**
 * Benchmarks, run by hand: {@code mvn -q -P bench -pl :bench -am -Dmaven.test.skip test}. What is
 * in no benchmark: a claim about results, which is a test's.
 */
package hebe.bench;
