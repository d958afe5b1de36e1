delete from reporting.workbook_upload;

alter table reporting.workbook_upload add column ready boolean not null default true;

alter table reporting.workbook_upload add column many boolean not null default false;

create table reporting.workbook_share (
	upload uuid not null references reporting.workbook_upload (id) on delete cascade,
	place integer not null,
	agency integer not null,
	content jsonb not null,
	findings jsonb not null,
	refusal jsonb,
	accepted_at timestamptz,
	primary key (upload, place),
	unique (upload, agency)
);

comment on table reporting.workbook_share is 'One agency''s share of an uploaded workbook of many agencies, in the order of the file: what was read, what is wrong with it, why it was not taken when last tried, and when it was taken. Each share is taken as a whole or not at all.';

comment on column reporting.workbook_upload.ready is 'Whether the file was read to its end; one that was not is never shown.';

comment on column reporting.workbook_upload.many is 'A workbook of many agencies: agency is the one they send to, the figures are in workbook_share.';

create index workbook_upload_mine on reporting.workbook_upload (account, regime, period, agency) where many;
