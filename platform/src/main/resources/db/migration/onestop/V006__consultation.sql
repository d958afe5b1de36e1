create table onestop.consultation (
	id              uuid primary key,
	dossier_code    text not null,
	item            text not null,
	asking_agency   integer not null,
	asking_vi       text not null,
	asking_en       text not null,
	asked_by        uuid not null,
	asked_by_name   text not null,
	asked_agency    integer not null,
	asked_vi        text not null,
	asked_en        text not null,
	service_vi      text not null,
	service_en      text not null,
	applicant_name  text not null,
	question        text not null,
	papers          uuid[] not null,
	asked_at        timestamptz not null,
	due_at          timestamptz not null,
	closed_at       timestamptz,
	answered_by     uuid,
	answered_by_name text,
	opinion         text,
	files           uuid[] not null default '{}'
);
comment on table onestop.consultation is 'A question on a dossier to another agency, what it may see of the dossier, and its answer. Waits for an answer while closed_at is null; closed without one when it is no longer needed.';
comment on column onestop.consultation.item is 'Step that asked.';
create index consultation_waiting on onestop.consultation (asked_agency, due_at, id) where closed_at is null;
create index consultation_dossier on onestop.consultation (dossier_code, asked_at);
