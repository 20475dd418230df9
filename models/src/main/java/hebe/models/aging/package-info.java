/**
 * How a layer ages: in stages, or by leaks into a finite resource; and the leaks that are known.
 *
 * <p>What a layer does when it is old belongs to the failures, when to act to the policies.
 */
package hebe.models.aging;
