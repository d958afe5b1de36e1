-- Files that agencies' systems gave by their content.
create table exchange.content (
	agency integer not null,
	sha256 text not null,
	file uuid not null,
	sender uuid not null,
	at timestamptz not null,
	primary key (agency, sha256)
);

comment on table exchange.content is 'Files that agencies'' systems gave by content, by their digest: papers and results of lines that name it are downloaded from here.';

create index content_digest on exchange.content (sha256);
