create table agency.tree_state (
	one boolean primary key default true check (one),
	version bigint not null,
	packaged_digest text not null,
	changed_at timestamptz not null
);

comment on table agency.tree_state is 'One row: counts the changes of the tree, so that every node knows when to read it again, and names the packaged data it holds';
