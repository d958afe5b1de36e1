create table identity.client (
    id uuid primary key,
    client_id text not null unique check (length(client_id) between 3 and 60),
    secret_hash text,
    name text not null,
    agency int,
    redirect_uris text[] not null,
    scopes text[] not null,
    created_at timestamptz not null,
    disabled_at timestamptz
);
comment on table identity.client is 'Programs that get tokens: agencies'' own systems with a secret, citizens'' programs with PKCE and consent';

create table identity.oauth2_authorization (
    id varchar(100) primary key,
    registered_client_id varchar(100) not null,
    principal_name varchar(200) not null,
    authorization_grant_type varchar(100) not null,
    authorized_scopes varchar(1000),
    attributes text,
    state varchar(500),
    authorization_code_value text,
    authorization_code_issued_at timestamptz,
    authorization_code_expires_at timestamptz,
    authorization_code_metadata text,
    access_token_value text,
    access_token_issued_at timestamptz,
    access_token_expires_at timestamptz,
    access_token_metadata text,
    access_token_type varchar(100),
    access_token_scopes varchar(1000),
    oidc_id_token_value text,
    oidc_id_token_issued_at timestamptz,
    oidc_id_token_expires_at timestamptz,
    oidc_id_token_metadata text,
    refresh_token_value text,
    refresh_token_issued_at timestamptz,
    refresh_token_expires_at timestamptz,
    refresh_token_metadata text,
    user_code_value text,
    user_code_issued_at timestamptz,
    user_code_expires_at timestamptz,
    user_code_metadata text,
    device_code_value text,
    device_code_issued_at timestamptz,
    device_code_expires_at timestamptz,
    device_code_metadata text
);
comment on table identity.oauth2_authorization is 'Authorizations under way and in force, in the shape the authorization server reads and writes';
create index oauth2_authorization_state on identity.oauth2_authorization (state) where state is not null;
create index oauth2_authorization_code on identity.oauth2_authorization using hash (authorization_code_value);
create index oauth2_authorization_access on identity.oauth2_authorization using hash (access_token_value);
create index oauth2_authorization_refresh on identity.oauth2_authorization using hash (refresh_token_value);

create table identity.oauth2_authorization_consent (
    registered_client_id varchar(100) not null,
    principal_name varchar(200) not null,
    authorities varchar(1000) not null,
    primary key (registered_client_id, principal_name)
);
comment on table identity.oauth2_authorization_consent is 'What people allowed which program';
