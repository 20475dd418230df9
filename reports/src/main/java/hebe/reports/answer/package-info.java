/**
 * What a study answers: the policies best first, by how much one beats another, and which causes
 * the downtime has; shared by the tables, the plots and the HTML report.
 *
 * <p>What does not belong here: how an answer is laid out or drawn.
 */
package hebe.reports.answer;
