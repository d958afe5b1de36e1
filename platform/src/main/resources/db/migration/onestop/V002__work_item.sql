create table onestop.work_item (
	id                text primary key,
	instance_id       text not null,
	dossier_code      text not null,
	agency            integer not null,
	step_id           text not null,
	kind              text not null,
	role              text not null,
	queue             text not null,
	owner             uuid,
	owner_name        text,
	step_vi           text not null,
	step_en           text not null,
	service_code      text not null,
	service_vi        text not null,
	service_en        text not null,
	applicant_name    text not null,
	applicant_folded  text collate "C" not null,
	channel           smallint not null,
	opened_at         timestamptz not null,
	due_at            timestamptz not null,
	paused_at         timestamptz,
	paused_due        timestamptz,
	closed_at         timestamptz,
	closed_by         uuid,
	closed_by_name    text
);
comment on table onestop.work_item is 'One step of one dossier in an officers'' queue: who holds it and until when. Open while closed_at is null; names stand here so that the queue reads one table.';

-- Each list of the queue page walks one of these, open items only; closed items cost the queue nothing.
create index work_item_queue_due on onestop.work_item (agency, queue, due_at, id) where closed_at is null;
create index work_item_queue_opened on onestop.work_item (agency, queue, opened_at, id) where closed_at is null;
create index work_item_due on onestop.work_item (agency, due_at, id) where closed_at is null;
create index work_item_owner on onestop.work_item (owner, due_at, id) where closed_at is null and owner is not null;
create index work_item_unheld on onestop.work_item (agency, due_at, id) where closed_at is null and owner is null;
create index work_item_service on onestop.work_item (agency, service_code, due_at, id) where closed_at is null;
create index work_item_applicant on onestop.work_item (agency, applicant_folded) where closed_at is null;
create index work_item_dossier on onestop.work_item (dossier_code);
