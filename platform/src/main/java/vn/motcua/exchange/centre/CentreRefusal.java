package vn.motcua.exchange.centre;

import java.time.Instant;

/** A line that the centre did not take, with the member and the rule it named. */
public record CentreRefusal(String code, int seq, String pointer, String rule, Instant at) {
}
