-- People besides the applicant who fill in and sign a part of a draft, and what they signed.
create table dossier.signer (
	id uuid primary key,
	draft uuid not null,
	role text not null,
	place integer not null check (place between 0 and 19),
	name text not null,
	subject text,
	email text,
	token_digest bytea not null,
	invited_at timestamptz not null,
	expires_at timestamptz not null,
	account uuid,
	account_name text,
	account_subject text,
	assurance text,
	accepted_at timestamptz,
	revoked_at timestamptz
);

comment on table dossier.signer is 'Invitations to sign a part of a draft. The link is kept as its SHA-256 only; once an account took it up it belongs to that account.';
comment on column dossier.signer.subject is 'Personal number or tax code that the applicant named: only an account with it can take the link up.';

create unique index signer_token on dossier.signer (token_digest);
create unique index signer_place on dossier.signer (draft, role, place) where revoked_at is null;
create unique index signer_once on dossier.signer (draft, account) where revoked_at is null;
create index signer_account on dossier.signer (account, accepted_at desc) where revoked_at is null;

create table dossier.signature (
	number bigint generated always as identity primary key,
	signer uuid not null,
	statement text not null,
	content text not null,
	digest text not null,
	signed_at timestamptz not null,
	voided_at timestamptz
);

comment on table dossier.signature is 'Confirmations of what was signed, with the text they stand for. Never changed, save that a change of the text voids them.';

create unique index signature_in_force on dossier.signature (signer) where voided_at is null;
