create table file.stored (
	id         uuid primary key,
	name       text not null check (length(name) between 1 and 200),
	media_type text not null,
	size_bytes bigint not null check (size_bytes > 0),
	sha256     bytea not null check (length(sha256) = 32),
	stored_at  timestamptz not null default now()
);
comment on table file.stored is 'What the platform keeps bytes of. The bytes lie in the data folder under their SHA-256 digest; equal bytes lie there once.';
