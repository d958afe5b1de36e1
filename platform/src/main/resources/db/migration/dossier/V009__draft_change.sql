alter table dossier.draft
	add column change jsonb,
	add column told boolean not null default true,
	add column told_abolition bigint;
comment on column dossier.draft.change is 'What changed for the applicant when the draft was moved to the version in force; null while it stays on its first.';
comment on column dossier.draft.told is 'False until the applicant has been shown the change.';
comment on column dossier.draft.told_abolition is 'The abolition of the service that the applicant was told of.';
create index draft_service on dossier.draft (service, service_version) where submitted_code is null;
