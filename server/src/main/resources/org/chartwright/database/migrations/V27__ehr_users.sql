-- Which user of an EHR is which person here: tied by the person, never by a name.
create table smart_person (
    tenant_id uuid not null references tenant,
    -- The address of the EHR's FHIR server, and what its authorization server calls the user.
    fhir text not null,
    subject text not null,
    person_id uuid not null references person (id) on delete cascade,
    tied_at timestamptz not null,
    primary key (tenant_id, fhir, subject),
    unique (tenant_id, fhir, person_id)
);
create index smart_person_of on smart_person (person_id);
select keep_apart('smart_person');
