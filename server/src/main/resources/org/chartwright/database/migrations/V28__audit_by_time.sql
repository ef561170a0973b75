-- The second at which an entry was written, as it stands in its text: the third member, before anything that somebody else said.
create index audit_entry_second on audit_entry
    (tenant_id, ((substring(entry from '"time":"(.{19})')) collate "C"), seq desc);
