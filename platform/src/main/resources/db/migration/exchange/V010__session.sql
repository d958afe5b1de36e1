-- Sessions of the interface that today's one-stop systems speak.
create table exchange.session (
	digest text primary key,
	token text not null,
	expires_at timestamptz not null
);

comment on table exchange.session is 'Sessions of /api/lienthong/mapi: the digest of the word a client holds, and the token of the authorization server that it stands for.';

create index session_age on exchange.session (expires_at);
