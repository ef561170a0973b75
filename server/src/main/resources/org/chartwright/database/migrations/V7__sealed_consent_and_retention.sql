-- What is clinical is sealed before it comes here: columns of text hold "sealed:" and base64. What an older version left in
-- the clear is sealed by the server at its next start.

select set_config('app.tenant', '*', true);

alter table job
    add column vocabulary text,
    add column filter text;
update job set vocabulary = request -> 'settings' ->> 'vocabulary', filter = request -> 'settings' ->> 'filter';
alter table job alter column request type text using request::text;

alter table vocabulary alter column phrases type text using array_to_json(phrases)::text;
alter table vocabulary_filter alter column words type text using array_to_json(words)::text;
