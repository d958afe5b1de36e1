alter table catalogue.service_version
	add column decision_number text check (length(decision_number) <= 60),
	add column decided_on      date,
	add column effective_on    date check (effective_on >= decided_on),
	add column decided_by      text check (length(decided_by) <= 20),
	add column approved_by     uuid,
	add column approver_name   text,
	add constraint decision_whole check (num_nulls(decision_number, decided_on, effective_on) in (0, 3));
comment on column catalogue.service_version.decision_number is 'Number of the publication decision; null where the version came without one.';
comment on column catalogue.service_version.effective_on is 'Day from which the decision says it holds; valid_from is never before the day of approval.';
comment on column catalogue.service_version.decided_by is 'Exchange code of the agency that took the decision, or the code of the ministry.';
comment on column catalogue.service_version.approved_by is 'Account that approved it; null where the publisher published alone.';
