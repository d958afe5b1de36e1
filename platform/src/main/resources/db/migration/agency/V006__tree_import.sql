create table agency.tree_import (
	id uuid primary key,
	file_name text not null,
	content bytea not null,
	effective_on date not null,
	uploaded_by uuid not null,
	uploaded_by_name text not null,
	uploaded_at timestamptz not null,
	tree_version bigint not null,
	applied_at timestamptz,
	applied_by_name text,
	added integer not null default 0,
	renamed integer not null default 0,
	moved integer not null default 0,
	ended integer not null default 0
);

create index tree_import_uploaded on agency.tree_import (uploaded_at desc, id);

comment on table agency.tree_import is 'Files with a tree that an administrator put up, and whether and when they were applied';
