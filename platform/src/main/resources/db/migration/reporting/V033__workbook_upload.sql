create table reporting.workbook_upload (
	id uuid primary key,
	regime integer not null,
	period date not null,
	agency integer not null,
	file_name text not null,
	content jsonb not null,
	account uuid not null,
	at timestamptz not null,
	accepted_at timestamptz
);

comment on table reporting.workbook_upload is 'What was read from an uploaded workbook, waiting for the clerk to look at the differences and accept; nothing of it is in a sheet before. Content: changes and findings. Forgotten after a week.';

create index workbook_upload_at on reporting.workbook_upload (at);
