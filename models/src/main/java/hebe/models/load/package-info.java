/**
 * What the timing scale says of the guests of one host: the share of their native work that they
 * get done, and how often they enter the VMM.
 *
 * <p>What an event costs belongs to {@code timing}, when a guest is up to the scales above.
 */
package hebe.models.load;
