package vn.motcua.reporting.work;

import java.util.UUID;

/** Who works on a report in its agency. */
public record Assignee(UUID account, String name) {
}
