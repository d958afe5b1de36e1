create table catalogue.service_version (
	id             bigint generated always as identity primary key,
	code           text not null,
	version        integer not null check (version > 0),
	digest         text not null check (digest ~ '^[0-9a-f]{64}$'),
	valid_from     date not null,
	valid_until    date,
	bundle         bytea not null,
	published_at   timestamptz not null,
	published_by   uuid not null,
	publisher_name text not null,
	unique (code, version)
);
comment on table catalogue.service_version is 'Published service bundles. A row never changes: a correction is a new version.';
comment on column catalogue.service_version.digest is 'SHA-256 over names and contents of the files.';
comment on column catalogue.service_version.bundle is 'The files as a zip archive.';

create function catalogue.refuse_change() returns trigger language plpgsql as $$
begin
	raise exception 'a published service version never changes' using errcode = 'restrict_violation';
end
$$;

create trigger immutable before update or delete on catalogue.service_version
	for each row execute function catalogue.refuse_change();
create trigger immutable_table before truncate on catalogue.service_version
	for each statement execute function catalogue.refuse_change();
