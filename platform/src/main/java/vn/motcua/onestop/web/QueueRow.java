package vn.motcua.onestop.web;

import vn.motcua.onestop.Light;
import vn.motcua.onestop.WorkItem;

/**
 * One line of a queue.
 *
 * @param hours working hours left, or past the deadline, rounded; never negative
 */
public record QueueRow(WorkItem item, Light light, long hours) {
}
