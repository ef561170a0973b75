-- What a client said of a session is sealed before it comes here, as a job's request is. What an older version left in the
-- clear is sealed by the server at its next start.

select set_config('app.tenant', '*', true);

alter table live_session
    -- The visit of the record, if it is of one.
    add column visit uuid,
    -- Whether its client has ended it and its job could not be taken yet.
    add column ending boolean not null default false;
update live_session set visit = cast(configuration -> 'tags' ->> 'chartwright:visit' as uuid)
where configuration -> 'tags' ->> 'chartwright:visit' ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';
alter table live_session alter column configuration type text using configuration::text;
create index live_session_visit on live_session (tenant_id, visit) where visit is not null;
