alter table identity.account add column language text not null default 'vi' check (language in ('vi', 'en'));
comment on column identity.account.language is 'Language of e-mails and text messages to its holder.';
