package vn.motcua.onestop;

import java.time.Duration;

import vn.motcua.kernel.LocalizedText;

/**
 * A user task of a process (<i>bước xử lý</i>).
 *
 * @param time working time it may take; zero when only the promised date limits it
 * @param proposes what the officer does here ends in a proposal to the competent person
 * @param sendsBack the process itself says where a dossier goes that the competent person returns
 */
public record ProcessStep(String id, StepKind kind, LocalizedText name, Duration time, boolean proposes, boolean sendsBack) {
}
