-- Recordings that the workspace stored: the server's own, to be deleted when they are spent.
create table kept_recording (
    tenant_id uuid not null references tenant,
    visit_id uuid not null,
    bucket text not null,
    object_key text not null,
    put_at timestamptz not null,
    primary key (tenant_id, visit_id)
);
select keep_apart('kept_recording');

-- Those from before, in the usual bucket; elsewhere nothing is found and nothing deleted.
insert into kept_recording (tenant_id, visit_id, bucket, object_key, put_at)
select distinct on (tenant_id, visit) tenant_id, visit, 'chartwright-visits', 'visits/' || visit || '/recording', created_at
from job where visit is not null and name like 'visit-' || visit || '-%'
order by tenant_id, visit, created_at desc;
