alter table identity.client add column secret_changed_at timestamptz;
comment on column identity.client.secret_changed_at is 'When its secret was last made anew; null while it has the first one.';
create index oauth2_authorization_client on identity.oauth2_authorization (registered_client_id, access_token_expires_at);
