-- The process engine keeps its running instances in a schema of its own; it creates its tables itself at first start.
create schema if not exists flowable;

create table onestop.process_definition (
	digest        text primary key,
	definition_id text not null,
	deployed_at   timestamptz not null
);
comment on table onestop.process_definition is 'Processes handed to the engine, once per content: SHA-256 of the BPMN text to the engine''s definition id.';
